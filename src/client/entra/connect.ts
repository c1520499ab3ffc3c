import type { ResourceType } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Conversation, Session } from '../client.js';
import { done, matchingAttribute, stop } from '../conversation-helpers.js';
import { lookUp } from './match.js';
import { refused } from './reaction.js';

/**
 * Entra's "Test Connection", and the start of every cycle: a filter for a random GUID, which must be answered 200 with an
 * empty ListResponse. Source: Microsoft, "Develop a SCIM endpoint"; failures F12, F69.
 */
export function* connect(session: Session): Conversation<void> {
  const types: ResourceType[] = session.mapping.groups === undefined ? ['User'] : ['User', 'Group'];
  for (const type of types) {
    const response = yield lookUp(type, matchingAttribute(session.mapping, type), session.randomGuid, 'connect');
    if (response.status !== 200) return refused('the connection test', response, true);
    const list = readList(response.body);
    if (list === undefined) return stop('unusable', 'the connection test was not answered with a ListResponse');
    if (list.resources.length > 0) return stop('ambiguous', 'a filter for a random GUID found resources');
  }
  return done(undefined);
}
