import type { Changes, Conversation, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { done, pathOf, stop, succeeded } from '../conversation-helpers.js';
import { type EntraShape, entraRequest } from './dialect.js';
import { refused } from './reaction.js';
import { update } from './update.js';

/**
 * Deletes for good: 30 days after a soft delete, or when somebody purges it. A user has been soft-deleted before in either case,
 * and was disabled for that where the mapping has `active`. What the target makes of that request does not keep the DELETE back.
 * Source: Microsoft, "How provisioning works".
 */
export function* remove(shape: EntraShape, session: Session, object: DirectoryObject): Conversation<void> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  if (isEnabled(session, object)) yield* update(shape, session, object, DISABLED);
  const response = yield entraRequest({
    method: 'DELETE',
    target: pathOf(object),
    purpose: 'delete',
    resourceType: object.type,
    id: object.id,
  });
  return succeeded(response) ? done(undefined) : refused(`the delete of ${object.key}`, response);
}

const DISABLED: Changes = { set: new Map<string, DirectoryValue>([['active', false]]), clear: [], add: [], remove: [] };

/** Whether the directory has not yet disabled a user whose `active` the mapping changes. */
function isEnabled({ mapping }: Session, { type, attributes }: DirectoryObject): boolean {
  const isChanged = mapping.users.some((row) => row.name === 'active' && row.offered !== true && row.createOnly !== true);
  return isChanged && type === 'User' && attributes.get('active') !== false;
}
