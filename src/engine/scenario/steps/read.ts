import type { Expectation, Intent } from '../../../scenario/scenario.js';
import { getMember } from '../../../scim/json.js';
import type { StepContext, StepResult } from '../step-context.js';
import { judgeMembers, judgeValues } from './expectations.js';

/** The client reads an object by its id. */
export async function read(context: StepContext, intent: Extract<Intent, { kind: 'read' }>, expect: Expectation): Promise<StepResult> {
  const { runner } = context;
  const entry = context.linkedEntry(intent.object);
  if ('status' in entry) return entry;
  if (expect.found === false && entry.object.id !== undefined && !entry.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  const outcome = await runner.hold(runner.client.read(runner.session, entry.object));
  if (expect.found === false && outcome !== undefined && !outcome.ok && outcome.failure.kind === 'missing')
    return context.end({ ok: true, value: undefined });
  const own = runner.run.resources.find(entry.object.type, entry.object.id);
  const unjudged = expect.members === undefined || own === undefined ? undefined : await judgeMembers(context, own, expect.members);
  if (unjudged !== undefined) return unjudged;
  return context.end(outcome, (resource) => {
    judgeValues(context, own, resource, expect);
    const active = getMember(resource, 'active');
    const tainted = own?.unreliablePaths.has('active') === true;
    if (expect.active !== undefined && active !== expect.active && !tainted) {
      runner.report(['SC2403'], {
        expected: `"active": ${expect.active}`,
        received: `"active": ${JSON.stringify(active) ?? 'no value'}`,
        subject: 'read',
      });
    }
  });
}
