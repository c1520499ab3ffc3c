import { ALL, entra, field, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { hitCheck, isInactive } from './look-up.js';

/** SC1307 */
export const HIT_INACTIVE: ResponseCheck = hitCheck(
  {
    id: 'SC1307',
    roots: ['SC1403', 'SC2401', 'SC1303'],
    title: 'A look-up finds a deactivated user',
    severity: 'error',
    impact: 'provisioning-lost',
    authorities: [entra('develop'), okta('scim20'), field('F17')],
    clients: ALL,
    effect: 'The user who comes back is created anew beside the old account, or meets a conflict that nobody can resolve.',
    fix: 'Keep deactivated users in filters and lists, with "active": false, until they are deleted.',
    good: '> GET /Users?filter=userName+eq+%22katherine.johnson%40example.com%22\n< the User with userName eq "katherine.johnson@example.com"',
    bad: '> GET /Users?filter=userName+eq+%22katherine.johnson%40example.com%22\n< no resource',
  },
  (seen) => isInactive(seen) && seen.request.filter?.otherCase !== true,
);
