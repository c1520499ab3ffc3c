/** Time, and waiting for it. Whoever puts a run together hands a clock down; tests have one that moves only when somebody waits. */
export interface Clock {
  /** Milliseconds since 1970, with fractions. It does not go back while a run lasts. */
  now(): number;
  /**
   * Waits.
   *
   * @param milliseconds how long
   * @param signal ends the wait early
   * @returns whether the time has passed; false when the signal ended the wait
   */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<boolean>;
  /**
   * Does something later. Nothing waits for it: a program may end before.
   *
   * @param milliseconds from now
   * @param action what to do
   * @returns calls it off
   */
  later(milliseconds: number, action: () => void): () => void;
}

/** The machine's clock. */
export function systemClock(): Clock {
  // The time of day may be set back, the monotonic clock does not know it: both together are what a run needs.
  const offset = Date.now() - performance.now();
  return {
    now: () => offset + performance.now(),
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve(false);
        const end = (passed: boolean) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', stop);
          resolve(passed);
        };
        const stop = () => end(false);
        const timer = setTimeout(() => end(true), milliseconds);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    later(milliseconds, action) {
      const timer = setTimeout(action, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/**
 * A clock by which waiting takes no time: for a run against a target that is only imagined.
 *
 * @param clock tells the time besides
 */
export function hurried(clock: Clock): Clock {
  let ahead = 0;
  return {
    ...clock,
    now: () => clock.now() + ahead,
    async sleep(milliseconds, signal) {
      ahead += milliseconds;
      return signal?.aborted !== true;
    },
  };
}

/** The time of day, ISO 8601 in UTC. */
export function timeOf(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

/**
 * A signal that aborts when a time is up, as `AbortSignal.timeout` does for the machine's clock.
 *
 * @param clock the clock
 * @param milliseconds from now
 */
export function timeLimit(clock: Clock, milliseconds: number): AbortSignal {
  const controller = new AbortController();
  clock.later(milliseconds, () => controller.abort());
  return controller.signal;
}
