import { defined } from '../../base/defined.js';
import { ENDPOINTS } from '../../scim/message.js';
import type { Changes, Conversation, DirectoryObject, DirectoryValue, Session } from '../client.js';
import { done, isReference, succeeded } from '../conversation-helpers.js';
import { createBody, isEnterprise } from './body.js';
import { type EntraShape, entraRequest } from './dialect.js';
import { match } from './match.js';
import { readable, refused } from './reaction.js';
import { patchMembers, update } from './update.js';

/** Looks the object up, creates it when there is none, links and updates it when there is one; references in a second pass. */
export function* create(shape: EntraShape, session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  const matched = yield* match(session, object);
  if (!matched.ok) return matched;
  const linked = matched.value.found
    ? yield* link(shape, session, { ...object, id: matched.value.id })
    : yield* post(shape, session, object);
  if (!linked.ok) return linked;
  const members = object.members ?? [];
  if (members.length === 0) return linked;
  const added = yield* patchMembers(shape, session, { ...object, id: linked.value.id }, { ...NOTHING, add: members });
  return added.ok ? linked : added;
}

const NOTHING: Changes = { set: new Map<string, DirectoryValue>(), clear: [], add: [], remove: [] };

function* link(
  shape: EntraShape,
  session: Session,
  object: DirectoryObject & { readonly id: string },
): Conversation<{ readonly id: string }> {
  const updated = yield* update(shape, session, object, { ...NOTHING, set: object.attributes });
  return updated.ok ? done({ id: object.id }) : updated;
}

function* post(shape: EntraShape, session: Session, object: DirectoryObject): Conversation<{ readonly id: string }> {
  // A scenario's variant may say how the group is created; of a user the mapping says what is named without a value.
  const mapped = object.type === 'User' ? session.mapping.users.filter((row) => row.offered !== true) : [];
  const rolesMapped = mapped.some(({ name }) => /^roles\b/i.test(name));
  const enterpriseMapped = mapped.some(({ name }) => isEnterprise(name));
  const body = createBody(object, { rolesMapped, enterpriseMapped, ...defined({ variant: session.variant }) });
  const response = yield entraRequest({
    method: 'POST',
    target: ENDPOINTS[object.type],
    body,
    purpose: 'create',
    resourceType: object.type,
  });
  if (!succeeded(response)) return refused(`the create of ${object.key}`, response);
  const created = readable(response.body, `the created ${object.key}`);
  if (!created.ok) return created;
  const { id } = created.value;
  const references = new Map([...object.attributes].filter(([, value]) => isReference(value)));
  if (references.size === 0) return done({ id });
  const second = yield* update(shape, session, { ...object, id }, { ...NOTHING, set: references });
  return second.ok ? done({ id }) : second;
}
