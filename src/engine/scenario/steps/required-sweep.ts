import type { Sink } from '../../../event/event.js';
import type { ObjectSpec } from '../../../scenario/intent.js';
import { rowPosition } from '../../mapping/row-position.js';
import { requiredRows } from '../attribute-sweep.js';
import type { StepContext } from '../step-context.js';
import { PASSED, type StepResult } from '../step-result.js';

/** Refusals of the client's mistake: what a target may answer when a value is missing that it requires. */
const REFUSALS: readonly number[] = Array.from({ length: 100 }, (_, index) => 400 + index);

/**
 * Creates the object once without each attribute that the mapping marks as required. Whether a target refuses is its own
 * business (a table's mark binds nobody); what it does is reported as a notice, beside what the table claims.
 *
 * @param context the step
 * @param spec the object
 * @param sink receives the notices
 */
export async function createWithoutRequired(context: StepContext, spec: ObjectSpec, sink: Sink): Promise<StepResult> {
  const { run, log, state } = context;
  const { dialect, family } = context.runner.client;
  const rows = requiredRows(run.mapping, spec.type, family);
  if (rows.length === 0)
    return {
      status: 'skipped',
      reason: 'nothing is marked as required but what every client sends; a mapping file can mark more (required: true)',
    };
  for (const [index, row] of rows.entries()) {
    const object = state.objectFor({ ...spec, key: `${spec.key}-${index + 1}`, without: [...spec.without, row.name] });
    const position = rowPosition(run.mapping, row);
    const expectation = { statuses: [200, 201, ...REFUSALS] };
    const runner = context.runner.within({ subjectRow: `${row.name}, ${position}`, expectation });
    const before = { answer: log.answer, symptoms: log.symptoms.length };
    const outcome = await runner.hold(runner.client.create(runner.session, object));
    const status = log.answer === before.answer ? undefined : log.answer?.status;
    if (status !== undefined && status >= 500 && !log.answerIsInvalid(before.symptoms)) {
      const expected = 'a success, or a 4xx with a SCIM Error';
      runner.log.report(['SC1104'], { expected, received: `status ${status}`, subject: 'create' });
    }
    if (outcome === undefined || log.answerIsInvalid(before.symptoms) || status === undefined) continue;
    const kind = spec.type === 'User' ? 'user' : 'group';
    const claim = `${row.name} is marked as required (${position})`;
    const fact = outcome.ok ? `but the target accepts a ${kind} without it` : `and the target refuses a ${kind} without it`;
    sink({ type: 'notice', level: 'info', message: `${claim}, ${fact} (${status}).`, dialect });
  }
  return log.symptoms.length > 0 ? { status: 'failed', reason: log.firstReason ?? 'see the findings' } : PASSED;
}
