import { field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { isPut, refused } from '../written.js';

/** SC2200 */
export const PUT_SUPPORTED: WriteCheck = {
  kind: 'write',
  id: 'SC2200',
  decisive: true,
  title: 'PUT is supported',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), must('7644', '3.5.1', "HTTP PUT is used to replace a resource's attributes."), field('F11')],
  clients: ['okta', 'rfc'],
  effect: 'Okta updates profiles by PUT, and apps of the wizard deactivate and change groups by PUT too.',
  fix: 'Support PUT on /Users/{id} and /Groups/{id}.',
  good: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"radia.perlman@example.com","name":{"formatted":"Radia Perlman","familyName"…\n< success',
  bad: '> PUT /Users/u1 {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"u1","userName":"radia.perlman@example.com","name":{"formatted":"Radia Perlman","familyName"…\n< 405 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"405","detail":"The method PUT is not supported here."}',
  exercises: isPut,
  explains: (trouble, write) => refused(trouble) && [404, 405, 501].includes(write.response.status),
};
