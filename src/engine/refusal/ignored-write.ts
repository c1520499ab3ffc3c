import type { CheckId } from '../../check/check-id.js';
import type { Difference } from '../../check/context.js';
import { operationsOf, type WriteOperation } from '../../check/operation.js';
import { showResponse } from '../../check/show.js';
import { sameValue } from '../../scim/compare.js';
import { valueAt } from '../../scim/resource.js';
import { attributeTo } from '../compare/comparison.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { followWrite, type Twin } from '../state/twin.js';
import { replaceSymptoms, symptomOf } from './refused-write.js';
import { takeStock } from './take-stock.js';
import { patchCauses } from './variation/patch-causes.js';
import { Trial } from './variation/trial.js';
import { kindOf } from './write-kind.js';

/** Ways in which a change shows not to have been made. A value that came in another form was understood. */
const NOT_MADE: ReadonlySet<Difference['kind']> = new Set(['missing', 'changed', 'kept']);

/** A PATCH that was answered well, with the resource that it addresses. */
interface AnsweredWell {
  readonly answered: Answered;
  readonly owned: OwnedResource;
  /** What the resource held before. */
  readonly before: Twin;
}

/**
 * Asks why a PATCH that was answered well was not carried out, as `explainRefusal` asks about one that was refused: it is sent
 * again in other forms, and the resource is read after each. Only where a form accounts for all that was not done, it is told.
 *
 * @param context what the write is judged with
 * @param write the write and its answer
 * @param differences how what is there differs from what was asked for
 * @param noted how many symptoms the step had shown before the write was judged
 */
export async function explainIgnored(
  context: OutcomeContext,
  { answered, owned, before }: AnsweredWell,
  differences: readonly Difference[],
  noted: number,
): Promise<void> {
  const { observation } = answered;
  const { request, response, facts, dialect } = observation;
  if (request.method !== 'PATCH' || request.purpose === 'raw' || context.expectation.check !== undefined) return;
  const type = owned.type;
  const operations = operationsOf(request.method, request.body, before.resource, type, facts.schemas);
  // Another letter case, for instance, is a form of its own, unless it is the value from before.
  const isOld = ({ path }: Difference): boolean => sameValue(valueAt(before.resource, path), valueAt(owned.twin.resource, path));
  const isNotMade = (each: Difference): boolean =>
    (NOT_MADE.has(each.kind) || isOld(each)) && attributeTo(each, operations).operation !== undefined;
  if (!differences.every(isNotMade)) return;
  const kind = kindOf(request, response.status);
  const acquit = (refuted: ReadonlySet<CheckId>): void => {
    for (const each of context.log.ofContent(noted)) context.log.acquit(each, refuted);
  };
  const question = context.run.trials.about(dialect, kind);
  if (question === undefined) return acquit(context.run.trials.refuted(dialect, kind));
  const trial = new Trial({ context, owned, question, readsBack: true });
  const causes = await patchCauses(trial, request, { type, schemas: facts.schemas, before: before.resource });
  // That an "add" is carried out where a "replace" is not is told apart from other faults by other writes; that nothing would change is a
  // reason to refuse a write, none to pass it over.
  // Operations on one attribute may be in each other's way, whatever their number, unless they are about different members.
  const isMixed = new Set(operations.map(({ attribute }) => attribute)).size > 1 || addsAndRemoves(operations);
  const symptoms = causes.flatMap((cause) => {
    if (cause.kind !== 'form' || cause.check === 'SC2134' || cause.check === 'SC2151') return [];
    if (cause.accepted === undefined && !isMixed) return [];
    const symptom = symptomOf(context, observation, cause, new Set());
    if (symptom === undefined) return [];
    // Of what was passed over, that is told which the form is about.
    const asked = operationsOf(request.method, cause.refused.body, before.resource, type, facts.schemas);
    const told = differences.find((each) => attributeTo(each, asked).operation !== undefined) ?? differences[0];
    const otherwise = cause.readAs === undefined ? 'carried out' : 'read';
    const answer = cause.readAs === undefined ? '' : `, and answered ${showResponse(cause.readAs)}`;
    const expected = `${told?.expected ?? ''}: the same request is ${otherwise} ${symptom.accepted}${answer}`;
    // Where operations are carried out only one by one, one of them may have undone what another one brought.
    const place = cause.check === 'SC2117' && told !== undefined ? { path: told.path } : {};
    return [{ ...symptom, ...place, expected, received: `${response.status}, then GET: ${told?.received ?? ''}` }];
  });
  const earlier = context.log.ofContent(noted);
  if (trial.isExhausted || symptoms.length === 0 || symptoms.length < causes.length) {
    // A form that was passed over as well is not the reason.
    question.inVain(trial.isExhausted ? undefined : trial.refuted);
    if (!trial.isExhausted) acquit(trial.refuted);
    await takeStock(context, owned, earlier[0], before, followWrite(before, request, context.rules(type)));
    return;
  }
  await replaceSymptoms(context, answered, { noted, earlier, symptoms, before });
}

/** Whether members are added, and others are removed. */
function addsAndRemoves(operations: readonly WriteOperation[]): boolean {
  const has = (kind: WriteOperation['kind']): boolean => operations.some((each) => each.attribute === 'members' && each.kind === kind);
  return has('add') && has('remove');
}
