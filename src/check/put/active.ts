import { field, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import { brings, isPut } from '../written.js';

/** SC2203 */
export const PUT_ACTIVE: WriteCheck = {
  kind: 'write',
  id: 'SC2203',
  title: 'A PUT stores active',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), field('F11'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Apps of the wizard are deactivated by PUT: leavers keep their access.',
  fix: 'Read active from the body of a PUT.',
  exercises: (operation, write) => isPut(operation) && brings(write, 'active'),
  explains: (trouble) => trouble.path === 'active',
};
