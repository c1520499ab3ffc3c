import { randomBytes } from 'node:crypto';
import type { Clock } from '../../base/clock.js';

/** The access tokens that the token endpoint has given out. */
export class IssuedTokens {
  readonly #expiry = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param seconds how long it is good for
   */
  issue(seconds: number): string {
    const token = randomBytes(24).toString('base64url');
    this.#expiry.set(token, this.#clock.now() + seconds * 1000);
    return token;
  }

  /** Whether a token was given out and its time is not up. */
  accepts(token: string): boolean {
    return (this.#expiry.get(token) ?? 0) > this.#clock.now();
  }
}
