import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import type { Difference, Observation } from '../../check/context.js';
import { judgeWrite } from '../../check/judge.js';
import { OF_FORM } from '../../check/of-form.js';
import { operationsOf, type WriteOperation } from '../../check/operation.js';
import { show, showResponse } from '../../check/show.js';
import type { JudgedSymptom, Symptom } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { valueAt } from '../../scim/resource.js';
import { attributeTo } from '../compare/comparison.js';
import { rowOf } from '../mapping/mapped-rows.js';
import { rowPosition } from '../mapping/row-position.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { Twin } from '../state/twin.js';
import { lostBefore } from './lost-before.js';
import { nameGivenUp } from './name-given-up.js';
import { neverTaken } from './never-shown.js';
import { isUnwanted, type OutcomeContext } from './outcome-context.js';

/** Whoever is deactivated is in no group. */
const NOT_SHOWN: CheckId = 'SC2404';

/** A write, and the resource that it addressed. */
export interface JudgedWrite {
  readonly observation: Observation;
  readonly exchange: string;
  /** The resource of this run that the request addresses; absent for a creation that failed. */
  readonly owned: OwnedResource | undefined;
  /** What a correct server held before; absent: it created the resource. */
  readonly before: Twin | undefined;
}

/**
 * Notes what went wrong with a write, each difference attributed to the operation that asked for the change there.
 *
 * @param context what it is judged with
 * @param write the write
 * @param differences how what the target holds differs from the twin
 * @returns the symptom of each difference, in the order of the differences
 */
export function noteWriteSymptoms(context: OutcomeContext, write: JudgedWrite, differences: readonly Difference[]): readonly Symptom[] {
  const { observation, owned, before } = write;
  const { request, response, facts } = observation;
  const type = request.resourceType ?? 'User';
  const accepted = succeeded(response);
  const operations = operationsOf(request.method, request.body, before?.resource, type, facts.schemas);
  const isRefused = !accepted && isUnwanted(context.expectation, response);
  const refusal: Difference = { kind: 'refused', path: '', expected: 'success', received: showResponse(response) };
  const all = [
    ...(isRefused ? [refusal] : []),
    ...differences.map((each) => attributeTo(worded(context, write, fromBefore(each, write)), operations)),
  ];
  const judged = judgeWrite({
    ...observation,
    operations,
    accepted,
    differences: all,
    ...(before === undefined ? {} : { before: before.resource }),
    ...(owned === undefined ? {} : { unreliable: owned.unreliablePaths }),
  });
  if (accepted && request.method === 'PATCH') context.log.confirm('SC2100', type);
  const named = namedBy(context, write);
  // What the target has shown of nobody so far is lost for a reason of its own.
  const isNews = (difference: Difference | undefined): boolean =>
    difference?.kind !== 'missing' || context.run.log.neverShown(observation.dialect, difference.path) === undefined;
  const symptoms = judged.symptoms.map((symptom, index) =>
    withNamed(
      isNews(all[index]) ? named : undefined,
      withEarlierCause(context, write, operations, withoutUnderstood(owned, symptom, all[index]), all[index]),
    ),
  );
  const carriedOut = judged.held.filter((check) => OF_FORM.has(check));
  if (carriedOut.length > 0) for (const { text = '' } of operations) owned?.noteUnderstood(text, carriedOut);
  // A scenario's own request is not the client's.
  const isClients = request.purpose !== 'raw' || context.run.ownWordsHold === true;
  const noted = context.log.note({ ...judged, symptoms, held: accepted && isClients ? judged.held : [] }, write.exchange);
  for (const [index, { id }] of noted.entries()) if (lacksInactive(context, all[index])) context.run.log.consider(id, NOT_SHOWN);
  const [first] = noted;
  if (isRefused) for (const operation of operations) owned?.markUnreliable(operation.text ?? '', first);
  return isRefused ? noted.slice(1) : noted;
}

/** A change that was not made has another reason than its form, where the same form was carried out at the same place before. */
function withoutUnderstood(owned: OwnedResource | undefined, symptom: JudgedSymptom, difference: Difference | undefined): JudgedSymptom {
  const understood = owned?.understoodAt(difference?.operation?.text ?? '') ?? new Set();
  const left = symptom.candidates.filter((check) => !understood.has(check));
  return left.length === 0 || left.length === symptom.candidates.length ? symptom : { ...symptom, candidates: left };
}

/** Somebody who is deactivated may be missing from a group because of that, however they were to come into it. */
function lacksInactive({ run }: OutcomeContext, difference: Difference | undefined): boolean {
  const id = difference?.kind === 'missing' ? /^members\[(.*)\]$/.exec(difference.path)?.[1] : undefined;
  return id !== undefined && run.resources.find('User', id)?.twin.resource['active'] === false;
}

