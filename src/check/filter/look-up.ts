import { getMember } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { ALL } from '../authority.js';
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
  const ids = new Set(list.resources.map((resource) => getMember(resource, 'id')));
  return hits.every((hit) => ids.has(hit.id)) ? 'found' : list.resources.length === 0 ? 'empty' : 'silent';
}

/** One of the resources that must be found is a deactivated user. */
export function isInactive(seen: Seen): boolean {
  return seen.hits?.some((hit) => getMember(hit.resource, 'active') === false) ?? false;
}

/** This target fails at the + that Entra writes for a blank: whatever the value, that is the reason. */
function isMisread(seen: Seen): boolean {
  return seen.facts.plusMisread === true && seen.request.target.includes('+');
}

/** Whether the filter survives only one decoding of the query, done right: by its value, or because this target fails at the +. */
export function isDelicate(seen: Seen): boolean {
  return isMisread(seen) || (/[\s+%&#]/.test(seen.request.filter?.value ?? '') && !isEscaped(seen));
}

/** The value has characters that JSON escapes: the filter must be parsed, not cut at its quotes. */
export function isEscaped(seen: Seen): boolean {
  return !isMisread(seen) && /["\\]/.test(seen.request.filter?.value ?? '');
}

/**
 * A check of look-ups that should find a resource of this run.
 *
 * @param info what the catalogue says of it
 * @param concerns tells which look-ups are its own
 */
export function hitCheck(info: Omit<ResponseCheck, 'kind' | 'judge'>, concerns: (seen: Seen, result: Miss) => boolean): ResponseCheck {
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

/** The look-up is by the name that the type is known by. */
export const natural = (seen: Seen): boolean => /^(userName|displayName)$/i.test(seen.request.filter?.attribute ?? '');

/** Nothing about the look-up but its attribute could be the reason why it fails. */
export const plain = (seen: Seen): boolean =>
  seen.request.filter?.otherCase !== true && !isInactive(seen) && !isDelicate(seen) && !isEscaped(seen);

/** What all of them have in common. */
export const LOOK_UP = {
  severity: 'error',
  impact: 'provisioning-lost',
  roots: ['SC1403'],
  shared: true,
  clients: ALL,
} as const;
