import { createHash } from 'node:crypto';
import published from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { differenceOf } from '../../src/event/run-difference.js';
import { sarif } from '../../src/report/sarif.js';
import { cleanRun, defectiveRun, eventfulRun, finding, finished, interruptedRun, NASTY, runOfOwn, started, unusableRun } from './events.js';
import { render, withText } from './render.js';

/** The schema of the standard, as it comes with a package; it is of draft 4, whose names of two keywords were others. */
const { $schema: _draft, id: _id, ...schema } = published;
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly [{ readonly physicalLocation?: { readonly artifactLocation: { readonly uri: string } } }];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Log {
  readonly runs: readonly [
    { readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }; readonly results: readonly Result[] },
  ];
}

const read = (events: readonly RunEvent[], how = {}): Log['runs'][0] => (JSON.parse(render(sarif, events, how)) as Log).runs[0];
const filesOf = (results: readonly Result[]): unknown[] =>
  results.map(({ locations: [place] }) => place.physicalLocation?.artifactLocation.uri);

const RUNS = {
  eventfulRun,
  cleanRun,
  unusableRun,
  interruptedRun,
  defective: () => defectiveRun(25),
  tornRun: () => [started()],
  noRun: () => [],
};

describe('the SARIF report', () => {
  it.each(Object.entries({ ...RUNS, nasty: () => withText(eventfulRun(), [NASTY]) }))(
    'of %s follows the schema of the standard',
    (_name, run) => {
      validate(JSON.parse(render(sarif, run())));
      expect(validate.errors ?? []).toEqual([]);
    },
  );

  it('is refused by that schema where it is not right', () => {
    const log = JSON.parse(render(sarif, eventfulRun()));
    log.runs[0].results[0].level = 'fatal';
    expect(validate(log)).toBe(false);
  });

  it('has a rule for each check, which results point to', () => {
    const { tool, results } = read(eventfulRun());
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['SC2104', 'error'],
      ['SC1301', 'error'],
      ['SC3001', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('names files that are there: the scenario of the user, else the workflow, else none', () => {
    const repository = { root: '/repo', cwd: '/repo/tests' };
    const workflow = '.github/workflows/scim.yml';
    const file = 'tests/scenarios/users/mover.yaml';
    expect(filesOf(read(runOfOwn(), { repository }).results)).toEqual([file, undefined, file]);
    expect(filesOf(read(runOfOwn(), { repository: { ...repository, workflow } }).results)).toEqual([file, workflow, file]);
    expect(filesOf(read(eventfulRun()).results)).toEqual([undefined, undefined, undefined]);
  });

  it('knows a defect again by its fingerprint, whatever the seed, dialect and order', () => {
    const prints = (...events: readonly RunEvent[]): string[] =>
      read([started(), ...events, finished()])
        .results.map((each) => each.partialFingerprints['scimCheckDefect/v1'] ?? '')
        .sort();
    const [one, two] = [finding('F1', 'rfc'), finding('F2', 'rfc', { check: 'SC1301' })];
    const other = { ...finding('F7', 'okta-oin'), sent: 'PATCH /Users/other', expected: 'x', scenario: 'users/other', step: 9 };
    expect(prints(two, other)).toEqual(prints(one, two));
    expect(new Set(prints(one, two)).size).toBe(2);
    const run = [started(), one, two, finished()];
    const causes = differenceOf(run, []).new.map(({ cause }) => createHash('sha256').update(cause).digest('hex'));
    expect(prints(one, two)).toEqual(causes.sort());
    const own = { check: 'SC9002' };
    expect(new Set(prints(finding('F1', 'rfc', own), finding('F2', 'rfc', { ...own, step: 3 }))).size).toBe(2);
  });
});
