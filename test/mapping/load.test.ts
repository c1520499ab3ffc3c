import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPackageFile } from '../../src/base/package-files.js';
import { loadMapping } from '../../src/mapping/load.js';
import { formatDiagnostic } from '../../src/yaml/diagnostic.js';
import { unmark } from '../scenario/marked.js';

const GOOD = `app: Acme
source: a page
capabilities: { create: true, update: true, remove: false, groups: false }
users:
  - { name: userName, type: String, filterable: true, required: true, line: 7 }
  - { name: 'emails[type eq "work"].value', type: String }
`;
const GROUPS = 'groups:\n  - { name: displayName, type: String }\n';

describe('loadMapping', () => {
  it('reads a mapping; marks that are missing are absent', () => {
    expect(loadMapping(GOOD, 'some/where/acme.yaml')).toEqual({
      problems: [],
      mapping: {
        name: 'acme',
        app: 'Acme',
        source: 'a page',
        capabilities: { create: true, update: true, remove: false, groups: false },
        users: [
          { name: 'userName', type: 'String', filterable: true, required: true, line: 7 },
          { name: 'emails[type eq "work"].value', type: 'String', filterable: false, required: false },
        ],
      },
    });
  });

  it('reads everything that is optional', () => {
    const text = `${GOOD}name: other\nclients: [okta]\nbaseUrls: { okta: https://example.com/scim }\nnotes: [odd]\n${GROUPS}`;
    expect(loadMapping(text, 'x').mapping).toMatchObject({
      name: 'other',
      clients: ['okta'],
      baseUrls: { okta: 'https://example.com/scim' },
      notes: ['odd'],
      groups: [{ name: 'displayName', type: 'String', filterable: false, required: false }],
    });
  });

  it.each([
    ['an unknown key', GOOD.replace('users', '«usres: []\nusers'), 'unknown key "usres"', 'Did you mean "users"?'],
    ['an unknown key of a row', GOOD.replace('line: 7', '«lien: 7'), 'unknown key "lien"', 'Did you mean "line"?'],
    ['a type in small letters', GOOD.replace('type: String, f', 'type: «string, f'), '"type" cannot be "string"', 'Did you mean "String"?'],
    [
      'a mark that is no truth value',
      GOOD.replace('filterable: true', 'filterable: «"x"'),
      '"filterable" must be true or false, not text',
      undefined,
    ],
    ['a missing capability', GOOD.replace('{ create: true, ', '«{ '), 'missing key "create"', undefined],
    [
      'no users',
      'app: A\nsource: s\ncapabilities: { create: true, update: true, remove: true, groups: false }\nusers: «[]\n',
      '"users" is empty',
      undefined,
    ],
    [
      'groups without a table',
      GOOD.replace('groups: false', 'groups: «true'),
      'groups are provisioned, but there are no group attributes',
      'List the group attributes under groups, or say groups: false.',
    ],
    ['a row twice', `${GOOD}  - { name: «username, type: String }\n`, '"username" stands twice in "users"', undefined],
    ['a path that is none', GOOD.replace('"work"].value', '«work].value'), expect.stringMatching(/is no attribute path: /), undefined],
    ['an unknown client', `${GOOD}clients: [«rfc]\n`, 'an item of "clients" cannot be "rfc"', 'Possible here: entra, okta.'],
    ['a line that is none', GOOD.replace('line: 7', 'line: «0'), '"line" must be >= 1', undefined],
  ])('tells of %s', (_name, marked, message, hint) => {
    const { text, line, column } = unmark(marked);
    const { mapping, problems } = loadMapping(text, 'm.yaml');
    expect(mapping).toBeUndefined();
    expect(problems.map((each) => [each.message, each.position])).toEqual([[message, { file: 'm.yaml', line, column }]]);
    if (hint !== undefined) expect(problems[0]?.hint).toBe(hint);
  });

  it.each([
    ['an extension of another mapping', 'extends: «rootly\nusers: [{ name: badge, type: String }]\n', '"extends" cannot be "rootly"'],
    ['an extension without rows', '«extends: default\n', 'there are no rows'],
    [
      'an extension with capabilities',
      'extends: default\n«capabilities: {}\nusers: [{ name: badge, type: String }]\n',
      'unknown key "capabilities"',
    ],
    [
      'a row of an extension twice',
      'extends: default\nusers:\n  - { name: badge, type: String }\n  - { name: «Badge, type: String }\n',
      '"Badge" stands twice in "users"',
    ],
  ])('tells of %s', (_name, marked, message) => {
    const { text, line, column } = unmark(marked);
    const { mapping, problems } = loadMapping(text, 'm.yaml');
    expect(mapping).toBeUndefined();
    expect(problems.map((each) => [each.message, each.position])).toEqual([[message, { file: 'm.yaml', line, column }]]);
  });

  it('never throws', () => {
    const rollbar = readPackageFile('fixtures/mappings/rollbar.yaml');
    const check = (text: string): void => {
      const { mapping, problems } = loadMapping(text, 'm.yaml');
      expect(mapping === undefined).toBe(problems.length > 0);
      for (const problem of problems) formatDiagnostic(problem, text);
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 300 });
    const noise = fc.constantFrom('', ' ', '\n', ':', '- ', '"', '}', '[', '&x ', '*x', 'null', '1', '日');
    fc.assert(
      fc.property(fc.nat({ max: 1500 }), fc.nat({ max: 20 }), noise, (at, length, insert) =>
        check(rollbar.slice(0, at) + insert + rollbar.slice(at + length)),
      ),
      { numRuns: 500 },
    );
  });
});
