import type { Clock } from '../base/clock.js';
import type { TransportFailure } from './failure.js';

/** One deadline for an exchange, joined with the caller's signal. */
export class Deadline {
  /** Why it ended early. */
  failure: TransportFailure | undefined;
  /** What it has ended early with. */
  error: Error | undefined;
  /** Headers have come in. */
  answering = false;
  readonly clear: () => void;
  #action: (error: Error) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  /**
   * @param clock tells when the time is up
   * @param milliseconds from now
   * @param host for the messages
   * @param outer the caller's signal
   */
  constructor(clock: Clock, milliseconds: number, host: string, outer: AbortSignal | undefined) {
    const end = (failure: TransportFailure) => {
      this.failure ??= failure;
      this.error ??= new Error(failure.kind);
      this.#reject(this.error);
      this.#action(this.error);
    };
    const cancel = clock.later(milliseconds, () => {
      const what = this.answering ? 'began to answer but did not finish' : 'did not answer';
      end({
        kind: 'timeout',
        message: `${host} ${what} within ${milliseconds / 1000} seconds. Raise --timeout if the server is known to be slow.`,
      });
    });
    const stop = () => end({ kind: 'aborted', message: `The request to ${host} was stopped before its answer was complete.` });
    if (outer?.aborted === true) stop();
    const ignore = outer === undefined || outer.aborted ? undefined : onAbort(outer, stop);
    this.clear = () => {
      cancel();
      ignore?.();
    };
  }

  /**
   * Waits for an exchange, but no longer than until it ends early.
   *
   * @param exchange what is under way
   */
  within<T>(exchange: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.error !== undefined) reject(this.error);
      this.#reject = reject;
      // undici cannot be interrupted while it connects: when it fails after all, nothing comes of it.
      exchange.then(resolve, reject);
    });
  }

  /** Says what is to be done when it ends early; at once when it has. */
  onEnd(action: (error: Error) => void): void {
    this.#action = action;
    if (this.error !== undefined) action(this.error);
  }
}

/** Who is to be told when a signal aborts. */
class Waiting {
  readonly actions = new Set<() => void>();
  readonly tell = (): void => {
    for (const action of this.actions) action();
  };
}

/** By signal: to add a listener for each request and to take it away costs more than all else that a deadline does. */
const WAITING = new WeakMap<AbortSignal, Waiting>();

/**
 * Does something when a signal aborts. Signals that nobody waits for any more have no listener, and may be forgotten.
 *
 * @param signal has not aborted yet
 * @param action must not throw
 * @returns calls it off
 */
function onAbort(signal: AbortSignal, action: () => void): () => void {
  const waiting = WAITING.get(signal) ?? new Waiting();
  if (waiting.actions.size === 0) signal.addEventListener('abort', waiting.tell, { once: true });
  WAITING.set(signal, waiting);
  waiting.actions.add(action);
  return () => {
    waiting.actions.delete(action);
    if (waiting.actions.size === 0) signal.removeEventListener('abort', waiting.tell);
  };
}
