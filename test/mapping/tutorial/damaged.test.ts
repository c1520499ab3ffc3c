import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTutorial, type Tutorial } from '../../../src/mapping/tutorial/tutorial.js';

const HEADER = ['   |Attribute|Type|Supported for filtering|Required by Acme|', '   |---|---|---|---|'];
const INTRODUCTION = ['# Configure Acme for automatic user provisioning with Microsoft Entra ID', '', '1. Review the user attributes:', ''];

function read(...rows: string[]): Tutorial {
  const found = readTutorial([...INTRODUCTION, ...HEADER, ...rows].join('\n'), 'acme.md');
  if (!found.ok) throw new Error(`${found.message} ${JSON.stringify(found.warnings)}`);
  return found.tutorial;
}

function rowsOf(...rows: string[]): (string | boolean)[][] {
  return read(...rows).users.map(({ name, type, filterable, required }) => [name, type, filterable, required]);
}

describe('damaged rows', () => {
  it.each([
    ['cells that are missing are empty', ['|active|Boolean|'], [['active', 'Boolean', false, false]]],
    ['position decides, not the number of marks', ['|userName|String|&check;|'], [['userName', 'String', true, false]]],
    ['no closing pipe', ['|userName|String|&check;|&check;'], [['userName', 'String', true, true]]],
    ['an empty third cell', ['|active|Boolean||&check;'], [['active', 'Boolean', false, true]]],
    ['blanks in cells', ['| userName | String |  &check; |&check;  '], [['userName', 'String', true, true]]],
    ['backticks and bold', ['|`userName`|**String**|&check;|'], [['userName', 'String', true, false]]],
    [
      'escaped quotes',
      ['|phoneNumbers[type eq \\"work\\"].value|String||'],
      [['phoneNumbers[type eq "work"].value', 'String', false, false]],
    ],
    [
      'a row broken between two cells',
      ['|urn:a:2.0:User:department', '|String||'],
      [['urn:a:2.0:User:department', 'String', false, false]],
    ],
    ['a row broken inside a name', ['|urn:a:2.0:User:depart', 'ment|String||'], [['urn:a:2.0:User:department', 'String', false, false]]],
    ['a row broken before its marks', ['|userName|String', '|&check;|&check;|'], [['userName', 'String', true, true]]],
    ['a row broken inside a mark', ['|userName|String|&che', 'ck;|'], [['userName', 'String', true, false]]],
    ['no pipe at the beginning', ['userName|String|&check;|'], [['userName', 'String', true, false]]],
    ['two pipes at the beginning', ['||userName|String|&check;|'], [['userName', 'String', true, false]]],
    [
      'two rows on one line',
      ['|userName|String|&check;||active|Boolean||'],
      [
        ['userName', 'String', true, false],
        ['active', 'Boolean', false, false],
      ],
    ],
    [
      'a blank line among the rows',
      ['|userName|String|', '', '|active|Boolean|'],
      [
        ['userName', 'String', false, false],
        ['active', 'Boolean', false, false],
      ],
    ],
    [
      'a second delimiter row',
      ['|userName|String|', '|---|---|---|---|', '|active|Boolean|'],
      [
        ['userName', 'String', false, false],
        ['active', 'Boolean', false, false],
      ],
    ],
    ['the list going on at once', ['|userName|String|', '1. To configure | scoping'], [['userName', 'String', false, false]]],
    ['a quotation at once', ['|userName|String|', '   > [!NOTE] x|y'], [['userName', 'String', false, false]]],
    [
      'other marks',
      ['|userName|String|✓|Yes', '|title|String|x|-', '|locale|String|&#10003;|No'],
      [
        ['userName', 'String', true, true],
        ['title', 'String', true, false],
        ['locale', 'String', true, false],
      ],
    ],
  ])('%s', (_title, rows, expected) => {
    expect(rowsOf(...rows.map((row) => `   ${row}`))).toEqual(expected);
  });

  it('reads tables in other shapes: tabs, six blanks, a quotation, no delimiter row, an unknown header', () => {
    const table = ['|Attribute|Type|', '|---|---|', '|userName|String|', '|active|Boolean|'];
    const shapes = [
      table.map((line, index) => (index === 0 ? '   ' : '\t') + line),
      table.map((line) => `      ${line}`),
      table.map((line) => `> ${line}`),
      table.filter((line) => !line.includes('--')),
      ['|Eigenschaft|Art|', ...table.slice(1)],
      table.slice(1),
      ['| User Attribute |  TYPE|Supported For Filtering', ...table.slice(1)],
    ];
    for (const lines of shapes) {
      const found = readTutorial([...INTRODUCTION, ...lines].join('\n'), 'acme.md');
      expect(found.ok ? found.tutorial.users.map((row) => row.name) : found.message).toEqual(['userName', 'active']);
    }
  });

  it.each([
    ['no header at all', ['|userName|String|&check;|', '|active|Boolean||'], /has no header/],
    [
      'a grid',
      ['| Attribute | Type |', '+===+===+', '| userName | String |', '+---+---+', '| active | Boolean |', '+---+---+'],
      /second delimiter row/,
    ],
    [
      'columns of the directory',
      ['|Microsoft Entra attribute|Acme attribute|Type|', '|---|---|---|', '|mail|userName|String|', '|accountEnabled|active|Boolean|'],
      /^$/,
    ],
    ['a rule after the table', ['|Attribute|Type|', '|---|---|', '|userName|String|', '|active|Boolean|', '---'], /^$/],
    ['a column of descriptions', ['|Attribute|Type|Description|', '|---|---|---|', '|userName|String|a.b|', '|active|Boolean|c|'], /^$/],
  ])('reads %s', (_title, lines, message) => {
    const found = readTutorial([...INTRODUCTION, ...lines, ''].join('\n'), 'acme.md');
    if (!found.ok) throw new Error(found.message);
    expect(found.tutorial.users.map((row) => row.name)).toEqual(['userName', 'active']);
    const told = found.tutorial.warnings.map((warning) => warning.message).filter((each) => !each.includes('capabilities'));
    expect(told.join('')).toMatch(message);
  });

  it('tells of rows that were run together into one line', () => {
    const found = readTutorial(`${INTRODUCTION.join('\n')}\n|Attribute|Type| |---|---| |userName|String| |active|Boolean|`, 'acme.md');
    expect(found).toMatchObject({ ok: false, warnings: [{ line: INTRODUCTION.length + 1 }] });
  });

  it('a quotation mark for code without its other half is taken for a mistake', () => {
    const lines = [...INTRODUCTION, ...HEADER, '   |`userName|String|', '   |active`|Boolean|'];
    const fixed = readTutorial(lines.join('\n'), 'acme.md', { fix: true });
    expect(fixed.ok ? fixed.tutorial.users.map((row) => row.name) : fixed.message).toEqual(['userName', 'active']);
  });

  it('tells groups from users by a heading of one word', () => {
    const table = (name: string): string[] => ['', '|Attribute|Type|', '|---|---|', `|${name}|String|`, '|externalId|String|', ''];
    const lines = [
      '# Configure Acme',
      '',
      '# [Users](#tab/users)',
      ...table('userName'),
      '# [Groups](#tab/groups)',
      ...table('displayName'),
    ];
    const found = readTutorial(lines.join('\n'), 'acme.md');
    expect(found.ok ? [found.tutorial.users.length, found.tutorial.groups.length] : found.message).toEqual([2, 2]);
  });

  it('does not take tables of other kinds, code and comments for mappings, and says where rows are lost', () => {
    const found = readTutorial(
      ['|Value|Group|', '|---|---|', '|a|&check;|', '', '```', '|Attribute|Type|', '|---|---|', '|userName|String|', '```'].join('\n'),
      'acme.md',
    );
    expect(found).toMatchObject({ ok: false, warnings: [{ line: 8 }] });
  });

  it('an unknown mark and a cell too many are told', () => {
    const messages = read('|userName|String|maybe|&check;|what?|').warnings.map(({ message }) => message);
    expect(messages.join('\n')).toMatch(/more cells than the header; what\? is not read[\s\S]*"maybe" under "Supported for filtering"/);
  });
});

