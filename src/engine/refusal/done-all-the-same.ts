import { showResponse } from '../../check/show.js';
import { compare } from '../compare/comparison.js';
import type { Answered } from '../exchange/exchanger.js';
import type { OutcomeContext } from '../judge/outcome-context.js';
import { isOfContent } from '../judge/step-log.js';
import type { Unreliable } from '../state/owned-resource.js';
import { followWrite, type Twin } from '../state/twin.js';

/** What a resource was like before a write. */
export interface Earlier {
  /** What it held. */
  readonly twin: Twin;
  /** Which of its values were not what they should be. */
  readonly unreliable: Unreliable;
}

/** The check of a method as such: a target that carries out its changes has the method. */
const METHODS: Readonly<Record<string, 'SC2100' | 'SC2200'>> = { PATCH: 'SC2100', PUT: 'SC2200' };

/**
 * Tells of a change that was answered with an error and has been made all the same, as a whole. Why it was refused need not be asked:
 * the target understood it, and any other form of it would ask for what is there by now. From then on a change that asks for nothing
 * new is refused for the same reason.
 *
 * @param context what the write is judged with
 * @param answered a PUT or PATCH that was refused
 * @param before the resource before it; absent: there was none
 * @param noted how many symptoms the step had shown before the write was judged
 * @returns whether it was one; 'perhaps': it asked for nothing new, and the target fails at it
 */
export async function toldAsDone(
  context: OutcomeContext,
  answered: Answered,
  before: Earlier | undefined,
  noted: number,
): Promise<boolean | 'perhaps'> {
  const { owned, observation, exchange } = answered;
  if (owned === undefined || before === undefined || owned.contentUnknown) return false;
  const { request, response, dialect } = observation;
  const rules = context.rules(owned.type);
  const asked = followWrite(before.twin, request, rules);
  const reading = await context.readBack.compare(owned, asked);
  if (reading === undefined || reading.differences.length > 0) return false;
  // What the twin leaves open counts here: values that were taken from the target, too.
  const { differences } = compare({ ...before.twin, clearedOrKept: new Set() }, reading.resource, rules);
  const isNew = differences.some(({ path }) => !before.unreliable.has((path.startsWith('members[') ? 'members' : path).toLowerCase()));
  // Whether changes are made and refused may be seen only later.
  if (!isNew && !context.run.trials.isRefused(dialect, keyOf(request.method)))
    return response.status === 501 ? false : response.status >= 500 && 'perhaps';
  context.run.trials.noteRefused(dialect, keyOf(request.method));
  context.log.withdraw(noted, isOfContent);
  owned.expect(asked);
  owned.restoreUnreliable(before.unreliable);
  const method = METHODS[request.method];
  if (method !== undefined) context.log.confirm(method, owned.type);
  const received = `${showResponse(response)}, and a GET shows ${isNew ? 'that all of it was done' : 'all that was asked for'}`;
  context.log.report(['SC2146'], { expected: '200 or 204, or nothing that was changed', received, subject: 'done' }, exchange);
  return true;
}

/** Under what it is known that changes of a method are made and refused. */
function keyOf(method: string): string {
  return `${method}, and done`;
}
