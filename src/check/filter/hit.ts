import { getMember } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { ALL, entra, field, must, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import type { Seen } from '../context.js';
import { showResponse } from '../show.js';

/** What a look-up that should find a resource of ours met. */
type Miss = 'found' | 'silent' | 'refused' | 'empty';

function miss({ request, response, hits }: Seen): Miss {
  if (request.filter === undefined || hits === undefined || response.status >= 500) return 'silent';
  // A filter that is refused cannot find what will be there one day, either.
  if (response.status === 400) return 'refused';
  if (hits.length === 0) return 'silent';
  if (response.status !== 200) return 'refused';
  const list = readList(response.body);
  if (list === undefined) return 'silent';
  const ids = new Set(list.resources.map((resource) => resource['id']));
  return hits.every((hit) => ids.has(hit.id)) ? 'found' : list.resources.length === 0 ? 'empty' : 'silent';
}

function isInactive(seen: Seen): boolean {
  return seen.hits?.some((hit) => getMember(hit.resource, 'active') === false) ?? false;
}

/** Whether the filter survives only one decoding of the query, done right: by its value, or because this target fails at the +. */
function isDelicate(seen: Seen): boolean {
  const misread = seen.facts.plusMisread === true && seen.request.target.includes('+');
  return misread || /[\s+%&#]/.test(seen.request.filter?.value ?? '');
}

function hitCheck(info: Omit<ResponseCheck, 'kind' | 'judge'>, concerns: (seen: Seen, result: Miss) => boolean): ResponseCheck {
  return {
    kind: 'response',
    ...info,
    judge(seen) {
      const result = miss(seen);
      if (result === 'silent' || !concerns(seen, result)) return 'silent';
      if (result === 'found') return 'fine';
      const filter = seen.request.filter;
      return {
        expected: `the ${seen.request.resourceType ?? 'resource'} with ${filter?.attribute} eq "${filter?.value}"`,
        received: result === 'empty' ? 'no resource' : showResponse(seen.response),
        subject: `${filter?.attribute.toLowerCase()} ${result}`,
      };
    },
  };
}

const natural = (seen: Seen): boolean => /^(userName|displayName)$/i.test(seen.request.filter?.attribute ?? '');
const plain = (seen: Seen): boolean => seen.request.filter?.otherCase !== true && !isInactive(seen) && !isDelicate(seen);

const lookUp = {
  severity: 'error',
  impact: 'provisioning-lost',
  roots: ['SC1403'],
  clients: ALL,
} as const;

/** SC1303 */
export const HIT: ResponseCheck = hitCheck(
  {
    ...lookUp,
    id: 'SC1303',
    title: 'A look-up by userName finds the user',
    authorities: [
      entra('develop'),
      okta('scim20'),
      must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    ],
    effect: 'The client does not find the person who is there and creates a second one, or stops at a conflict.',
    fix: 'Support "userName eq" on /Users.',
  },
  (seen) => natural(seen) && plain(seen) && seen.request.resourceType === 'User',
);

/** SC1310 */
export const HIT_GROUP: ResponseCheck = hitCheck(
  {
    ...lookUp,
    id: 'SC1310',
    title: 'A look-up by displayName finds the group',
    authorities: [entra('develop'), okta('scim20'), field('F35')],
    effect: 'The client does not find the group that is there and creates a second one, or stops at a conflict.',
    fix: 'Support "displayName eq" on /Groups.',
  },
  (seen) => natural(seen) && plain(seen) && seen.request.resourceType === 'Group',
);

/** SC1304 */
export const HIT_OTHER_CASE: ResponseCheck = hitCheck(
  {
    id: 'SC1304',
    roots: ['SC1403', 'SC1303', 'SC1310'],
    title: 'A look-up finds the resource in whatever case the value is written',
    severity: 'error',
    severityFor: { okta: 'warning' },
    impact: 'provisioning-lost',
    authorities: [
      must(
        '7644',
        '3.4.2.2',
        'the case sensitivity for String type attributes SHALL be determined by the attribute\'s "caseExact" characteristic',
      ),
      must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.'),
      field('F15'),
    ],
    clients: ALL,
    effect: 'A person whose address is written in another case in the directory is created twice, or meets a conflict for ever.',
    fix: 'Compare userName and displayName without regard to case; id and externalId exactly.',
  },
  (seen) => seen.request.filter?.otherCase === true,
);

/** SC1306 */
export const HIT_OTHER_ATTRIBUTE: ResponseCheck = hitCheck(
  {
    id: 'SC1306',
    roots: ['SC1403'],
    title: 'A look-up by another mapped attribute finds the resource',
    severity: 'error',
    severityFor: { okta: 'warning' },
    impact: 'provisioning-lost',
    authorities: [entra('mapping'), field('F13'), field('F74')],
    clients: ALL,
    effect: 'An administrator who matches on this attribute cannot provision anybody, or gets everybody twice.',
    fix: 'Support "eq" on every attribute that the mapping marks as filterable, with a value path such as emails[type eq "work"].value too.',
  },
  (seen) => !natural(seen) && plain(seen),
);

/** SC1307 */
export const HIT_INACTIVE: ResponseCheck = hitCheck(
  {
    id: 'SC1307',
    roots: ['SC1403', 'SC2401'],
    title: 'A look-up finds a deactivated user',
    severity: 'error',
    impact: 'provisioning-lost',
    authorities: [entra('develop'), okta('scim20'), field('F17')],
    clients: ALL,
    effect: 'The user who comes back is created anew beside the old account, or meets a conflict that nobody can resolve.',
    fix: 'Keep deactivated users in filters and lists, with "active": false, until they are deleted.',
  },
  (seen) => isInactive(seen) && seen.request.filter?.otherCase !== true,
);

/** SC1308 */
export const HIT_DELICATE: ResponseCheck = hitCheck(
  {
    id: 'SC1308',
    roots: ['SC1403', 'SC1303', 'SC1310'],
    title: 'A look-up decodes the filter exactly once',
    severity: 'error',
    impact: 'provisioning-lost',
    authorities: [
      must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
      field('F25'),
    ],
    clients: ALL,
    effect: 'Groups with a blank in their name and people with plus addressing are never found, and are created again.',
    fix: 'Decode the query as a form does (+ is a blank, %2B a plus), once, then parse the value as a JSON string.',
  },
  (seen) => isDelicate(seen) && seen.request.filter?.otherCase !== true && !isInactive(seen),
);
