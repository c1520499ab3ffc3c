import { showResponse } from '../../../check/show.js';
import type { Changes, DirectoryObject, Outcome } from '../../../client/client.js';
import type { ResourceType } from '../../../scim/message.js';
import { isServerError } from '../../exchange/server-errors.js';
import type { StepLog } from '../../judge/step-log.js';
import { mappedRows } from '../../mapping/mapped-rows.js';
import { rowPosition } from '../../mapping/row-position.js';
import type { StepContext } from '../step-context.js';
import { afterChange } from './changes.js';

/** Refusals that may be about one attribute; others are about the request as such. */
const DIVIDED: ReadonlySet<number> = new Set([400, 422, 500]);

/**
 * Lets the client carry a change over. Where everything changes at once and the target refuses it, the halves are tried, and
 * their halves, until the refusal is about one attribute.
 *
 * @param context the step
 * @param object the directory's object before the change
 * @param changes what changes
 * @param isDivisible whether everything changes at once
 */
export async function carryOver(
  context: StepContext,
  object: DirectoryObject,
  changes: Changes,
  isDivisible: boolean,
): Promise<Outcome<void> | undefined> {
  const { log, run } = context;
  const owned = run.resources.find(object.type, object.id);
  const earlier = owned?.unreliable();
  const noted = log.symptoms.length;
  const [first, second] = halvesOf(changes);
  const isSingle = isDivisible && second === undefined;
  const runner = context.runner.within(isSingle ? { subjectRow: subjectOf(context, object.type, changes) } : {});
  const outcome = await runner.hold(runner.client.update(runner.session, afterChange(object, changes), changes));
  if (isSingle && outcome?.ok === false && !log.answerIsInvalid(noted)) noteServerError(runner.log, changes);
  if (!isDivisible || outcome === undefined || outcome.ok || !DIVIDED.has(log.answer?.status ?? 0)) return outcome;
  if (first === undefined || second === undefined) return outcome;
  // What is to blame is known by now.
  if (log.symptoms.slice(noted).some(({ accepted }) => accepted !== undefined)) return outcome;
  const { answer } = log;
  log.withdraw(noted);
  if (earlier !== undefined) owned?.restoreUnreliable(earlier);
  const one = await carryOver(context, object, first, true);
  const two = await carryOver(context, object, second, true);
  // A refusal that no part has is one of the whole.
  if (one?.ok === true && two?.ok === true && answer !== undefined && answer.status !== 500 && !log.answerIsInvalid(noted))
    log.report(['SC2117'], { expected: 'success, as each half of the change has', received: showResponse(answer) });
  return one?.ok === true ? two : one;
}

/** Where a part may be refused, a server error is still none of the answers that it may have; what comes after it must not cover it. */
function noteServerError(log: StepLog, { set, clear }: Changes): void {
  const { answer } = log;
  if (answer === undefined || !isServerError(answer.status)) return;
  const expected = 'a success, or a 4xx with a SCIM Error';
  log.report(['SC1104'], { expected, received: showResponse(answer), subject: [...set.keys(), ...clear].join() });
}

/** The attribute of a change that has one only, with its row. */
function subjectOf({ run: { mapping } }: StepContext, type: ResourceType, changes: Changes): string {
  const [path = ''] = [...changes.set.keys(), ...changes.clear];
  const row = mappedRows(mapping, type).find((each) => each.name.toLowerCase().startsWith(path.toLowerCase()));
  return row === undefined ? path : `${path}, ${rowPosition(mapping, row)}`;
}

function halvesOf(changes: Changes): readonly Changes[] {
  const set = [...changes.set];
  const count = set.length + changes.clear.length;
  if (count < 2) return [];
  const middle = Math.ceil(count / 2);
  const half = (from: number, to: number): Changes => ({
    ...changes,
    set: new Map(set.slice(from, to)),
    clear: changes.clear.slice(Math.max(0, from - set.length), Math.max(0, to - set.length)),
  });
  return [half(0, middle), half(middle, count)];
}
