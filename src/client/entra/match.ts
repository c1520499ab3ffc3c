import type { Mapping } from '../../mapping/mapping.js';
import type { FilterSent, Purpose, ResourceType, ScimRequest } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { Conversation, DirectoryObject, Match, MatchBy, Session } from '../client.js';
import { answered, done, inCase, matchingAttribute, matchingAttributes, stop, textOf } from '../conversation-helpers.js';
import { formEncode, quoted } from '../encode.js';
import { entraRequest } from './dialect.js';
import { readable, refused, unreadable } from './reaction.js';

type FilterManner = Pick<FilterSent, 'otherCase' | 'byChoice'>;

/**
 * Entra's look-up: one filter with `eq`, form-encoded; groups without their members.
 *
 * @param type users or groups
 * @param attribute target path to filter on
 * @param value what it must equal
 * @param purpose match or probe
 * @param how what else is to be known of the filter
 */
export function lookUp(type: ResourceType, attribute: string, value: string, purpose: Purpose, how: FilterManner = {}): ScimRequest {
  const filter = `${formEncode(attribute)}+eq+${formEncode(quoted(value))}`;
  const target = type === 'User' ? `/Users?filter=${filter}` : `/Groups?excludedAttributes=members&filter=${filter}`;
  return entraRequest({
    method: 'GET',
    target,
    purpose,
    resourceType: type,
    filter: { attribute, value, ...how },
  });
}

/**
 * Looks an object up by a matching attribute. No hit: to be created. One: to be linked. More: Entra writes nothing. With the
 * variant `every-matching-attribute` the mapping's further matching attributes follow, one filter each, until one finds
 * something; attributes without a value are passed over.
 * Source: Microsoft, "Customizing user provisioning attribute-mappings"; "How provisioning works".
 */
export function* match(session: Session, object: DirectoryObject, how: MatchBy = {}): Conversation<Match> {
  const attributes =
    how.attribute !== undefined
      ? [how.attribute]
      : session.variant === 'every-matching-attribute'
        ? matchingAttributes(session.mapping, object.type)
        : [matchingAttribute(session.mapping, object.type)];
  const valued = attributes.filter((attribute) => textOf(object, attribute) !== undefined);
  if (valued.length === 0) return stop('unsupported', `the directory has no ${attributes.join(', no ')} for ${object.key}`);
  for (const attribute of valued) {
    const found = yield* matchOn(session.mapping, object, attribute, how);
    if (!found.ok || found.value.found) return found;
  }
  return done({ found: false });
}

function* matchOn(mapping: Mapping, object: DirectoryObject, attribute: string, how: MatchBy): Conversation<Match> {
  const own = textOf(object, attribute) ?? '';
  const value = inCase(own, how.letterCase);
  const manner = {
    ...(value === own ? {} : { otherCase: true }),
    ...(isMatchedByChoice(mapping, object.type, attribute) ? { byChoice: true } : {}),
  };
  const response = yield lookUp(object.type, attribute, value, 'match', manner);
  if (response.status === 404)
    return stop(
      'unusable',
      `${answered(`the look-up by ${attribute}`, response)} where 200 and an empty list say that nothing was found; Entra puts the job into quarantine`,
    );
  if (response.status !== 200) return refused(`the look-up by ${attribute}`, response);
  const list = readList(response.body);
  if (list === undefined) return unreadable(`the look-up by ${attribute} was not answered with a ListResponse`);
  if (list.resources.length > 1)
    return stop('ambiguous', `the look-up by ${attribute} found ${list.resources.length} resources; Entra writes to none of them`);
  const resource = list.resources[0];
  if (resource === undefined) return done({ found: false });
  const usable = readable(resource, 'the resource that was found');
  return usable.ok ? done({ found: true, id: usable.value.id, resource: usable.value }) : usable;
}

function isMatchedByChoice({ users, groups = [] }: Mapping, type: ResourceType, attribute: string): boolean {
  const row = (type === 'User' ? users : groups).find(({ name }) => name.toLowerCase() === attribute.toLowerCase());
  return row?.matchedByChoice === true && row.matching === undefined;
}