/** Rows that are right, to be damaged. */
const attribute = fc.constantFrom(
  'userName',
  'active',
  'name.givenName',
  'emails[type eq "work"].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  'urn:a:b:2.0:User:x.y',
  'roles[primary eq "True".value]',
  'pphoneNumbers[type eq "fax"].value',
  'phoneNumbers[type eq \\"work\\"].value',
  '`title`',
);
const cell = fc.constantFrom('String', 'Boolean', 'Reference', 'string', 'Array', '', '&check;', '✓', 'maybe', ' ');
const row = fc
  .tuple(
    attribute,
    fc.array(cell, { maxLength: 5 }),
    fc.constantFrom('|', '', ' ', '| '),
    fc.constantFrom('   |', '|', '', '\t|', '||', '> |'),
  )
  .map(([name, cells, end, start]) => `${start}${[name, ...cells].join('|')}${end}`);
const noise = fc.constantFrom(
  '',
  '   ',
  '|',
  '||||',
  '|---|---|',
  '1. Next',
  '> [!NOTE]',
  '## Heading',
  'text | text',
  '|String||',
  '&check;|',
  ':::image:::',
  '<!-- c -->',
  '\\|',
  '[a](b)|c',
);

describe('whatever stands in a table', () => {
  const lines = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: row },
      { weight: 2, arbitrary: noise },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
    ),
    { maxLength: 12 },
  );

  it('never crashes, and each line with pipes up to the end of the table is a row, part of one, or warned of', () => {
    fc.assert(
      fc.property(lines, (table) => {
        const all = [...INTRODUCTION, ...HEADER, '   |userName|String|&check;|', ...table];
        const found = readTutorial(all.join('\n'), 'acme.md');
        const known = new Set<number>();
        const warnings = found.ok ? found.tutorial.warnings : found.warnings;
        for (const each of warnings) known.add(each.line);
        if (found.ok) for (const each of [...found.tutorial.users, ...found.tutorial.groups]) known.add(each.line);
        // A line of a table: it begins with a pipe, an attribute and a type.
        for (const [index, line] of all
          .join('\n')
          .split(/\r\n|\r|\n/)
          .entries()) {
          if (index < INTRODUCTION.length + HEADER.length || !/^\s*\|[\w.:[\]" \\`]+\|(?:String|Boolean|Reference)\b/.test(line)) continue;
          expect(known, line).toContain(index + 1);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never crashes on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        readTutorial(text, 'x.md', { fix: true });
        readTutorial(`|Attribute|Type|\n|---|---|\n${text}`, 'x.md', { fix: true });
      }),
      { numRuns: 500 },
    );
  });

  it('a character deleted anywhere loses no row silently', () => {
    const table = [
      '|userName|String|&check;|&check;|',
      '|active|Boolean||',
      '|emails[type eq "work"].value|String||',
      '|externalId|String|&check;|',
    ];
    const text = [...INTRODUCTION, ...HEADER, ...table].join('\n');
    const start = text.indexOf('|userName');
    for (let at = start; at < text.length; at += 1) {
      const found = readTutorial(text.slice(0, at) + text.slice(at + 1), 'acme.md');
      if (!found.ok) throw new Error(`at ${at}: ${found.message}`);
      expect(found.tutorial.users.length + found.tutorial.warnings.length, `without character ${at - start}`).toBeGreaterThanOrEqual(4);
    }
  });
});
