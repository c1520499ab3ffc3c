import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { buildResource } from '../../scim/resource.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import type { Conversation, DirectoryObject, Session } from '../client.js';
import { answered, done, isReference, stop, succeeded } from '../talk.js';
import { type EntraShape, entraRequest, plainValue } from './dialect.js';
import { match } from './match.js';
import { update } from './update.js';

/**
 * The body of Entra's POST: core schema, and the enterprise extension when one of its attributes has a value (a vendor's own
 * extension is not named: "Customizing user provisioning attribute-mappings"); no references, which follow in a second
 * pass; groups without members.
 */
export function createBody(object: DirectoryObject): JsonObject {
  const values = [...object.attributes]
    .filter(([, value]) => !isReference(value))
    .map(([path, value]) => [path, plainValue(value)] as const);
  const built = markPrimary(buildResource(values));
  const enterprise = values.some(([path]) => path.toLowerCase().startsWith(ENTERPRISE_USER_URN.toLowerCase()));
  const schemas = [CORE_URNS[object.type], ...(enterprise ? [ENTERPRISE_USER_URN] : [])];
  const { externalId, userName, active, ...others } = built;
  const first = Object.entries({ externalId, userName, active }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const rest = Object.entries({ ...others, meta: { resourceType: object.type } }).sort(([a], [b]) => byName(a, b));
  return Object.fromEntries([['schemas', schemas], ...first, ...rest]);
}

/** Alphabetical as in the documented sample, extensions last. */
function byName(a: string, b: string): number {
  const extension = Number(a.startsWith('urn:')) - Number(b.startsWith('urn:'));
  return extension !== 0 ? extension : a < b ? -1 : 1;
}

/** The work address is sent as the primary one. */
function markPrimary(body: JsonObject): JsonObject {
  const emails = getMember(body, 'emails');
  if (!Array.isArray(emails)) return body;
  return { ...body, emails: emails.map((email) => (isObject(email) && email['type'] === 'work' ? { primary: true, ...email } : email)) };
}

/** Looks the object up, creates it when there is none, links and updates it when there is one; references in a second pass. */
export function* create(shape: EntraShape, session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  const matched = yield* match(session, object);
  if (!matched.ok) return matched;
  let id: string;
  if (matched.value.found) {
    id = matched.value.id;
    const linked = yield* update(shape, session, { ...object, id }, { set: object.attributes, clear: [], add: [], remove: [] });
    if (!linked.ok) return linked;
  } else {
    const target = ENDPOINTS[object.type];
    const response = yield entraRequest({ method: 'POST', target, body: createBody(object), purpose: 'create', resourceType: object.type });
    const created = succeeded(response) ? readResource(response.body) : undefined;
    if (created === undefined) return stop(succeeded(response) ? 'unusable' : 'refused', answered(`the create of ${object.key}`, response));
    id = created.id;
    const references = new Map([...object.attributes].filter(([, value]) => isReference(value)));
    if (references.size > 0) {
      const second = yield* update(shape, session, { ...object, id }, { set: references, clear: [], add: [], remove: [] });
      if (!second.ok) return second;
    }
  }
  const members = object.members ?? [];
  if (members.length > 0) {
    const added = yield* update(shape, session, { ...object, id }, { set: new Map(), clear: [], add: members, remove: [] });
    if (!added.ok) return added;
  }
  return done({ id });
}
