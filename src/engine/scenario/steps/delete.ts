import type { IntentOf } from '../../../scenario/intent.js';
import { isObject } from '../../../scim/json.js';
import { membersIn } from '../../compare/comparison.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import type { StepResult } from '../step-result.js';

/** The client removes an object for good, if it ever does. */
export const DELETE: StepHandler<'delete'> = { writes: true, run: remove };

async function remove(context: StepContext, intent: IntentOf<'delete'>): Promise<StepResult> {
  const { runner, state } = context;
  const found = context.linkedEntry(intent.object);
  if (!found.ok) return found.result;
  const { entry } = found;
  const outcome = await runner.hold(runner.client.remove(runner.session, entry.object));
  if (outcome?.ok === true) state.directory.set(intent.object, { ...entry, deleted: true });
  const result = context.end(outcome);
  if (outcome?.ok !== true) markGroupsOf(context, entry.object.id);
  return result;
}

/** Who could not be deleted is a member still, or nobody knows: who is left in a group cannot be judged. */
function markGroupsOf({ run, log }: StepContext, id: string | undefined): void {
  for (const group of run.resources.all())
    if (membersIn(group.twin.resource).some((member) => isObject(member) && member['value'] === id))
      group.markUnreliable('members', log.ofContent()[0]);
}
