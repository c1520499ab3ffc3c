import { ALL, entra, field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { patched, refused } from '../written.js';

/** SC2100 */
export const PATCH_SUPPORTED: WriteCheck = {
  kind: 'write',
  id: 'SC2100',
  roots: ['SC2401', 'SC2402', 'SC2501'],
  decisive: true,
  title: 'PATCH is supported',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('develop'), okta('scim20'), field('F10')],
  clients: ALL,
  effect: 'Entra updates and disables by PATCH alone, whatever ServiceProviderConfig says: leavers keep their access.',
  fix: 'Support PATCH on /Users/{id} and /Groups/{id}.',
  good: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< success',
  bad: '> PATCH /Groups/u1 {"op":"Add","path":"members","value":[{"$ref":null,"value":"u2"},{"$ref":null,"value":"u3"}]}\n< 405 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"405","detail":"The method PATCH is not supported here."}',
  exercises: patched,
  explains: (trouble, write) => refused(trouble) && [404, 405, 501].includes(write.response.status),
};
