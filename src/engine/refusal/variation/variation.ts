import { defined } from '../../../base/defined.js';
import type { CheckId } from '../../../check/check-id.js';
import type { Json, JsonObject } from '../../../scim/json.js';
import type { ScimRequest } from '../../../scim/message.js';

/**
 * A refused request in another form, which a correct server takes for the same. Where a target accepts it, what is different is
 * what the target does not understand.
 */
export interface Variation {
  /** What is different, in words that go on after "the same request is accepted": `with "op" in lower case`. */
  readonly difference: string;
  /** The check that a target breaks which accepts this form alone; absent: there is none, and the write's own check is named. */
  readonly check?: CheckId;
  /** The target path that is left out. */
  readonly path?: string;
  readonly request: ScimRequest;
}

/** Another form of a body, of an operation, or of the headers; undefined where the form is not there to be changed. */
export interface Changed<T> {
  readonly difference: string;
  readonly check?: CheckId;
  /** The target path that is left out. */
  readonly path?: string;
  readonly changed: T;
}

/** A body of a create or PUT in another form. */
export type ChangedBody = Changed<JsonObject>;

/** One operation in another form; some forms take more than one operation. */
export type ChangedOperation = Changed<readonly JsonObject[]>;

/**
 * The requests of changed bodies.
 *
 * @param request the refused request
 * @param bodies its body in other forms
 */
export function withBodies(request: ScimRequest, bodies: readonly Changed<Json>[]): Variation[] {
  return bodies.map(({ difference, check, path, changed }) => ({
    difference,
    ...defined({ check, path }),
    request: { ...request, body: changed },
  }));
}
