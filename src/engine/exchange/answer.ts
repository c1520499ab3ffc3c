import type { Dialect } from '../../client/client.js';
import type { ScimResponse } from '../../scim/message.js';
import type { PassedError } from './server-errors.js';

/** Which play a request belongs to. */
export interface At {
  readonly dialect: Dialect;
  readonly scenario?: string;
  readonly step?: number;
}

/** How a request ended. */
export type Answer =
  | {
      readonly ok: true;
      readonly exchange: string;
      readonly response: ScimResponse;
      /** The credential was refused, and there is a new one. */
      readonly renewed?: true;
      /** The same request ended in a server error just before. */
      readonly passed?: PassedError;
    }
  | { readonly ok: false; readonly exchange: string; readonly failure: { readonly kind: string; readonly message: string } };

/** Whether a request surely had no effect: the target refused to serve it, or it was never sent (RFC 6585 §3 and §4). */
export function wasNotDone(answer: Answer): boolean {
  return answer.ok
    ? answer.response.status === 428 || answer.response.status === 429
    : answer.failure.kind === 'throttled' || answer.failure.kind === 'unsent' || answer.failure.kind === 'no-token';
}
