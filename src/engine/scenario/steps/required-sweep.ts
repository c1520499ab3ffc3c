import type { Sink } from '../../../event/event.js';
import type { ObjectSpec } from '../../../scenario/scenario.js';
import { rowPosition } from '../../mapping/row-position.js';
import { requiredRows } from '../attribute-sweep.js';
import type { ConversationRunner } from '../conversation-runner.js';
import { PASSED, type StepContext, type StepResult } from '../step-context.js';

/** Refusals of the client's mistake: what a target may answer when a value is missing that it requires. */
const REFUSALS: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);

/**
 * Creates the object once without each attribute that the mapping marks as required. Whether a target refuses is its own
 * business (a table's mark binds nobody); what it does is told, beside what the table claims.
 *
 * @param context the scenario on stage
 * @param spec the object
 * @param sink receives what is told
 */
export async function createWithoutRequired(context: StepContext, spec: ObjectSpec, sink: Sink): Promise<StepResult> {
  const { runner } = context;
  const { mapping } = runner.run;
  const { dialect, family } = runner.client;
  const rows = requiredRows(mapping, spec.type, family);
  if (rows.length === 0) return { status: 'skipped', reason: 'the mapping marks nothing as required that a client may be without' };
  for (const [index, row] of rows.entries()) {
    const object = context.objectFor({ ...spec, key: `${spec.key}-${index + 1}`, without: [...spec.without, row.name] });
    runner.expectedStatuses = [200, 201, ...REFUSALS];
    runner.subjectRow = `${row.name}, ${rowPosition(mapping, row)}`;
    runner.answer = undefined;
    const before = runner.causes.length;
    const outcome = await runner.hold(runner.client.create(runner.session, object));
    runner.expectedStatuses = undefined;
    const status = lastStatus(runner);
    if (status !== undefined && status >= 500 && runner.causes.length === before)
      runner.report(['SC1104'], { expected: 'a success, or a 4xx with a SCIM Error', received: `status ${status}`, subject: 'create' });
    runner.subjectRow = undefined;
    if (outcome === undefined || runner.causes.length > before || status === undefined) continue;
    const claim = `${row.name} is marked as required (${rowPosition(mapping, row)})`;
    const kind = spec.type === 'User' ? 'user' : 'group';
    const message = outcome.ok
      ? `${claim}, but the target accepts a ${kind} without it (${status}).`
      : `${claim}, and the target refuses a ${kind} without it (${status}).`;
    sink({ type: 'notice', level: 'info', message, dialect });
  }
  return runner.causes.length > 0 ? { status: 'failed', reason: runner.firstReason ?? 'see the findings' } : PASSED;
}

function lastStatus(runner: ConversationRunner): number | undefined {
  return runner.answer?.status;
}
