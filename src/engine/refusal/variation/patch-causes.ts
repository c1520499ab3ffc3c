import { operationsOf, sentOperations } from '../../../check/operation.js';
import { isObject, type JsonObject, objectsIn } from '../../../scim/json.js';
import type { ScimRequest } from '../../../scim/message.js';
import { otherExternalId } from './body-forms.js';
import { otherMediaTypes } from './media-types.js';
import { areMany, type MembersRefused, memberCause } from './member-causes.js';
import { formsOf, IN_LOWER_CASE, lowerCase, sameCase } from './operation-forms.js';
import { type OperationContext, patchOf, type SingleOperation, singleOperations } from './operations.js';
import type { RefusalCause } from './refusal-cause.js';
import { isConflict, operationWithOwnValue } from './shared-values.js';
import { operationWithShorterText } from './shorter-texts.js';
import { operationInPlainLetters, operationsWithoutEachSign, operationWithOtherValue } from './sign-forms.js';
import type { Trial } from './trial.js';
import { type ChangedBody, type ChangedOperation, type Variation, withBodies } from './variation.js';

/** Of many operations that are refused, so many are asked about. */
const MOST_REFUSED = 3;

/**
 * Why a PATCH was refused: first what concerns all of it, then one thing at a time, then each thing that is refused in other forms.
 *
 * @param trial sends the requests
 * @param request the refused PATCH
 * @param context what its operations are read with
 * @returns nothing where the trials have shown nothing
 */
export async function patchCauses(trial: Trial, request: ScimRequest, context: OperationContext): Promise<RefusalCause[]> {
  // What is accepted when it is just sent again was refused for another reason than its form.
  if (await trial.accepts(request)) return [];
  const whole = await trial.first(wholeForms(request, context));
  if (whole !== undefined) return [cause(request, whole)];
  const unread = unreadNames(trial, request);
  if (unread !== undefined) return [unread];
  const singles = singleOperations(request.body, context);
  const [only] = singles;
  if (singles.length < 2) return only === undefined ? [] : await causesOfSingle(trial, request, only, context);
  const refused: Extract<RefusalCause, { kind: 'operation' }>[] = [];
  for (const single of singles) {
    const alone = { ...request, body: patchOf(request.body, [single.sent]) };
    if (!(await trial.accepts(alone)) && trial.answer !== undefined)
      refused.push({ kind: 'operation', single, request: alone, response: trial.answer, before: trial.held });
  }
  if (trial.isExhausted) return [];
  if (refused.length === 0) return [together(request, singles.length)];
  if (refused.length < singles.length) trial.unasked.push(...refused.slice(MOST_REFUSED).map(({ single }) => single));
  const causes: RefusalCause[] = [];
  const readsPaths = singles.some((single) => single.asked.hasPath && !refused.some((each) => each.single === single));
  // Where nothing is accepted, what the target keeps a value of can show a form to be carried out; of what it never kept nothing can.
  const telling = refused.length < singles.length ? refused : [...refused].sort((a, b) => Number(isNew(a)) - Number(isNew(b)));
  for (const each of telling.slice(0, MOST_REFUSED)) {
    // What an earlier trial has stored may have been all that was missing.
    if ((causes.length > 0 || refused.length < singles.length) && (await trial.accepts(each.request))) continue;
    const [known] = await causesOfSingle(trial, each.request, each.single, { ...context, readsPaths });
    // Where everything is refused by itself, that something is says nothing.
    if (known !== undefined || refused.length < singles.length) causes.push(known ?? each);
  }
  return causes;
}

function isNew({ single: { asked } }: Extract<RefusalCause, { kind: 'operation' }>): boolean {
  return asked.wasEmpty || asked.newElement;
}

/**
 * What is answered well and passed over, and refused with the same names in lower case, was not read: whoever reads both names alike
 * answers both alike.
 */
function unreadNames(trial: Trial, request: ScimRequest): RefusalCause | undefined {
  const readAs = trial.isPassedOver ? trial.refusalOf(IN_LOWER_CASE) : undefined;
  if (readAs === undefined) return undefined;
  const accepted = { ...request, body: patchOf(request.body, lowerCase(sentOperations(request.body))) };
  return { kind: 'form', difference: IN_LOWER_CASE, check: 'SC2101', refused: request, accepted, readAs };
}

/** What concerns the request as a whole. */
function wholeForms(request: ScimRequest, context: OperationContext): Variation[] {
  const operations = sentOperations(request.body);
  const changed = lowerCase(operations);
  const isSame = JSON.stringify(changed) === JSON.stringify(operations);
  const lower = isSame ? [] : [{ difference: IN_LOWER_CASE, check: 'SC2101', changed: patchOf(request.body, changed) } as const];
  const changes = [...lower, ...withoutId(request, operations), ...withChange(request, operations, context)];
  return [...withBodies(request, changes), ...otherMediaTypes(request)];
}

/** Without the id, which may stand beside what is to change and asks for nothing itself. */
function withoutId({ body }: ScimRequest, operations: readonly JsonObject[]): ChangedBody[] {
  let isThere = false;
  const changed = operations.map((operation) => {
    const { path, value } = operation;
    if (path !== undefined || !isObject(value)) return operation;
    const { id, ...others } = value;
    if (id === undefined || Object.keys(others).length === 0) return operation;
    isThere = true;
    return { ...operation, value: others };
  });
  return isThere ? [{ difference: 'without the "id" in the value', check: 'SC2307', changed: patchOf(body, changed) }] : [];
}

