import type { IntentOf } from '../../../scenario/intent.js';
import { isHidden } from '../../compare/visibility.js';
import { compilePath } from '../../state/compiled-path.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import type { StepResult } from '../step-result.js';
import { judgeActive, judgeMembers, judgeValues } from './expectations.js';

/** The client reads an object by its id. */
export const READ: StepHandler<'read'> = { writes: false, run: read };

async function read(context: StepContext, intent: IntentOf<'read'>): Promise<StepResult> {
  const { runner, run, log } = context;
  const { expect } = context.step;
  const found = context.linkedEntry(intent.object);
  if (!found.ok) return found.result;
  const { entry } = found;
  if (expect.found === false && entry.object.id !== undefined && !entry.deleted)
    return { status: 'skipped', reason: `${intent.object} was not deleted` };
  const outcome = await runner.hold(runner.client.read(runner.session, entry.object));
  if (expect.found === false && outcome !== undefined && !outcome.ok && outcome.failure.kind === 'missing')
    return context.end({ ok: true, value: undefined });
  const owned = context.ownedBy(entry);
  const unjudged = expect.members === undefined || owned === undefined ? undefined : await judgeMembers(context, owned, expect.members);
  if (unjudged !== undefined) return unjudged;
  return context.end(outcome, (resource) => {
    judgeValues(context, owned, resource, expect);
    const isShown = !isHidden(compilePath(run.facts.schemas, 'User', 'active'));
    if (expect.active !== undefined && isShown && owned?.isUnreliable('active') !== true) judgeActive(log, expect.active, resource, 'read');
  });
}
