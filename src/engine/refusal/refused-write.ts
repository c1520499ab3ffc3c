import { defined } from '../../base/defined.js';
import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import { checkOfRule } from '../../check/constraint/check-of-rule.js';
import type { Difference, Observation, ObservedWrite } from '../../check/context.js';
import { checksExercised, judgeWrite } from '../../check/judge.js';
import { operationsOf, type WriteOperation } from '../../check/operation.js';
import { isConsequence } from '../../check/roots.js';
import { show, showResponse } from '../../check/show.js';
import type { JudgedSymptom, Symptom } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import type { Method, ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import type { Answered } from '../exchange/exchanger.js';
import { neverTaken } from '../judge/never-shown.js';
import { isUnexpected, type OutcomeContext } from '../judge/outcome-context.js';
import { isOfAnyTarget, isOfContent } from '../judge/step-log.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { rowPosition } from '../mapping/row-position.js';
import type { Twin } from '../state/twin.js';
import { createdAllTheSame } from './created-all-the-same.js';
import { type Earlier, toldAsDone } from './done-all-the-same.js';
import { refusedAsEmpty } from './empty-group.js';
import { refusedAsImmutable } from './immutable-write.js';
import { refusedAsLacking } from './lacks-required.js';
import { takeStock } from './take-stock.js';
import { bodyCauses } from './variation/body-causes.js';
import { patchCauses } from './variation/patch-causes.js';
import { checksShown, type RefusalCause } from './variation/refusal-cause.js';
import { isConflict } from './variation/shared-values.js';
import { hasLongTexts } from './variation/shorter-texts.js';
import { Trial } from './variation/trial.js';
import { kindOf } from './write-kind.js';

/** Refusals that may be about what a request asks for, or about its form. */
const OF_REQUEST: ReadonlySet<number> = new Set([400, 406, 409, 413, 415, 422, 500, 501]);

/** Where a value that others have was the reason before, a conflict about which nothing more may be asked has it, too. */
const SHARED: CheckId = 'SC1229';

/** Who may not create, and where nothing can be created, is another matter; where some changes are made, so is what others ask for. */
const OF_CHANGE: ReadonlySet<number> = new Set([403, 404, 405, 503]);

/**
 * Asks why a write was refused: scim-check sends it again in other forms, each of which a correct server takes for the same. Where
 * one is accepted, the difference is the reason, and takes the place of what the refusal might have meant.
 *
 * @param context what the write is judged with
 * @param answered the write and its answer
 * @param noted how many symptoms the step had shown before the write was judged
 * @param earlier the resource before it; absent: there was none
 */
export async function explainRefusal(context: OutcomeContext, answered: Answered, noted: number, earlier?: Earlier): Promise<void> {
  const done = isUnexpected(context.expectation, answered.observation.response) && (await toldAsDone(context, answered, earlier, noted));
  if (done !== true) await askWhy(context, answered, noted);
  if (done === 'perhaps') context.log.consider(noted, 'SC2146');
}

async function askWhy(context: OutcomeContext, answered: Answered, noted: number): Promise<void> {
  const { observation, owned, exchange } = answered;
  const { request, response } = observation;
  const [refusal, ...others] = context.log.ofContent(noted);
  // Where the resource changed all the same, that is what went wrong.
  if (others.length > 0 || request.rawBody !== undefined || owned?.contentUnknown === true) return;
  if (!mayBeOfRequest(request, response.status) || !isUnexpected(context.expectation, response)) return;
  const isAgain = observation.again === true;
  const made = answered.creation === undefined || isAgain ? undefined : await createdAllTheSame(context, answered);
  if (made !== undefined) {
    context.log.withdraw(noted, isOfContent);
    const received = `${showResponse(response)}, and a look-up by name finds the resource ${made}`;
    context.log.report(['SC1225'], { expected: '201, or nothing that was made', received, subject: 'made' }, exchange);
    return;
  }
  const fixed = [...refusedAsImmutable(context, answered), ...refusedAsEmpty(context, answered), ...refusedAsLacking(context, answered)];
  if (fixed.length > 0) {
    const told = fixed.filter(({ candidates: [check] }) => check !== undefined && checkOf(check).clients.includes(context.client.family));
    const earlier = refusal === undefined ? undefined : [refusal];
    return await replaceSymptoms(context, answered, { noted, earlier, symptoms: told, before: owned?.twin });
  }
  if (isAgain) return;
  // Any other form of what is there already is a change, which says nothing of the conflict.
  if (response.status === 409 && request.resourceType !== 'Group' && changesNothing(observation)) return;
  // Where the target says which of its rules is broken, that is the reason.
  if (checkOfRule({ request, response, facts: observation.facts }) !== undefined) return;
  const kind = kindOf(request, response.status);
  const question = context.run.trials.about(observation.dialect, kind);
  const otherwise = request.method === 'PATCH' ? 'SC2136' : undefined;
  const isShared = isConflict(response) && context.run.trials.isShared(observation.dialect, request.resourceType ?? 'User');
  if (question === undefined && refusal !== undefined && isShared) return context.log.add(refusal, SHARED);
  if (question === undefined) return context.log.acquit(refusal, context.run.trials.refuted(observation.dialect, kind), otherwise);
  const before = owned?.twin;
  const trial = new Trial({ context, owned, question, refusal: response });
  const causes = await causesOf(trial, observation);
  const { resourceType = 'User' } = request;
  for (const { asked } of trial.unasked) context.run.trials.noteRefused(observation.dialect, operationKey(resourceType, asked));
  if (checksShown(causes).includes(SHARED)) context.run.trials.noteShared(observation.dialect, resourceType);
  context.run.trials.noteTrial(observation.dialect, resourceType, trial.refuted, checksShown(causes));
  const symptoms = causes.flatMap((cause) => symptomOf(context, observation, cause, trial.refuted) ?? []);
  if (symptoms.length === 0) {
    const since = answered.creation === undefined ? undefined : await brokenSince(context, trial, observation);
    if (since !== undefined) return await replaceSymptoms(context, answered, { noted, earlier: undefined, symptoms: [since], before });
    const known = trial.isExhausted ? context.run.trials.neverOfHelp(observation.dialect, resourceType) : trial.refuted;
    context.log.acquit(refusal, known, otherwise);
    if (!trial.isExhausted) question.inVain(trial.refuted);
    else if (refusal !== undefined && bringsRefused(context, observation)) context.log.add(refusal, 'SC2136');
    else if (refusal !== undefined && isShared) context.log.add(refusal, SHARED);
    else if (hasLongTexts(request)) context.log.consider(noted, 'SC2803');
    if (owned !== undefined) await takeStock(context, owned, refusal, before);
    return;
  }
  await replaceSymptoms(context, answered, { noted, earlier: refusal === undefined ? undefined : [refusal], symptoms, before });
}

/** Whether a write asks for nothing but what is there already. */
function changesNothing({ request, addressed, facts }: Observation): boolean {
  const operations = operationsOf(request.method, request.body, addressed?.resource, request.resourceType ?? 'User', facts.schemas);
  return operations.every(({ changes }) => !changes);
}

function mayBeOfRequest({ method }: ScimRequest, status: number): boolean {
  return OF_REQUEST.has(status) || (OF_CHANGE.has(status) && (method === 'PUT' || method === 'PATCH'));
}

/**
 * A create that is refused in every form, where one that was accepted before is refused by now, too: it is not its own values that
 * the target minds, but what has been stored since.
 */
async function brokenSince(context: OutcomeContext, trial: Trial, { request, response }: Observation): Promise<JudgedSymptom | undefined> {
  const { resourceType = 'User' } = request;
  const last = context.run.lookUps.lastCreate(resourceType);
  if (last === undefined || trial.isExhausted || (await trial.accepts(last.request)) || trial.isExhausted) return undefined;
  const accepted = `until ${JSON.stringify(last.name)} was created`;
  return {
    candidates: ['SC1204'],
    direct: true,
    subject: `refused ${accepted}`,
    accepted,
    resourceType,
    expected: `success: creates are accepted ${accepted}; a second one with its values is refused as well`,
    received: showResponse(response),
  };
}

/** The reasons in the place of what a step had shown of a write before it was asked about. */
interface Replacement {
  readonly noted: number;
  /** What had been shown; undefined: nothing that a path is unreliable for. */
  readonly earlier: readonly Symptom[] | undefined;
  readonly symptoms: readonly JudgedSymptom[];
  /** What the resource held before it was asked about. */
  readonly before: Twin | undefined;
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
  { noted, earlier, symptoms, before }: Replacement,
): Promise<void> {
  context.log.withdraw(noted, isOfContent);
  const found = context.log.note({ symptoms, held: [] }, exchange);
  if (owned === undefined) return;
  for (const path of owned.unreliablePaths) {
    const { causes } = owned.reliabilityOf([path]);
    if (earlier === undefined || earlier.some((each) => causes.includes(each))) owned.markUnreliable(path, found[0]);
  }
  await takeStock(context, owned, found[0], before);
}

async function causesOf(trial: Trial, { request, addressed, facts }: Observation): Promise<RefusalCause[]> {
  const context = { type: request.resourceType ?? 'User', schemas: facts.schemas, before: addressed?.resource ?? {} };
  return request.method === 'PATCH' ? await patchCauses(trial, request, context) : await bodyCauses(trial, request, context);
}

/**
 * The symptom of a cause. A check that the scenario names stays, unless another one is shown to be the reason.
 *
 * @param context what the write is judged with
 * @param observation the write and its answer
 * @param cause why it was refused
 * @param refuted checks whose form was tried and helped nothing
 */
export function symptomOf(
  context: OutcomeContext,
  observation: Observation,
  cause: RefusalCause,
  refuted: ReadonlySet<CheckId>,
): JudgedSymptom | undefined {
  const { request, response } = observation;
  const { client, expectation } = context;
  const named = expectation.check;
  if (cause.kind === 'operation') return named === undefined ? symptomOfOperation(context, observation, cause, refuted) : undefined;
  const { check, difference } = cause;
  const general = GENERAL[request.method] ?? [];
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

/** What a refusal is called whose reason has no name of its own. */
const GENERAL: Readonly<Partial<Record<Method, readonly CheckId[]>>> = { POST: ['SC1204'], PUT: ['SC1204', 'SC2201'], PATCH: ['SC2136'] };

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
  { single, request, response, before }: Extract<RefusalCause, { kind: 'operation' }>,
  refuted: ReadonlySet<CheckId>,
): JudgedSymptom | undefined {
  const { addressed } = observation;
  const then = addressed === undefined ? observation : { ...observation, addressed: { ...addressed, resource: before } };
  const symptom = refusalOf(then, request, response);
  if (symptom === undefined) return undefined;
  // What the target did not take from a creation it does not have.
  const unseen = neverTaken(context.run, observation.dialect, single.asked.text ?? '');
  if (unseen !== undefined) return { ...symptom, candidates: unseen.candidates, received: showResponse(response) };
  const accepted = `without ${show(single.sent)}`;
  const expected = `success: the same request is accepted ${accepted}${rowOf(context, request, single.asked.text)}`;
  // Where the operation works on other attributes, it is the attribute that is refused.
  const candidates = [...new Set<CheckId>(['SC2136', ...symptom.candidates])].filter((check) => !refuted.has(check));
  // Where it has a check of its own, as a deactivation has, that tells it better.
  const own = candidates.filter((check) => check !== 'SC2136' && !isConsequence(check, candidates));
  if (own.every(isOfAnyTarget))
    context.run.trials.noteRefused(observation.dialect, operationKey(request.resourceType ?? 'User', single.asked));
  return { ...symptom, candidates, accepted, expected, received: showResponse(response) };
}

/** Whether a write holds an operation that was found before to be refused by itself: it need not be asked about. */
function bringsRefused({ run, expectation }: OutcomeContext, { request, addressed, facts, dialect }: Observation): boolean {
  const { method, body, resourceType = 'User' } = request;
  if (method !== 'PATCH' || expectation.check !== undefined) return false;
  const operations = operationsOf(method, body, addressed?.resource, resourceType, facts.schemas);
  return operations.some((each) => run.trials.isRefused(dialect, operationKey(resourceType, each)));
}

/** What makes two operations the same, whatever they bring: each is tried as an add and as a replace. */
function operationKey(type: ResourceType, { kind, text = '' }: WriteOperation): string {
  return JSON.stringify([type, kind === 'remove', text]);
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