/** The name of a group as it is, with a change in the same form: of the externalId, as the client knows the group by its name. */
function withChange(
  { method, body }: ScimRequest,
  [first]: readonly JsonObject[],
  { before, type, schemas }: OperationContext,
): ChangedBody[] {
  const asked = operationsOf(method, body, before, type, schemas);
  if (type !== 'Group' || first === undefined || asked.some(({ changes, attribute }) => changes || attribute === 'members')) return [];
  const externalId = otherExternalId(before);
  const { value } = first;
  const operation =
    typeof first['path'] === 'string'
      ? { ...first, path: 'externalId', value: externalId }
      : { ...first, value: { ...(isObject(value) ? value : {}), externalId } };
  return [{ difference: 'with another "externalId"', check: 'SC2151', changed: patchOf(body, [operation]) }];
}

async function causesOfSingle(
  trial: Trial,
  request: ScimRequest,
  single: SingleOperation,
  context: OperationContext,
): Promise<RefusalCause[]> {
  const requests = (changes: readonly ChangedOperation[]): Variation[] =>
    withBodies(
      request,
      changes.map(({ changed, ...words }) => ({ ...words, changed: patchOf(request.body, changed) })),
    );
  const bringing = membersOf(request, single);
  const isManyFirst = bringing !== undefined && areMany(bringing.members, trial.answer?.status);
  const many = isManyFirst ? await memberCause(trial, bringing) : undefined;
  if (many !== undefined) return [many];
  const shared = isConflict(trial.answer) ? operationWithOwnValue(single, context, trial.number) : [];
  const accepted = await trial.first(requests([...shared, ...formsOf(single, context)]));
  if (accepted !== undefined) {
    const isCause =
      accepted.check !== 'SC2152' ||
      !(await readsThePath(trial, { request, accepted: accepted.request, others: otherwise(trial, single, context.before) }));
    return isCause ? [cause(request, accepted)] : [];
  }
  const few = isManyFirst || bringing === undefined ? undefined : await memberCause(trial, bringing);
  if (few !== undefined) return [few];
  const plain = await trial.first(requests(operationInPlainLetters(single, context.type)));
  if (plain === undefined) {
    const shorter = requests(operationWithShorterText(single));
    // What else the request brings may be what is minded, or that somebody has the name.
    const isOther = shorter.length === 0 || (await trial.accepts({ ...request, body: patchOf(request.body, [single.sent]) }));
    const short = isOther || isConflict(trial.answer) ? undefined : await trial.first(shorter);
    return short === undefined ? [] : [cause(request, short)];
  }
  const [control] = requests([operationWithOtherValue(single)]);
  if (control !== undefined && (await trial.accepts(control.request))) return [cause(request, control)];
  return [cause(request, (await trial.first(requests(operationsWithoutEachSign(single, context.type)))) ?? plain)];
}

/** A write that was accepted without its path. */
interface PathAsked {
  readonly request: ScimRequest;
  readonly accepted: ScimRequest;
  /** Operations that change the same place otherwise. */
  readonly others: readonly JsonObject[];
}

/** Whether something else is written by the same path: what the target minds is not that there is a path. Where nothing can be asked, it may be. */
async function readsThePath(trial: Trial, { request, accepted, others }: PathAsked): Promise<boolean> {
  for (const other of others) {
    if (!(await trial.accepts({ ...request, body: patchOf(request.body, [other]) }, true))) continue;
    trial.confirm('SC2152', request);
    // What was asked for stays.
    await trial.accepts(accepted);
    return true;
  }
  return others.length === 0;
}

/** Operations at the same place that change it otherwise: another text, one of the members who were there before, or one less of those who came. */
function otherwise(trial: Trial, { sent, asked }: SingleOperation, before: JsonObject): JsonObject[] {
  const op = sameCase(sent, asked.kind === 'add' ? 'replace' : 'add');
  if (typeof asked.value === 'string') return [{ ...sent, op, value: `${asked.value} ${trial.number}` }];
  const wanted = new Set(objectsIn(asked.value).map(({ value }) => value));
  const former = objectsIn(before['members']).find(({ value }) => value !== undefined && !wanted.has(value));
  const isReplaced = asked.kind === 'replace' && former !== undefined;
  const [first] = wanted;
  return [
    ...(isReplaced ? [{ ...sent, op, value: [{ value: former['value'] ?? null }] }] : []),
    ...(typeof first === 'string' ? [{ op: sameCase(sent, 'remove'), path: `members[value eq ${JSON.stringify(first)}]` }] : []),
  ];
}

/** An operation that brings several members to a group. */
function membersOf(request: ScimRequest, { sent, asked }: SingleOperation): MembersRefused | undefined {
  if (asked.attribute !== 'members' || asked.kind === 'remove' || !asked.hasPath || !Array.isArray(asked.value)) return undefined;
  return {
    refused: request,
    members: asked.value.filter(isObject),
    check: asked.kind === 'add' ? 'SC2301' : 'SC2305',
    adds: asked.kind === 'add',
    with: (members) => ({ ...request, body: patchOf(request.body, [{ ...sent, value: [...members] }]) }),
  };
}

/** Everything is accepted by itself. */
function together(request: ScimRequest, count: number): RefusalCause {
  const [check, parts] =
    sentOperations(request.body).length > 1
      ? (['SC2117', 'one operation each'] as const)
      : (['SC2106', 'one member of the value each'] as const);
  return { kind: 'form', difference: `as ${count} requests with ${parts}`, check, refused: request };
}

function cause(refused: ScimRequest, { request: accepted, ...words }: Variation): RefusalCause {
  return { kind: 'form', ...words, refused, accepted };
}
