import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { exitCodeOf } from '../../src/event/verdict.js';
import { junit } from '../../src/report/junit.js';
import {
  cleanRun,
  eventfulRun,
  finding,
  finished,
  interruptedRun,
  knownRun,
  play,
  runOfOwn,
  skippedRun,
  started,
  unclean,
  unusableRun,
} from './events.js';

import { anyText, HARMFUL, render, withText } from './render.js';
import { all, only, readXml, type XmlNode } from './xml.js';

const read = (events: readonly RunEvent[]): XmlNode => readXml(render(junit, events));
const named = (root: XmlNode, part: string): XmlNode =>
  only(all(root, 'testcase').filter((each) => each.attributes['name']?.includes(part)));

describe('the JUnit report', () => {
  const root = read(runOfOwn());

  it('has a suite per client and one for the run as a whole', () => {
    expect(all(root, 'testsuite').map((each) => each.attributes['name'])).toEqual([
      'entra-default',
      'entra-aadOptscim062020',
      'okta-oin',
      'run',
    ]);
  });

  it('names every test case, and no two alike', () => {
    const names = all(root, 'testcase').map((each) => each.attributes['name'] ?? '');
    expect(names.every((name) => name.length > 3)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
    expect(all(root, 'testcase').every((each) => each.attributes['classname']?.startsWith('scim-check.'))).toBe(true);
  });

  it('skips what a baseline accepts, with the reason, and fails what it says and the run does not', () => {
    const entry = { file: 'baseline.yaml', line: 7, column: 5 };
    const known = read(knownRun([{ kind: 'stale', message: 'SC2105 was not seen', source: entry }]));
    const skipped = only(all(named(known, '(users/mover, entra-default)'), 'skipped'));
    expect(skipped.attributes['message']).toBe(
      'known: SC2104 A filtered replace changes only the matching element, until 2027-01-31: the new patch engine comes in spring',
    );
    const stale = only(all(named(known, 'What the baseline accepts was seen'), 'failure'));
    expect(stale.attributes['message']).toBe('baseline.yaml:7:5  SC2105 was not seen');
    expect(known.attributes).toMatchObject({ failures: '1', skipped: '1' });
  });

  it('says where a scenario of the user stands, and how long it took; one of the package stands in no file of the repository', () => {
    const { file: none } = named(root, '(users/leaver, entra-default)').attributes;
    expect(none).toBeUndefined();
    const { name, file, line, time } = named(root, '(users/mover, entra-default)').attributes;
    expect({ name, file, line, time }).toEqual({
      name: 'A mover gets a new work address and keeps the others (users/mover, entra-default)',
      file: 'scenarios/users/mover.yaml',
      line: '14',
      time: '0.080',
    });
  });

  it('tells a failure in the text, where GitLab looks, in one element', () => {
    const failure = only(named(root, '(users/mover, entra-default)').children);
    expect(failure.name).toBe('failure');
    expect(failure.attributes['message']).toBe('SC2104 A filtered replace changes only the matching element');
    expect(failure.text).toContain('  rule      RFC 7644 §3.5.2.3 MUST · Entra documented\n');
    expect(failure.text).toContain(finding('F', 'rfc').repeat);
  });

  it('shows what a server said, and obeys none of it', () => {
    const { text } = only(named(root, '(users/leaver, entra-default)').children);
    expect(text).toContain('received  200, \\u001b[2J\\u001b]0;owned\\u0007 \\u009b31m ]]>');
    expect(text).toContain('<script>alert(1)</script> &nbsp;&undefined;');
    expect(text.length).toBeLessThan(2000);
  });

  it('skips what is blocked or does not apply, with the reason', () => {
    const blocked = only(named(root, '(users/leaver, entra-aadOptscim062020)').children);
    const skipped = only(named(root, '(groups/push, okta-oin)').children);
    expect([blocked.name, blocked.text]).toEqual(['skipped', 'blocked by SC1301 The filter finds a user that was just created']);
    expect([skipped.name, skipped.text]).toEqual(['skipped', 'the mapping has no groups']);
  });

  it('does not fail a scenario for a warning, but prints it', () => {
    const output = only(named(root, '(users/mover, okta-oin)').children);
    expect(output.name).toBe('system-out');
    expect(output.text).toContain('! SC3001  The content type of answers is application/scim+json');
  });

  it('fails when something is left in the target', () => {
    const failure = only(named(root, 'Nothing of the run is left').children);
    expect(failure.name).toBe('failure');
    expect(failure.text).toContain('User 8f2c leaver.7f3a@example.com: DELETE answered 500');
    expect(failure.text).toContain('scim-check clean');
  });

  it('counts what it holds', () => {
    for (const suite of [root, ...all(root, 'testsuite')]) {
      const cases = all(suite, 'testcase');
      const having = (name: string): string => String(cases.filter((each) => each.children.some((child) => child.name === name)).length);
      const { tests, failures, errors, skipped } = suite.attributes;
      expect({ tests, failures, errors, skipped }).toEqual({
        tests: String(cases.length),
        failures: having('failure'),
        errors: having('error'),
        skipped: having('skipped'),
      });
    }
  });

  it('gives a finding outside the scenarios a test case of its own', () => {
    const { scenario: _scenario, step: _step, ...outside } = finding('F9', 'rfc', { check: 'SC1001', title: 'Discovery answers' });
    const { name: _name, ...quiet } = { ...outside, id: 'F10', check: 'SC1002', severity: 'warning' as const, name: '' };
    const cases = all(read([started(['rfc'], 0), outside, quiet, finished()]), 'testcase');
    expect(cases.map((each) => [each.attributes['name'], each.children.map((child) => child.name)])).toEqual([
      ['SC1001 Discovery answers (rfc)', ['failure']],
      ['SC1002 Discovery answers (rfc)', ['system-out']],
    ]);
  });

  it('says where the defect of a failed scenario is told, when it is told elsewhere', () => {
    const mover = { dialect: 'rfc', title: 'Mover', status: 'failed', reason: 'changed', checks: ['SC2104'] } as const;
    const root = read([
      started(['rfc'], 2),
      ...play({ ...mover, scenario: 'users/mover' }),
      finding('F1', 'rfc'),
      ...play({ ...mover, scenario: 'users/second' }),
      finished(),
    ]);
    expect(only(named(root, 'users/second').children).text).toBe(
      'scenarios/users/second.yaml:14:7 step 2, update mover: emails[type eq "work"].value: changed, see SC2104 (F1)',
    );
  });

  it('passes a scenario that failed by a warning only', () => {
    const root = read([
      started(['rfc'], 1),
      finding('F1', 'rfc', { severity: 'warning', scenario: 'users/other' }),
      ...play({ dialect: 'rfc', title: 'Mover', status: 'failed', checks: ['SC2104'], scenario: 'users/mover' }),
      finished(),
    ]);
    expect(named(root, 'users/mover').children).toEqual([]);
  });

  it.each(Object.entries({ eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun }))(
    'of %s fails as the exit code does',
    (_name, run) => {
      const { failures, errors } = read(run()).attributes;
      expect(Number(failures) + Number(errors) > 0).toBe(exitCodeOf(run()) !== 0);
    },
  );

  it('tells that a run broke off', () => {
    const root = read(interruptedRun());
    expect(only(named(root, 'The run came to its end').children).attributes['message']).toBe('interrupted: by Ctrl-C');
    expect(only(named(root, 'users/leaver').children).text).toBe('the run ended before the scenario did: by Ctrl-C');
    expect(all(read([]), 'error')).toHaveLength(1);
    expect(all(read([started(['rfc']), unclean()]), 'error')).toHaveLength(1);
  });

  it('is well-formed and harmless whatever a target answers', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 30 }), (texts) => {
        const xml = render(junit, withText(eventfulRun(), texts));
        readXml(xml);
        for (const line of xml.split('\n')) expect(line).not.toMatch(HARMFUL);
      }),
      { numRuns: 60 },
    );
  });
});
