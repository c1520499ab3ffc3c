import { defined } from '../../base/defined.js';
import type { Json, JsonObject } from '../../scim/json.js';
import type { ScimRequest } from '../../scim/message.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import type { Conversation, DirectoryObject } from '../client.js';
import { done, pathOf, succeeded } from '../conversation-helpers.js';
import { entraRequest, type Operation } from './dialect.js';
import { refused } from './reaction.js';

/** One PATCH of a linked object; nothing is sent without operations. */
export function* patch(object: DirectoryObject, operations: readonly Operation[]): Conversation<void> {
  if (operations.length === 0) return done(undefined);
  const response = yield patchRequest(object, operations);
  return succeeded(response) ? done(undefined) : refused(`the update of ${object.key}`, response);
}

/** Several PATCHes of one object, sent at the same moment (failures F31). */
export function* patchTogether(object: DirectoryObject, patches: readonly (readonly Operation[])[]): Conversation<void> {
  if (patches.length === 0) return done(undefined);
  const response = yield patches.map((operations) => patchRequest(object, operations));
  return succeeded(response) ? done(undefined) : refused(`one of ${patches.length} updates of ${object.key} at the same moment`, response);
}

function patchRequest(object: DirectoryObject, operations: readonly Operation[]): ScimRequest {
  const body: JsonObject = { schemas: [PATCH_OP_URN], Operations: operations.map((operation): Json => ({ ...operation })) };
  return entraRequest({
    method: 'PATCH',
    target: pathOf(object),
    body,
    purpose: 'update',
    resourceType: object.type,
    ...defined({ id: object.id }),
  });
}
