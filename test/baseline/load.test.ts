import { describe, expect, it } from 'vitest';
import { loadBaseline } from '../../src/baseline/load.js';
import { formatDiagnostic } from '../../src/yaml/diagnostic.js';

const NAMES = {
  scenarios: ['users/second-address', 'users/leaver', 'groups/push'],
  clients: ['entra', 'okta', 'entra-default', 'okta-aiw'],
};

const entry = (lines: readonly string[]): string => `findings:\n  - ${lines.join('\n    ')}\n`;
const GOOD = ['check: SC2104', 'client: entra', 'scenario: users/second-address', 'reason: ticket 4711'];
const without = (key: string): string[] => GOOD.filter((line) => !line.startsWith(`${key}:`));
const problemsOf = (text: string): string[] => loadBaseline(text, 'b.yaml', NAMES).problems.map((problem) => formatDiagnostic(problem));

describe('a baseline', () => {
  it('says what is accepted, with the place of each entry, and what was shown', () => {
    const text = `coverage:\n  okta-aiw: { scenarios: 5, proven: [connect] }\n${entry([
      ...without('scenario'),
      'scenario: [users/*, groups]',
      'attribute: emails[type eq "work"].value',
      'expires: 2027-01-31',
      'link: https://example.com/4711',
    ])}`;
    const { baseline, problems } = loadBaseline(text, 'b.yaml', NAMES);
    expect(problems).toEqual([]);
    expect(baseline?.coverage).toEqual(new Map([['okta-aiw', { scenarios: 5, proven: ['connect'] }]]));
    expect(baseline?.entries).toEqual([
      {
        check: 'SC2104',
        client: 'entra',
        scenarios: ['users/*', 'groups'],
        attribute: 'emails[type eq "work"].value',
        reason: 'ticket 4711',
        expires: '2027-01-31',
        link: 'https://example.com/4711',
        source: { file: 'b.yaml', line: 4, column: 5 },
      },
    ]);
  });

  it.each([
    ['an unknown key', entry([...GOOD, 'raeson: x']), /^b\.yaml:6:5 {2}unknown key "raeson"[\s\S]*Did you mean "reason"\?/],
    ['an unknown key of the file', `finding: []\n${entry(GOOD)}`, /^b\.yaml:1:1 {2}unknown key "finding"/],
    ['an unknown check', entry([...without('check'), 'check: SC2999']), /:5:12 {2}there is no check "SC2999"/],
    ['what is no id of a check', entry([...without('check'), 'check: 2104x']), /"check" must be the id of a check/],
    ['an unknown client', entry([...without('client'), 'client: enrta']), /there is no client "enrta"[\s\S]*Did you mean "entra"\?/],
    [
      'an unknown scenario',
      entry([...without('scenario'), 'scenario: users/laever']),
      /there is no scenario "users\/laever"[\s\S]*users\/leaver/,
    ],
    [
      'a pattern that selects nothing',
      entry([...without('scenario'), 'scenario: [users/*, tenants/*]']),
      /there is no scenario "tenants\/\*"/,
    ],
    ['no reason', entry(without('reason')), /missing key "reason"/],
    ['an empty reason', entry([...without('reason'), 'reason: " "']), /"reason" is empty: say why it is accepted for now/],
    ['a day that is none', entry([...GOOD, 'expires: 2027-02-30']), /:6:14 {2}there is no day 2027-02-30/],
    ['a day in other words', entry([...GOOD, 'expires: 31.1.2027']), /"expires" must be a day such as 2027-01-31/],
    ['a link that is none', entry([...GOOD, 'link: jira 4711']), /"link" must be a URL/],
    [
      'the same finding twice',
      `${entry(GOOD)}${entry(GOOD).slice('findings:\n'.length)}`,
      /:6:5 {2}a second entry for the same finding[\s\S]*line 2/,
    ],
    ['the key twice', entry([...GOOD, 'reason: y']), /duplicate key "reason"/],
    ['what nobody may accept', entry([...without('check'), 'check: SC1006']), /SC1006 cannot be accepted: .*\n[\s\S]*mend the target/],
    ['what lets people keep access, for ever', entry([...without('check'), 'check: SC2116']), /until a day only[\s\S]*expires: 2027-01-31/],
    [
      'a capability that there is not',
      `coverage:\n  entra-default: { scenarios: 1, proven: [conect] }\n${entry(GOOD)}`,
      /there is no capability "conect"[\s\S]*"connect"/,
    ],
    ['broken YAML', 'findings: [', /^b\.yaml:1:/],
    ['nothing', '', /the file is empty/],
    ['a list', '- a', /the file must be a map/],
  ])('refuses %s, with its place', (_what, text, message) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toMatch(message);
    expect(problems.every((problem) => /^b\.yaml:\d+:\d+ {2}/.test(problem))).toBe(true);
  });

  it('accepts until a day what lets people keep access', () => {
    expect(problemsOf(entry([...without('check'), 'check: SC2116', 'expires: 2027-01-31']))).toEqual([]);
  });
});
