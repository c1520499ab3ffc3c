import { ENDPOINTS, nameAttribute } from '../../scim/message.js';
import { readList, readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject, Match, MatchBy, Session } from '../client.js';
import { done, inCase, stop, textOf } from '../conversation-helpers.js';
import { percentEncode, quoted } from '../encode.js';
import { oktaRequest } from './dialect.js';
import { notVerified } from './reaction.js';

/**
 * Okta's look-up: `eq` on userName (groups: displayName), percent-encoded, with the paging parameters. An empty answer means
 * that the object does not exist; Okta's SPEC test demands status 200 for it, the run-time client also takes a 404.
 * Source: Okta's SCIM 2.0 reference, "Determine if the user already exists".
 */
export function* match(session: Session, object: DirectoryObject, how: MatchBy = {}): Conversation<Match> {
  const attribute = how.attribute ?? nameAttribute(object.type);
  const own = textOf(object, attribute);
  if (own === undefined) return stop('unsupported', `the directory has no ${attribute} for ${object.key}`);
  const value = inCase(own, how.letterCase);
  const what = `the look-up by ${attribute}`;
  const response = yield oktaRequest({
    method: 'GET',
    target: `${ENDPOINTS[object.type]}?filter=${percentEncode(`${attribute} eq ${quoted(value)}`)}&startIndex=1&count=${session.pageSize}`,
    purpose: 'match',
    resourceType: object.type,
    filter: { attribute, value, ...(value === own ? {} : { otherCase: true }) },
  });
  if (response.status === 404) return done({ found: false });
  const list = response.status === 200 ? readList(response.body) : undefined;
  if (list === undefined) return notVerified(what, response);
  if (list.resources.length > 1) return stop('ambiguous', `${what} found ${list.resources.length} resources`);
  const resource = list.resources[0];
  if (resource === undefined) return done({ found: false });
  const usable = readResource(resource);
  return usable === undefined
    ? stop('unusable', 'the resource that was found has no id')
    : done({ found: true, id: usable.id, resource: usable });
}
