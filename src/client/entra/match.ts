import type { Purpose, ResourceType, ScimRequest } from '../../scim/message.js';
import { readList, readResource } from '../../scim/read.js';
import type { Conversation, DirectoryObject, Match, MatchBy, Session } from '../client.js';
import { formEncode, quoted } from '../encode.js';
import { answered, done, matchingAttribute, stop, textOf } from '../talk.js';
import { entraRequest } from './dialect.js';

/**
 * Entra's look-up: one filter with `eq`, form-encoded; groups without their members.
 *
 * @param type users or groups
 * @param attribute target path to filter on
 * @param value what it must equal
 * @param purpose match or probe
 */
export function lookUp(type: ResourceType, attribute: string, value: string, purpose: Purpose, otherCase = false): ScimRequest {
  const filter = `${formEncode(attribute)}+eq+${formEncode(quoted(value))}`;
  const target = type === 'User' ? `/Users?filter=${filter}` : `/Groups?excludedAttributes=members&filter=${filter}`;
  return entraRequest({
    method: 'GET',
    target,
    purpose,
    resourceType: type,
    filter: { attribute, value, ...(otherCase ? { otherCase } : {}) },
  });
}

/**
 * Looks an object up by a matching attribute. No hit: to be created. One: to be linked. More: Entra writes nothing.
 * Source: Microsoft, "Customizing user provisioning attribute-mappings"; "How provisioning works".
 */
export function* match(session: Session, object: DirectoryObject, how: MatchBy = {}): Conversation<Match> {
  const attribute = how.attribute ?? matchingAttribute(session.mapping, object.type);
  const own = textOf(object, attribute);
  if (own === undefined) return stop('missing', `the directory has no ${attribute} for ${object.key}`);
  const value = how.letterCase === 'upper' ? own.toUpperCase() : how.letterCase === 'lower' ? own.toLowerCase() : own;
  const response = yield lookUp(object.type, attribute, value, 'match', value !== own);
  const list = response.status === 200 ? readList(response.body) : undefined;
  if (list === undefined) return stop('unusable', answered(`the look-up by ${attribute}`, response));
  if (list.resources.length > 1) return stop('ambiguous', `the look-up by ${attribute} found ${list.resources.length} resources`);
  const resource = list.resources[0];
  if (resource === undefined) return done({ found: false });
  const usable = readResource(resource);
  return usable === undefined
    ? stop('unusable', 'the resource that was found has no id')
    : done({ found: true, id: usable.id, resource: usable });
}
