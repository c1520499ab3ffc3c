import { getMember, isObject } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { ALL } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import type { Observation } from '../context.js';
import { showResponse } from '../show.js';

/** What a look-up that should find a resource of ours met. */
export type Miss = 'found' | 'silent' | 'refused' | 'empty';

function miss({ request, response, hits }: Observation): Miss {
  if (request.filter === undefined || hits === undefined) return 'silent';
  // A filter that is refused cannot find what will be there one day, either. 501 says that it is not supported.
  if (response.status === 400 || (response.status === 501 && request.filter.byChoice === true)) return 'refused';
  if (response.status >= 500) return 'silent';
  if (hits.length === 0) return 'silent';
  if (response.status !== 200) return 'refused';
  const list = readList(response.body);
  if (list === undefined) return 'silent';
  const ids = new Set(list.resources.map((resource) => getMember(resource, 'id')));
  return hits.every((hit) => ids.has(hit.id)) ? 'found' : list.resources.length === 0 ? 'empty' : 'silent';
}

/** One of the resources that must be found is a deactivated user. */
export function isInactive(observation: Observation): boolean {
  return observation.hits?.some((hit) => getMember(hit.resource, 'active') === false) ?? false;
}

/** One of the resources that must be found had another name before, and is looked up by the new one. */
export function isRenamed(observation: Observation): boolean {
  return natural(observation) && (observation.hits?.some(({ renamed }) => renamed === true) ?? false);
}

/** This target fails at the + that Entra writes for a blank: whatever the value, that is the reason. */
function isMisread(observation: Observation): boolean {
  return observation.facts.plusMisread === true && observation.request.target.includes('+');
}

/** Whether the filter survives only one decoding of the query, done right: by its value, or because this target fails at the +. */
export function isDelicate(observation: Observation): boolean {
  const value = observation.request.filter?.value ?? '';
  return isMisread(observation) || (/[\s+%&#]/.test(value) && !isEscaped(observation) && !isSigned(observation));
}

/**
 * The plus alone makes the target refuse the filter. Decoded wrongly it would be a blank, and find nobody: it was read as more than a
 * part of a text, in a regular expression for one.
 */
export function isPlusRefused(observation: Observation, result: Miss): boolean {
  const value = observation.request.filter?.value ?? '';
  return result === 'refused' && !isMisread(observation) && !isEscaped(observation) && value.includes('+') && !/[%&#]/.test(value);
}

/** Signs and words that mean something in a filter outside quotes, and letters beyond ASCII. */
const SIGNS = /[()[\]{}<>,;:/]|(^|\s)(and|or|not|eq|ne|co|sw|ew|pr|gt|ge|lt|le)(\s|$)|[^\p{ASCII}]/iu;

/** The value has signs or words that only a parser who knows quoted texts gets past. */
export function isSigned(observation: Observation): boolean {
  return !isMisread(observation) && !isEscaped(observation) && SIGNS.test(observation.request.filter?.value ?? '');
}

/** The value has characters that JSON escapes: the filter must be parsed, not cut at its quotes. */
export function isEscaped(observation: Observation): boolean {
  return !isMisread(observation) && /["\\]/.test(observation.request.filter?.value ?? '');
}

/**
 * Judges look-ups that should find a resource of this run.
 *
 * @param concerns tells which look-ups are the check's own
 */
export function judgeHit(concerns: (observation: Observation, result: Miss) => boolean): ResponseCheck['judge'] {
  return (observation) => {
    const result = miss(observation);
    if (result === 'silent' || !concerns(observation, result)) return 'silent';
    if (result === 'found') return 'fine';
    const { filter, resourceType } = observation.request;
    return {
      expected: `the ${resourceType ?? 'resource'} with ${filter?.attribute} eq "${filter?.value}"`,
      received: result === 'empty' ? 'no resource' : showResponse(observation.response),
      subject: `${filter?.attribute.toLowerCase()} ${result}`,
    };
  };
}

/** The look-up is by the name that the type is known by. */
export const natural = (observation: Observation): boolean => /^(userName|displayName)$/i.test(observation.request.filter?.attribute ?? '');

/** The target says that it does not look up by an attribute which only some administrators match on: filters are optional (RFC 7644 §3.4.2.2). */
export function isDeclinedChoice({ request, response }: Observation, result: Miss): boolean {
  if (request.filter?.byChoice !== true || result !== 'refused') return false;
  if (response.status !== 400) return response.status === 403 || response.status === 501;
  // A 400 of any other kind may be an accident, unless it says in words what it does not do: scimType is optional (§3.12).
  const type = isObject(response.body) ? getMember(response.body, 'scimType') : undefined;
  return type === 'invalidFilter' || /\b(not|un)[ -]?support/i.test(response.text);
}

/** Nothing about the look-up but its attribute could be the reason why it fails. */
export const plain = (observation: Observation): boolean =>
  observation.request.filter?.otherCase !== true &&
  !isInactive(observation) &&
  !isRenamed(observation) &&
  !isDelicate(observation) &&
  !isEscaped(observation) &&
  !isSigned(observation);

/** What all of them have in common. */
export const LOOK_UP = {
  impact: 'provisioning-lost',
  roots: ['SC1403', 'SC2703'],
  shared: true,
  clients: ALL,
} as const;