/** What was there before the write has not been altered by it, unless it had been before. */
function fromBefore(difference: Difference, { before, owned }: JudgedWrite): Difference {
  if (difference.kind !== 'altered' || before === undefined) return difference;
  const earlier = owned?.reliabilityOf([difference.path]).causes ?? [];
  if (earlier.some(({ candidates }) => candidates.includes('SC1252'))) return difference;
  const old = valueAt(before.resource, difference.path);
  return typeof old === 'string' && difference.received.endsWith(` = ${show(old)}`) ? { ...difference, kind: 'changed' } : difference;
}

/** A difference as the report tells it: after which answer, and from which row of the mapping. */
function worded({ run }: OutcomeContext, { observation }: JudgedWrite, difference: Difference): Difference {
  const row = rowOf(run.mapping, observation.request.resourceType ?? 'User', difference.path);
  const place = row?.line === undefined ? '' : ` (${rowPosition(run.mapping, row)})`;
  const received = `${observation.response.status}, then GET: ${difference.received}`;
  return { ...difference, expected: `${difference.expected}${place}`, received };
}

/** A value that never showed after a creation has its reason there. */
function withEarlierCause(
  { run }: OutcomeContext,
  { observation, before, owned }: JudgedWrite,
  operations: readonly WriteOperation[],
  symptom: JudgedSymptom,
  difference: Difference | undefined,
): JudgedSymptom {
  const isRefused = difference?.kind === 'refused';
  const givenUp = isRefused && owned !== undefined ? nameGivenUp(run.resources, observation, owned, operations) : undefined;
  const lost = isRefused ? (lostBefore(owned?.unreliable(), operations) ?? givenUp) : undefined;
  if (lost !== undefined) return { ...symptom, candidates: lost.candidates, follows: true };
  const path = earlierPath(observation, difference);
  const { dialect } = observation;
  // Who shows only now was not put there by this write.
  const shownLate = difference?.kind === 'kept' ? owned?.missingMember(difference.path) : undefined;
  if (shownLate !== undefined) return { ...symptom, candidates: shownLate.candidates, follows: true };
  const earlier = difference?.kind === 'missing' && before !== undefined ? run.log.neverShown(dialect, path) : undefined;
  if (earlier !== undefined) return { ...symptom, candidates: earlier.candidates, follows: true };
  // A write of such a value may be refused for the same reason: the target does not have the attribute.
  const unseen: readonly CheckId[] =
    difference?.kind !== 'refused'
      ? []
      : operations.flatMap(({ kind, text = '' }) =>
          kind === 'create' || kind === 'put' ? [] : (neverTaken(run, dialect, text)?.candidates ?? []),
        );
  // What it does not have it may refuse in any form.
  const isUnseen = unseen.length > 0 && operations.every(({ text = '' }) => neverTaken(run, dialect, text) !== undefined);
  const candidates = [...new Set([...unseen, ...(isUnseen ? [] : symptom.candidates)])];
  return { ...symptom, candidates: candidates.length > 0 ? candidates : ['SC9001'], ...(isUnseen ? { follows: true } : {}) };
}

/** Under which path a creation lost what a change brings again. A PUT of a group is carried out by itself: members have a check there. */
function earlierPath({ request }: Observation, { path } = { path: '' }): string {
  return path.startsWith('members[') && request.method === 'PATCH' ? 'members' : path;
}

/**
 * The check that a scenario names for a create in its own words, or for a request that may be refused: they are made so that what goes
 * wrong with them has that reason.
 */
function namedBy({ expectation, client }: OutcomeContext, { observation: { request }, before }: JudgedWrite): CheckId | undefined {
  const { check, statuses } = expectation;
  if (check === undefined || !checkOf(check).clients.includes(client.family)) return undefined;
  const isOwnCreate = request.method === 'POST' && request.purpose === 'raw' && before === undefined;
  const mayBeRefused = request.purpose !== 'raw' && statuses?.some((status) => status >= 400) === true;
  return isOwnCreate || mayBeRefused ? check : undefined;
}

/** What was created, changed or added is not there, and nothing says why. */
const LOST: readonly CheckId[] = ['SC1205', 'SC2403', 'SC2301'];

/** What says more than that values were lost keeps its own name, but for a member who is none: the step tells that best. */
function withNamed(named: CheckId | undefined, symptom: JudgedSymptom): JudgedSymptom {
  const own = symptom.candidates.at(-1);
  if (named === undefined) return symptom;
  // What the target never showed of anybody has nothing to do with what the step sends.
  const isLost = own !== undefined && LOST.includes(own) && symptom.follows !== true;
  if (!isLost && named !== 'SC2341') return symptom;
  return { ...symptom, candidates: [...symptom.candidates.filter((check) => check !== named), named] };
}
