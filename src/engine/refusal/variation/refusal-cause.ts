import type { CheckId } from '../../../check/check-id.js';
import type { JsonObject } from '../../../scim/json.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import type { SingleOperation } from './operations.js';

/** Why a write was refused, as far as trials have shown it. */
export type RefusalCause =
  /** The same request is accepted in another form. */
  | {
      readonly kind: 'form';
      readonly difference: string;
      readonly check?: CheckId;
      /** The target path without which it is accepted. */
      readonly path?: string;
      /** What is refused: the request, or one operation of it alone. */
      readonly refused: ScimRequest;
      /** Absent: it is accepted in parts, whatever they are. */
      readonly accepted?: ScimRequest;
      /** The answer to the other form, where that is not carried out either but refused for a reason of its own: so it was read. */
      readonly readAs?: ScimResponse;
    }
  /** One operation of a PATCH is refused by itself, in every form; others are accepted. */
  | {
      readonly kind: 'operation';
      readonly single: SingleOperation;
      readonly request: ScimRequest;
      readonly response: ScimResponse;
      /** What the resource held by then. */
      readonly before: JsonObject;
    };

/** The checks that causes show to be the reason. */
export function checksShown(causes: readonly RefusalCause[]): CheckId[] {
  return causes.flatMap((cause) => (cause.kind === 'form' ? (cause.check ?? []) : []));
}
