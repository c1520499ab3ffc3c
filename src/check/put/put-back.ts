import { field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { isPut, refused } from '../written.js';

/** SC2201 */
export const PUT_BACK: WriteCheck = {
  kind: 'write',
  id: 'SC2201',
  roots: ['SC1204'],
  title: 'What was read can be put back with changes',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL be ignored.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Okta puts the whole resource back, id, meta and groups included: every update fails.',
  fix: 'Ignore read-only and unknown attributes of a PUT.',
  good: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"radia.perlman@example.com","name":{"formatted":"Radia Perlman","familyName"…\n< success',
  bad: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"radia.perlman@example.com","name":{"formatted":"Radia Perlman","familyName"…\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"mutability","detail":"id is read-only."}',
  exercises: isPut,
  explains: refused,
};
