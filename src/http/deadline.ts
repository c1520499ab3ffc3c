import { setMaxListeners } from 'node:events';
import type { Clock } from '../base/clock.js';
import type { TransportFailure } from './failure.js';

/** One deadline for an exchange, joined with the caller's signal. */
export class Deadline {
  readonly #passed: Promise<never>;
  /** Why it ended early. */
  failure: TransportFailure | undefined;
  /** What it has ended early with. */
  error: Error | undefined;
  /** Headers have come in. */
  answering = false;
  readonly clear: () => void;
  #action: (error: Error) => void = () => undefined;

  /**
   * @param clock tells when the time is up
   * @param milliseconds from now
   * @param host for the messages
   * @param outer the caller's signal
   */
  constructor(clock: Clock, milliseconds: number, host: string, outer: AbortSignal | undefined) {
    const { promise, reject } = deferred();
    this.#passed = promise;
    const end = (failure: TransportFailure) => {
      this.failure ??= failure;
      this.error ??= new Error(failure.kind);
      reject(this.error);
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
    else if (outer !== undefined) {
      // As many listen as requests are under way; Node would warn on standard error of more than ten.
      setMaxListeners(0, outer);
      outer.addEventListener('abort', stop, { once: true });
    }
    this.clear = () => {
      cancel();
      outer?.removeEventListener('abort', stop);
    };
  }

  /**
   * Waits for an exchange, but no longer than until it ends early.
   *
   * @param exchange what is under way
   */
  within<T>(exchange: Promise<T>): Promise<T> {
    // undici cannot be interrupted while it connects, so nobody may be listening when it fails.
    exchange.catch(() => undefined);
    return Promise.race([exchange, this.#passed]);
  }

  /** Says what is to be done when it ends early; at once when it has. */
  onEnd(action: (error: Error) => void): void {
    this.#action = action;
    if (this.error !== undefined) action(this.error);
  }
}

function deferred(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse;
  });
  // Nobody may be listening when it rejects.
  promise.catch(() => undefined);
  return { promise, reject };
}
