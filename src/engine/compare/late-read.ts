import { plainText } from '../../base/plain-text.js';
import type { Observation } from '../../check/context.js';
import { getMember } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import type { OwnedResources } from '../state/owned-resources.js';

/** What a read should have shown of this run's resources, and did not. */
export interface LateRead {
  readonly expected: string;
  readonly received: string;
}

/**
 * Whether a read shows this run's resources as they were a while ago: an index may be behind the writes. Only what is answered
 * as a success, or as "not there", can be an old state.
 *
 * @param observation the read and its answer
 * @param resources what this run has created
 * @returns what is not as it should be; undefined when the answer cannot be an old one
 */
export function lateRead(observation: Observation, resources: OwnedResources): LateRead | undefined {
  const { request, response, wanted } = observation;
  if (request.method !== 'GET' || wanted?.includes(response.status) === true) return undefined;
  return request.id === undefined ? lateList(observation, resources) : lateResource(observation);
}

/**
 * What a search has shown of this run's resources, as it is now.
 *
 * @param observation the search and its answer, which is not a late one
 * @returns the state of each
 */
export function shownBy({ hits = [], response }: Observation): readonly object[] {
  const list = response.status === 200 ? readList(response.body) : undefined;
  const ids = new Set(list?.resources.map((resource) => getMember(resource, 'id')));
  return hits.filter(({ id }) => ids.has(id)).map(({ resource }) => resource);
}

/**
 * Whether a search was answered with what it must find, and with nothing else.
 *
 * @param observation the search and its answer
 */
export function showsHitsAlone({ hits = [], response }: Observation): boolean {
  const list = response.status === 200 ? readList(response.body) : undefined;
  const ids = new Set(hits.map(({ id }) => id));
  return (
    list !== undefined && list.resources.length === ids.size && list.resources.every((each) => ids.has(plainText(getMember(each, 'id'))))
  );
}

function lateResource({ addressed, response: { status } }: Observation): LateRead | undefined {
  if (addressed === undefined) return undefined;
  if (!addressed.deleted && status === 404) return { expected: 'the resource', received: '404' };
  return addressed.deleted && status === 200 ? { expected: '404 after the deletion', received: '200 with the resource' } : undefined;
}

function lateList({ request, response, hits }: Observation, resources: OwnedResources): LateRead | undefined {
  const list = hits === undefined || response.status !== 200 ? undefined : readList(response.body);
  if (hits === undefined || list === undefined) return undefined;
  const shown = new Map(list.resources.map((resource) => [plainText(getMember(resource, 'id')), resource]));
  const wanted = new Set(hits.map(({ id }) => id));
  const lost = hits.filter(({ id }) => !shown.has(id)).length;
  // More than one page: what is missing may stand on the next.
  if (lost > 0 && (list.total ?? 0) <= shown.size) return tooFewOrMany(request.filter?.value, hits.length, hits.length - lost);
  const extra = [...shown.keys()].filter((id) => !wanted.has(id) && resources.find(request.resourceType, id) !== undefined).length;
  if (extra > 0) return tooFewOrMany(request.filter?.value, hits.length, hits.length + extra);
  const old = hits.find(({ id, resource }) => isOld(getMember(resource, 'active'), getMember(shown.get(id) ?? {}, 'active')));
  return old === undefined
    ? undefined
    : {
        expected: `"active": ${plainText(getMember(old.resource, 'active'))}`,
        received: `"active": ${!getMember(old.resource, 'active')}`,
      };
}

function tooFewOrMany(value: string | undefined, wanted: number, found: number): LateRead {
  const count = (number: number): string => (number === 0 ? 'no resource' : `${number} ${number === 1 ? 'resource' : 'resources'}`);
  return { expected: `${count(wanted)} of this run with "${value}"`, received: count(found) };
}

function isOld(wanted: unknown, shown: unknown): boolean {
  return typeof wanted === 'boolean' && typeof shown === 'boolean' && wanted !== shown;
}
