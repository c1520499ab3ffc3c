import type { ScimRequest, ScimResponse } from '../../scim/message.js';
import { operationOf } from './request-line.js';

/** Server errors that may pass. 501 says "not implemented"; reads that are answered with 503 have rules of their own. */
const MAY_PASS: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** So many requests of a kind that were sent again in vain in a row: its errors stay. */
const ENOUGH = 3;

/** Whether an answer is a server error that may be gone when the same is asked again. */
export function isServerError(status: number): boolean {
  return MAY_PASS.has(status);
}

/** Whether a request may be sent twice: it reads, or it is a deletion that no client sends. The clean-up deletes again by itself. */
export function isHarmless({ method, own, purpose }: ScimRequest): boolean {
  return method === 'GET' || (method === 'DELETE' && own === true && purpose !== 'cleanup');
}

/** A server error that was gone when the same request was sent again. */
export interface PassedError {
  readonly exchange: string;
  readonly response: ScimResponse;
}

/** Remembers which server errors stay: a target that always breaks down at something is not asked twice each time. */
export class ServerErrors {
  readonly #vain = new Map<string, number>();
  #hasPassed = false;
  #followWrites = false;

  /** Whether a request that ended in a server error is worth sending again. */
  mayPass({ method, target }: ScimRequest): boolean {
    return (this.#vain.get(operationOf(method, target)) ?? 0) < ENOUGH;
  }

  /** Whether one was ever gone when the same was asked again: the next one says nothing of what was asked. */
  get hasPassed(): boolean {
    return this.#hasPassed;
  }

  /** Whether changes that follow another one at once end in server errors, and are served after a pause. */
  get followWrites(): boolean {
    return this.#followWrites;
  }

  /** Notes that they do. */
  noteAfterWrites(): void {
    this.#followWrites = true;
  }

  /**
   * Notes how a request ended that was sent again.
   *
   * @param request the request
   * @param passed whether its server error was gone
   * @returns the same
   */
  note({ method, target }: ScimRequest, passed: boolean): boolean {
    const operation = operationOf(method, target);
    this.#vain.set(operation, passed ? 0 : (this.#vain.get(operation) ?? 0) + 1);
    if (passed) this.#hasPassed = true;
    return passed;
  }
}
