import type { IntentOf } from '../../scenario/intent.js';
import type { Json, JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { CORE_URNS, PATCH_OP_URN } from '../../scim/urn.js';
import type { Demands, HistoryStep } from '../history-step.js';

/** What a request in a history's own words may have besides method and path. */
type Details = Partial<Pick<IntentOf<'request'>, 'body' | 'headers' | 'capture' | 'optional' | 'times'>>;

/** A PATCH or PUT that is carried out. */
export const CARRIED_OUT: Demands = { expect: { status: [200, 204] } };

/**
 * A request in a history's own words.
 *
 * @param method its method
 * @param target path and query; may hold `${variables}`
 * @param demands what must come of it
 * @param details body, headers and the rest
 * @param shapes what it tries, for the coverage
 */
export function requestStep(
  method: IntentOf<'request'>['method'],
  target: string,
  demands: Demands,
  details: Details = {},
  shapes: HistoryStep['shapes'] = {},
): HistoryStep {
  const intent = { kind: 'request', method, target, headers: [], capture: {}, optional: [], ignoringCase: [], ...details } as const;
  return { intent, demands, shapes };
}

/** The path of an object of the history. */
export function pathOf(type: ResourceType, key: string): string {
  return `${ENDPOINTS[type]}/\${${key}.id}`;
}

/** The body of a PATCH. */
export function patchBody(operations: readonly Json[]): JsonObject {
  return { schemas: [PATCH_OP_URN], Operations: [...operations] };
}

/** A PATCH of an object of the history. */
export function patchOf(
  type: ResourceType,
  key: string,
  operations: readonly Json[],
  demands: Demands = CARRIED_OUT,
  shapes: HistoryStep['shapes'] = {},
): HistoryStep {
  return requestStep('PATCH', pathOf(type, key), demands, { body: patchBody(operations) }, shapes);
}

/** The body of a user or group in the schema of its type alone. */
export function resourceBody(type: ResourceType, attributes: JsonObject): JsonObject {
  return { schemas: [CORE_URNS[type]], ...attributes };
}

/** A member, by the key of the history. */
export function memberOf(key: string): Json {
  return { value: `\${${key}.id}` };
}
