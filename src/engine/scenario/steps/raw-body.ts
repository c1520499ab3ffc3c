import { defined } from '../../../base/defined.js';
import { promised } from '../../../check/resources.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { type Address, addressOf } from '../../../scim/address.js';
import { isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ScimRequest } from '../../../scim/message.js';
import { type Made, withDescribingParts } from '../required-parts.js';
import type { StepContext } from '../step-context.js';
import { withRequired } from './complete-body.js';

/** A limit is tested only where that takes no more than this. */
export const MOST_OPERATIONS = 100;
export const TOO_COSTLY = Symbol('too costly');

/** The body of a request; where a limit is to be exceeded, with its operation as often as that takes. */
export function bodyOf({ state, run }: StepContext, intent: IntentOf<'request'>): Json | typeof TOO_COSTLY {
  const written = intent.body ?? null;
  if (intent.exceed === undefined || !isObject(written)) return state.value(written);
  const most = promised(run.facts.config, 'bulk', intent.exceed);
  const operations = written['Operations'];
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > MOST_OPERATIONS || !Array.isArray(operations))
    return TOO_COSTLY;
  // Each is filled by itself, so that made-up ids differ.
  const repeated = Array.from({ length: most + 1 }, () => state.value(operations[0] ?? null));
  return { ...(state.value({ ...written, Operations: [] }) as JsonObject), Operations: repeated };
}

/** The same request with variables of its own. */
export function copyOf(context: StepContext, intent: IntentOf<'request'>, sent: ScimRequest, addressed: Address): ScimRequest {
  if (intent.body === undefined) return sent;
  return { ...sent, body: withWhatIsRequired(context, intent.method, context.state.value(intent.body), addressed) };
}

/** A body with what this target requires of every resource besides; so has each operation of a bulk request. */
export function withWhatIsRequired(context: StepContext, method: string, body: Json, { resourceType, id }: Address): Json {
  const { run, runner } = context;
  // Entra and Okta say of members and managers who they are, and no more.
  if (method === 'PATCH' && runner.client.family === 'rfc' && isObject(body) && resourceType !== undefined)
    return withDescribingParts(body, resourceType, run.facts.schemas, madeIn(context), run.resources.find(resourceType, id)?.twin.resource);
  if (method !== 'POST' && method !== 'PUT') return body;
  if (resourceType === undefined) return withCompleteOperations(context, body);
  return withRequired(body, {
    type: resourceType,
    schemas: run.facts.schemas,
    extensions: run.facts.extensions?.[resourceType] ?? [],
    ...defined({ held: run.resources.find(resourceType, id)?.twin.resource }),
    ...defined({ somebody: run.resources.all().find(({ type, deleted }) => type === 'User' && !deleted)?.id }),
    made: madeIn(context),
  });
}

function madeIn({ state, run }: StepContext): Made {
  return {
    mail: () => `${state.madeUpId()}@${state.identity.domain}`,
    password: () => state.password('completed'),
    typeOf: (id) => run.resources.typeOf(id),
  };
}

function withCompleteOperations(context: StepContext, body: Json): Json {
  const operations = isObject(body) ? body['Operations'] : undefined;
  if (!isObject(body) || !Array.isArray(operations)) return body;
  const complete = (operation: Json): Json => {
    if (!isObject(operation)) return operation;
    const { method, path, data } = operation;
    if (typeof method !== 'string' || typeof path !== 'string' || data === undefined) return operation;
    return { ...operation, data: withWhatIsRequired(context, method, data, addressOf(path)) };
  };
  return { ...body, Operations: operations.map(complete) };
}
