import { isObject, type Json } from '../../scim/json.js';
import { ALL, field, must } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { isCreate, isPut, refused } from '../written.js';

/** SC1214 */
export const NULL_ACCEPTED: WriteCheck = {
  kind: 'write',
  id: 'SC1214',
  roots: ['SC1204'],
  title: 'A null in a body means no value',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7643',
      '2.5',
      'Unassigned attributes, the null value, or an empty array (in the case of a multi-valued attribute) SHALL be considered to be equivalent in "state".',
    ),
    field('F62'),
  ],
  clients: ALL,
  effect: 'Okta was seen to send "display": null and null for cleared values: the whole update is lost.',
  fix: 'Treat null like an attribute that is not there.',
  good: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"ada.lovelace@example.com","name":{"formatted":"Ada Lovelace","familyName":"…\n< success',
  bad: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"ada.lovelace@example.com","name":{"formatted":"Ada Lovelace","familyName":"…\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidValue","detail":"null is not a value."}',
  exercises: (operation, write) => (isCreate(operation) || isPut(operation)) && holdsNull(write.request.body),
  explains: refused,
};

function holdsNull(value: Json | undefined): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(holdsNull);
  return isObject(value) && Object.values(value).some(holdsNull);
}
