import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, expressionProblem } from '../../../src/mapping/entra-export/evaluate.js';
import { parseExpression } from '../../../src/mapping/entra-export/expression.js';
import { sourceUser } from '../../../src/mapping/entra-export/source-user.js';

const USER = {
  mail: 'Zoë.Łuk@Example.com',
  givenName: 'Zoë',
  surname: 'Łuk Smith',
  IsSoftDeleted: false,
  empty: '',
  nothing: null,
  proxyAddresses: ['smtp:a@example.com', 'SMTP:b@example.com', 'smtp:A@example.com'],
  appRoleAssignments: ['Admin'],
};

describe('expressions give what Microsoft documents', () => {
  it.each<[string, unknown]>([
    ['[mail]', 'Zoë.Łuk@Example.com'],
    ['"a \\"b\\""', 'a "b"'],
    ['Switch([IsSoftDeleted], , "False", "True", "True", "False")', 'True'],
    ['Switch([surname], "other", "x", "y")', 'other'],
    ['Join(" ", [givenName], [surname])', 'Zoë Łuk Smith'],
    ['Join(",", [proxyAddresses])', 'smtp:a@example.com,SMTP:b@example.com,smtp:A@example.com'],
    ['Append([givenName], "!")', 'Zoë!'],
    ['ToLower([mail])', 'zoë.łuk@example.com'],
    ['toupper([givenName], "en-US")', 'ZOË'],
    ['NormalizeDiacritics([mail])', 'Zoe.Luk@Example.com'],
    ['StripSpaces([surname])', 'ŁukSmith'],
    ['Left([mail], 3)', 'Zoë'],
    ['Mid([mail], 5, 3)', 'Łuk'],
    ['Replace([mail], "Example", , , "test", , )', 'Zoë.Łuk@test.com'],
    ['Replace([mail], , "(?<domain>@.*)", "domain", "@x.org", , )', 'Zoë.Łuk@x.org'],
    ['Replace([mail], "{x}", , , , , "<{x}>")', '<Zoë.Łuk@Example.com>'],
    ['Split([surname], " ")', ['Łuk', 'Smith']],
    ['Item(Split([surname], " "), 2)', 'Smith'],
    ['Word([surname], 1, " ")', 'Łuk'],
    ['Coalesce([nothing], [empty], [mail], "none")', 'Zoë.Łuk@Example.com'],
    ['IIF([givenName]="Zoë", "yes", "no")', 'yes'],
    ['IIF(IsPresent([nothing]), "yes", "no")', 'no'],
    ['IIF([givenName]<>"Zoë", "yes", "no")', 'no'],
    ['Not([IsSoftDeleted])', true],
    ['IsNullOrEmpty([empty])', true],
    ['Count([proxyAddresses])', 3],
    ['RemoveDuplicates([proxyAddresses])', ['smtp:a@example.com', 'SMTP:b@example.com']],
    ['SingleAppRoleAssignment([appRoleAssignments])', 'Admin'],
    [
      'AppRoleAssignmentsComplex([appRoleAssignments])',
      [{ primary: false, type: 'WindowsAzureActiveDirectoryRole', display: 'Admin', value: 'Admin' }],
    ],
    ['ToLower([nothing])', undefined],
    ['PCase("ada LOVELACE")', 'Ada Lovelace'],
  ])('%s', (text, value) => {
    expect(evaluate(text, USER)).toEqual({ ok: true, value });
  });

  it.each([
    ['DateAdd("d", 1, [x])', 'the function DateAdd is not known', 0],
    ['Join("-", Nix([x]))', 'the function Nix is not known', 10],
    ['ToLower()', 'ToLower takes 1 to 2 arguments, not 0', 0],
    ['ToLower([x]', '"," or ")" is expected', 11],
    ['"open', 'the quotation mark is never closed', 0],
    ['Left("a" "b")', '"," or ")" is expected', 9],
    ['', 'a constant, an attribute in brackets or a function is expected', 0],
  ])('%s is refused with its position', (text, message, offset) => {
    expect(expressionProblem(text)).toMatchObject({ message, offset });
  });

  it.each(['Left([mail], "x")', 'Replace([mail], , "(a+)+$", , "b", , )', 'SingleAppRoleAssignment([proxyAddresses])'])(
    '%s is not evaluated',
    (text) => {
      expect(evaluate(text, USER)).toMatchObject({ ok: false });
    },
  );

  it('never throws, whatever the text', () => {
    const part = fc.constantFrom(
      '[mail]',
      '"a"',
      'Join(',
      'Mid(',
      ')',
      ',',
      ' ',
      '3',
      '-1',
      '=',
      'IIF(',
      'Replace(',
      'Split(',
      '[',
      '"',
      '\\',
      'true',
      'Item(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const parsed = parseExpression(text);
          expect(evaluate(text, USER).ok && !parsed.ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
    expect(parseExpression(`${'Not('.repeat(5000)}[x]${')'.repeat(5000)}`).ok).toBe(false);
  });

  it("a directory's user follows from a SCIM user by the default mapping", () => {
    const values: Record<string, string | boolean> = { userName: 'kim@example.com', active: false, 'name.givenName': 'Kim' };
    expect(sourceUser((path) => values[path], ['Admin'])).toMatchObject({
      userPrincipalName: 'kim@example.com',
      givenName: 'Kim',
      IsSoftDeleted: true,
      appRoleAssignments: ['Admin'],
    });
  });
});
