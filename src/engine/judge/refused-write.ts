import { defined } from '../../base/defined.js';
import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import { checkOfRule } from '../../check/constraint/check-of-rule.js';
import type { Difference, Observation, ObservedWrite } from '../../check/context.js';
import { checksExercised, judgeWrite } from '../../check/judge.js';
import { operationsOf } from '../../check/operation.js';
import { show, showResponse } from '../../check/show.js';
import type { JudgedSymptom, Symptom } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { isObject, type Json } from '../../scim/json.js';
import { headerOf, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import type { Answered } from '../exchange/exchanger.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { rowPosition } from '../mapping/row-position.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { createdAllTheSame } from './created-all-the-same.js';
import { isUnexpected, type OutcomeContext } from './outcome-context.js';
import { bodyCauses } from './variation/body-causes.js';
import { sentOperations } from './variation/operations.js';
import { patchCauses } from './variation/patch-causes.js';
import type { RefusalCause } from './variation/refusal-cause.js';
import { Trial } from './variation/trial.js';

/** Refusals that may be about the form of a request. Who may not ask, and what is not there, is another matter. */
const OF_FORM: ReadonlySet<number> = new Set([400, 406, 413, 415, 422, 500, 501]);

/**
 * Asks why a write was refused: scim-check sends it again in other forms, each of which a correct server takes for the same. Where
 * one is accepted, the difference is the reason, and takes the place of what the refusal might have meant.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @param noted how many symptoms the step had shown before the write was judged
 */
export async function explainRefusal(context: OutcomeContext, answered: Answered, noted: number): Promise<void> {
  const { observation, owned, exchange } = answered;
  const { request, response } = observation;
  const [refusal, ...others] = context.log.symptoms.slice(noted);
  // Where the resource changed all the same, that is what went wrong.
  if (others.length > 0 || request.rawBody !== undefined || observation.again === true || owned?.contentUnknown === true) return;
  if (!OF_FORM.has(response.status) || !isUnexpected(context.expectation, response)) return;
  const made = answered.creation === undefined ? undefined : await createdAllTheSame(context, answered);
  if (made !== undefined) {
    context.log.withdraw(noted);
    const received = `${showResponse(response)}, and a look-up by name finds the resource ${made}`;
    context.log.report(['SC1225'], { expected: '201, or nothing that was made', received, subject: 'made' }, exchange);
    return;
  }
  // Where the target says which of its rules is broken, that is the reason.
  if (checkOfRule({ request, response, facts: observation.facts }) !== undefined) return;
  const kind = kindOf(request, response.status);
  const question = context.run.trials.about(observation.dialect, kind);
  if (question === undefined) return context.log.acquit(refusal, context.run.trials.refuted(observation.dialect, kind));
  const trial = new Trial({ context, owned, question });
  const causes = await causesOf(trial, observation);
  const symptoms = causes.flatMap((cause) => symptomOf(context, observation, cause) ?? []);
  if (symptoms.length === 0) {
    if (!trial.isExhausted) {
      question.inVain(trial.refuted);
      context.log.acquit(refusal, trial.refuted);
    }
    if (owned !== undefined) await takeStock(context, owned, refusal);
    return;
  }
  await replaceSymptoms(context, answered, { noted, earlier: refusal === undefined ? undefined : [refusal], symptoms });
}

/** The reasons in the place of what a step had shown of a write before it was asked about. */
interface Replacement {
  readonly noted: number;
  /** What had been shown; undefined: nothing that a path is unreliable for. */
  readonly earlier: readonly Symptom[] | undefined;
  readonly symptoms: readonly JudgedSymptom[];
}

/**
 * Replaces what a failed write might have meant by the reasons that were found.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @param replacement the reasons, and what they replace
 */
export async function replaceSymptoms(
  context: OutcomeContext,
  { owned, exchange }: Answered,
  { noted, earlier, symptoms }: Replacement,
): Promise<void> {
  context.log.withdraw(noted);
  const found = context.log.note({ symptoms, held: [] }, exchange);
  if (owned === undefined) return;
  for (const path of owned.unreliablePaths) {
    const { causes } = owned.reliabilityOf([path]);
    if (earlier === undefined || earlier.some((each) => causes.includes(each))) owned.markUnreliable(path, found[0]);
  }
  await takeStock(context, owned, found[0]);
}

async function causesOf(trial: Trial, { request, addressed, facts }: Observation): Promise<RefusalCause[]> {
  const context = { type: request.resourceType ?? 'User', schemas: facts.schemas, before: addressed?.resource ?? {} };
  return request.method === 'PATCH' ? await patchCauses(trial, request, context) : await bodyCauses(trial, request, context);
}

/** The symptom of a cause. A check that the scenario names stays, unless another one is shown to be the reason. */
export function symptomOf(context: OutcomeContext, observation: Observation, cause: RefusalCause): JudgedSymptom | undefined {
  const { request, response } = observation;
  const { client, expectation } = context;
  const named = expectation.check;
  if (cause.kind === 'operation') return named === undefined ? symptomOfOperation(context, observation, cause) : undefined;
  const { check, difference } = cause;
  const general: readonly CheckId[] = request.method === 'PUT' ? ['SC1204', 'SC2201'] : ['SC1204'];
  const own = check !== undefined && checkOf(check).clients.includes(client.family) ? [check] : [];
  const left = reasonsLeft(observation, cause, own);
  const candidates = left.length > 0 ? left : own;
  return {
    candidates: candidates.length > 0 ? candidates : [...general, ...(named === undefined ? [] : [named])],
    direct: true,
    subject: `refused ${difference}`,
    accepted: difference,
    expected: `success: the same request is accepted ${difference}${rowOf(context, request, cause.path)}`,
    received: showResponse(response),
    ...defined({ resourceType: request.resourceType }),
  };
}

/** What the refusal may mean, without what the accepted form asks for just as well; of several, the most specific one is the last. */
function reasonsLeft(
  observation: Observation,
  { refused, accepted }: Extract<RefusalCause, { kind: 'form' }>,
  own: readonly CheckId[],
): readonly CheckId[] {
  if (accepted === undefined) return own;
  const asked = checksExercised(writeOf(observation, refused, observation.response));
  const cleared = checksExercised(writeOf(observation, accepted, observation.response));
  const candidates = refusalOf(observation, refused, observation.response)?.candidates ?? [];
  const possible = candidates.filter((check) => asked.has(check));
  return [...new Set([...possible, ...own])].filter((check) => !cleared.has(check));
}

/** One operation of several is refused by itself: the others are not to blame. */
function symptomOfOperation(
  context: OutcomeContext,
  observation: Observation,
  { single, request, response }: Extract<RefusalCause, { kind: 'operation' }>,
): JudgedSymptom | undefined {
  const symptom = refusalOf(observation, request, response);
  if (symptom === undefined) return undefined;
  // What the target did not take from a creation it does not have.
  const unseen = context.run.log.neverShown(observation.dialect, single.asked.text ?? '');
  if (unseen !== undefined) return { ...symptom, candidates: unseen.candidates, received: showResponse(response) };
  const accepted = `without ${show(single.sent)}`;
  const expected = `success: the same request is accepted ${accepted}${rowOf(context, request, single.asked.text)}`;
  // Where the operation works on other attributes, it is the attribute that is refused.
  const candidates: readonly CheckId[] = [...new Set<CheckId>(['SC2136', ...symptom.candidates])];
  return { ...symptom, candidates, accepted, expected, received: showResponse(response) };
}

/** ` (mapping m, row of line 3)`, where the mapping has the path. */
function rowOf({ run: { mapping } }: OutcomeContext, { resourceType = 'User' }: ScimRequest, path: string | undefined): string {
  if (path === undefined) return '';
  const wanted = path.toLowerCase();
  const rows = mappedRows(mapping, resourceType);
  const row = rows.find(({ name }) => name.toLowerCase() === wanted) ?? rows.find(({ name }) => name.toLowerCase().startsWith(wanted));
  return row === undefined ? '' : ` (${rowPosition(mapping, row)})`;
}

/** What the refusal of a request may mean. */
function refusalOf(observation: Observation, request: ScimRequest, response: ScimResponse): JudgedSymptom | undefined {
  const [symptom] = judgeWrite(writeOf(observation, request, response)).symptoms;
  return symptom === undefined || symptom.candidates.length === 0 ? undefined : symptom;
}

/** A form of the write as the checks look at it: refused or passed over, and nothing changed. */
function writeOf(observation: Observation, request: ScimRequest, response: ScimResponse): ObservedWrite {
  const { addressed, facts } = observation;
  const before = addressed?.resource;
  const operations = operationsOf(request.method, request.body, before, request.resourceType ?? 'User', facts.schemas);
  const accepted = succeeded(response);
  const outcome = { expected: 'success', received: showResponse(response) };
  const differences: readonly Difference[] = accepted
    ? operations.map((operation) => ({
        kind: operation.kind === 'remove' ? 'kept' : 'missing',
        path: operation.text ?? '',
        operation,
        ...outcome,
      }))
    : [{ kind: 'refused', path: '', ...outcome }];
  return { ...observation, request, response, operations, accepted, differences, ...defined({ before }) };
}

/** What the trials left behind is taken as it is: it is no client's business. */
export async function takeStock({ readBack }: OutcomeContext, owned: OwnedResource, symptom: Symptom | undefined): Promise<void> {
  const reading = await readBack.compare(owned);
  for (const { path } of [...(reading?.differences ?? []), ...(reading?.permitted ?? [])]) {
    owned.acceptServerValue(memberless(path), reading?.resource ?? {});
    owned.markUnreliable(memberless(path), symptom);
  }
}

/** `members[<id>]` differences concern the path `members`. */
function memberless(path: string): string {
  return path.startsWith('members[') ? 'members' : path;
}

/** What writes of one kind have in common: the method, the type, the purpose and the shape of the body. */
export function kindOf({ method, resourceType, purpose, body, headers }: ScimRequest, status: number): string {
  const shape = method === 'PATCH' ? sentOperations(body).map(({ op, path, value }) => [op, path, shapeOf(value)]) : shapeOf(body);
  return JSON.stringify([method, resourceType, purpose, status, headerOf(headers, 'content-type'), shape]);
}

/** The names in a value, without what they hold. */
function shapeOf(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
  return value === null || value === undefined ? null : value === '' ? '' : typeof value;
}
