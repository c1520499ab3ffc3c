import type { IntentOf } from '../../../scenario/intent.js';
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
  return context.end(outcome);
}
