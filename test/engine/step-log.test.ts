import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { RunLog } from '../../src/engine/judge/run-log.js';
import { StepLog } from '../../src/engine/judge/step-log.js';

function logs(): { readonly step: StepLog; readonly run: RunLog } {
  const run = new RunLog();
  const client = CLIENTS['entra-default'];
  return { run, step: new StepLog(run, { client, sighting: { dialect: client.dialect }, order: () => [0, 0] }) };
}
const trouble = (received: string) => ({ expected: '204', received });

describe('the log of a step', () => {
  it('gives the reason that came first', () => {
    const { step } = logs();
    step.report(['SC2603'], trouble('500'), 'E1');
    step.explain('the target throttles', 'unserved');
    expect(step.firstReason).toBe('SC2603: 500');
    expect(step.cut).toBe('unserved');
  });

  it('forgets what is withdrawn, its reason too: the next one counts', () => {
    const { step, run } = logs();
    step.report(['SC2603'], trouble('500'), 'E1');
    step.report(['SC2603'], trouble('501'), 'E2');
    step.withdraw(0);
    expect({ reason: step.firstReason, step: step.symptoms, run: run.symptoms }).toEqual({ reason: undefined, step: [], run: [] });
    step.report(['SC2603'], trouble('502'), 'E3');
    expect(step.firstReason).toBe('SC2603: 502');
  });

  it('keeps what came before that which is withdrawn, and its reason', () => {
    const { step, run } = logs();
    step.report(['SC2603'], trouble('500'), 'E1');
    step.report(['SC2603'], trouble('501'), 'E2');
    step.withdraw(1);
    expect(step.firstReason).toBe('SC2603: 500');
    expect([step.symptoms, run.symptoms].map((symptoms) => symptoms.map(({ exchange }) => exchange))).toEqual([['E1'], ['E1']]);
  });

  it('notes nothing that its client does not mind', () => {
    const { step, run } = logs();
    // What Okta's PUT means for `active` is nothing to Entra.
    expect(step.report(['SC2206'], trouble('x'), 'E1')).toBeUndefined();
    expect([...run.symptoms, step.firstReason]).toEqual([undefined]);
  });

  it('shares what it gathers with its views, which name their row', () => {
    const { step, run } = logs();
    const view = step.about('title, row of line 7');
    view.report(['SC2603'], trouble('500'), 'E1');
    view.wrote(2);
    expect(step.symptoms).toHaveLength(1);
    expect(step.writes).toBe(2);
    expect(run.symptoms[0]?.expected).toBe('204 (title, row of line 7)');
  });

  it('says a symptom of the last exchange where none is named', () => {
    const { step } = logs();
    step.answered('E9', { status: 500, headers: [], text: '', milliseconds: 1 });
    expect(step.report(['SC2603'], trouble('500'))?.exchange).toBe('E9');
    expect(step.answer?.status).toBe(500);
  });
});
