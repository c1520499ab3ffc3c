import { entra, field, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import { hitCheck, LOOK_UP, natural, plain } from './look-up.js';

/** SC1310 */
export const HIT_GROUP: ResponseCheck = hitCheck(
  {
    ...LOOK_UP,
    id: 'SC1310',
    title: 'A look-up by displayName finds the group',
    authorities: [entra('develop'), okta('scim20'), field('F35')],
    effect: 'The client does not find the group that is there and creates a second one, or stops at a conflict.',
    fix: 'Support "displayName eq" on /Groups.',
    good: '> GET /Groups?excludedAttributes=members&filter=displayName+eq+%22Engineering%22\n< the Group with displayName eq "Engineering"',
    bad: '> GET /Groups?excludedAttributes=members&filter=displayName+eq+%22Engineering%22\n< 400 {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"invalidFilter","detail":"Groups cannot be filtered."}',
  },
  (seen) => natural(seen) && plain(seen) && seen.request.resourceType === 'Group',
);
