import type { Intent } from '../../../scenario/scenario.js';
import type { StepContext, StepResult } from '../step-context.js';

/** The client removes an object for good, if it ever does. */
export async function remove(context: StepContext, intent: Extract<Intent, { kind: 'delete' }>): Promise<StepResult> {
  const { runner } = context;
  const entry = context.linkedEntry(intent.object);
  if ('status' in entry) return entry;
  const outcome = await runner.hold(runner.client.remove(runner.session, entry.object));
  if (outcome?.ok === true) {
    entry.deleted = true;
    const own = runner.run.resources.find(entry.object.type, entry.object.id);
    if (own !== undefined) await runner.run.ledger?.deleted(own.entry);
  }
  return context.end(outcome);
}
