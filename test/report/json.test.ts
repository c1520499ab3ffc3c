import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { exitCodeOf } from '../../src/event/verdict.js';
import type { JsonReport } from '../../src/report/json/report.js';
import { json } from '../../src/report/json.js';
import { cleanRun, eventfulRun, interruptedRun, knownRun, NASTY, skippedRun, started, unusableRun } from './events.js';
import { anyText, HARMFUL, render, withText } from './render.js';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')));

const read = (events: readonly RunEvent[]): JsonReport => JSON.parse(render(json, events));
const RUNS = { eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun, knownRun };

describe('the JSON report', () => {
  it.each(Object.entries({ ...RUNS, tornRun: () => [started()], noRun: () => [] }))('of %s follows its schema', (_name, run) => {
    validate(read(run()));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is refused by its schema when a member is unknown or missing', () => {
    const { verdicts, ...rest } = read(cleanRun());
    expect(validate(rest)).toBe(false);
    expect(validate({ ...rest, verdicts, surprise: 1 })).toBe(false);
    expect(validate({ ...rest, verdicts: { ...verdicts, jumpcloud: 'ready' } })).toBe(false);
  });

  it('tells the verdict and its cost by client', () => {
    const report = read(eventfulRun());
    expect(report.verdicts).toEqual({ entra: 'not-ready', okta: 'ready-with-warnings' });
    expect(report.stats).toEqual({
      entra: { requests: 31, ownRequests: 8, seconds: 10.4 },
      okta: { requests: 14, ownRequests: 3, seconds: 6.1 },
    });
    expect(report.clients.entra?.blocking).toEqual(['F01', 'F11', 'F3']);
    expect(report.clients.entra?.dialects['entra-default']).toMatchObject({ scenarios: 4, passed: 1, failed: 1, blocked: 1, skipped: 1 });
  });

  it('holds the exchanges that findings refer to, and no others', () => {
    expect(read(eventfulRun()).exchanges.map((each) => each.id)).toEqual(['E02', 'E12', 'E99']);
  });

  it('keeps what a server said, to the letter', () => {
    const body = read(eventfulRun()).exchanges.at(-1)?.response?.body;
    expect(body).toBe(NASTY + 'x'.repeat(10_000));
  });

  it('keeps a finding as it was told', () => {
    const found = eventfulRun().find((event) => event.type === 'finding' && event.id === 'F3');
    expect({ type: 'finding', ...read(eventfulRun()).findings[2] }).toEqual(found);
  });

  it('tells how scenarios ended, those included that did not', () => {
    const report = read(interruptedRun());
    expect(report.scenarios.map((each) => [each.scenario, each.status, each.steps.length])).toEqual([
      ['users/joiner', 'passed', 2],
      ['users/leaver', 'unfinished', 1],
    ]);
    expect(report.aborted).toEqual({ kind: 'interrupted', message: 'by Ctrl-C' });
    expect(report.exitCode).toBe(130);
  });

  it.each(Object.entries(RUNS))('of %s has the exit code of the run', (_name, run) => expect(read(run()).exitCode).toBe(exitCodeOf(run())));

  it('holds no harmful character whatever a target answers', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 30 }), (texts) => {
        const text = render(json, withText(eventfulRun(), texts));
        for (const line of text.split('\n')) expect(line).not.toMatch(HARMFUL);
        JSON.parse(text);
      }),
      { numRuns: 60 },
    );
  });
});
