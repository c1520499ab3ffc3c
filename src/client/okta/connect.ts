import { readList } from '../../scim/read.js';
import type { Conversation, Session } from '../client.js';
import { answered, done, stop } from '../conversation-helpers.js';
import { oktaRequest } from './dialect.js';
import { refused } from './reaction.js';

/**
 * "Test API Credentials" is `GET /Users?startIndex=1&count=2` alone (captures of 2026); saving the connection with group
 * import on lists the groups as well, which is where the choice of groups to link comes from.
 */
export function* connect(session: Session): Conversation<void> {
  const response = yield oktaRequest({ method: 'GET', target: '/Users?startIndex=1&count=2', purpose: 'connect', resourceType: 'User' });
  if (response.status !== 200) return refused('the connection test', response);
  if (readList(response.body) === undefined) return stop('unusable', 'the connection test was not answered with a ListResponse');
  if (session.mapping.groups === undefined) return done(undefined);
  const target = `/Groups?startIndex=1&count=${session.pageSize}`;
  const groups = yield oktaRequest({ method: 'GET', target, purpose: 'list', resourceType: 'Group' });
  return groups.status === 200 && readList(groups.body) !== undefined
    ? done(undefined)
    : stop('unusable', answered('the list of groups', groups));
}
