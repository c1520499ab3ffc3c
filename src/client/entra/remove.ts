import type { Conversation, DirectoryObject } from '../client.js';
import { done, stop, succeeded } from '../conversation-helpers.js';
import { entraRequest } from './dialect.js';
import { refused } from './reaction.js';
import { pathOf } from './read.js';

/** Hard delete: 30 days after a soft delete, or purged by hand ("How provisioning works"). */
export function* remove(object: DirectoryObject): Conversation<void> {
  if (object.id === undefined) return stop('missing', `${object.key} is not linked to a resource`);
  const response = yield entraRequest({
    method: 'DELETE',
    target: pathOf(object),
    purpose: 'delete',
    resourceType: object.type,
    id: object.id,
  });
  return succeeded(response) ? done(undefined) : refused(`the delete of ${object.key}`, response);
}
