import type { Dispatcher } from 'undici';
import { failureOf } from './failure.js';

const RULE = '("Connection: close", RFC 9112 §9.6)';
const OWN = 'Each request of this run got a connection of its own.';

const CLOSES = `The target closes connections soon after an answer without saying so ${RULE}: what a client sends just then is lost. ${OWN}`;

/** Nobody has seen it close a connection but under a request. */
const CLOSES_OR_LOSES = `On connections that had brought answers, requests had none: the target closes them without saying so ${RULE}, or it loses requests. ${OWN}`;

/** Learns whether connections may be used again for the next request. */
export class KeepAlive {
  #isUnreliable = false;
  #wasIdle = false;
  #hasGoneOn = false;
  readonly #failures = new WeakSet<object>();

  /** @param dispatcher tells of connections that end */
  constructor(dispatcher: Dispatcher) {
    dispatcher.on('disconnect', (_origin, _targets, error: unknown) => this.#closed(error));
  }

  /** Whether each request needs a connection of its own: one was closed while it was idle, or when the next request was just sent. */
  get isUnreliable(): boolean {
    return this.#isUnreliable;
  }

  /** What the reader should know of it; undefined: nothing. A target that is gone has closed its connections, too. */
  get remark(): string | undefined {
    if (!this.#hasGoneOn) return undefined;
    return this.#wasIdle ? CLOSES : CLOSES_OR_LOSES;
  }

  /** A request was answered. */
  answered(): void {
    this.#hasGoneOn = this.#isUnreliable;
  }

  /**
   * A request had no answer.
   *
   * @param error why
   * @param answering whether an answer had begun
   */
  failed(error: unknown, answering: boolean): void {
    if (typeof error !== 'object' || error === null) return;
    this.#failures.add(error);
    if (!answering && hadServed(error)) this.#isUnreliable = true;
  }

  #closed(error: unknown): void {
    if (typeof error !== 'object' || error === null || !isOfTheServer(error)) return;
    // A request that was under way fails with the same error: only then was the connection not idle.
    setImmediate(() => {
      if (this.#failures.has(error)) return;
      this.#isUnreliable = true;
      this.#wasIdle = true;
    });
  }
}

/** The server has ended the connection: no time-out of ours, and no wish of ours. */
function isOfTheServer(error: object): boolean {
  return failureOf(error, '').kind === 'reset';
}

/** The connection that was closed had brought an answer before. */
function hadServed(error: object): boolean {
  if (!isOfTheServer(error) || !('socket' in error)) return false;
  const { socket } = error;
  return typeof socket === 'object' && socket !== null && 'bytesRead' in socket && Number(socket.bytesRead) > 0;
}
