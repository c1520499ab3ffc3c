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
    ['Split("PermissionSetOne, PermissionSetTwo", ",")', ['PermissionSetOne', 'PermissionSetTwo']],
    ['Redact([givenName])', 'Zoë'],
    ['BitAnd(&HF, &HF7)', 7],
    ['Left([givenName], -1)', 'Zoë'],
    ['CDate("2020-03-16-07:00")', '3/16/2020 7:00:00 AM'],
    ['CDate("2021-06-30+08:00")', '6/29/2021 4:00:00 PM'],
    ['CDate("2009-06-15T01:45:30-07:00")', '6/15/2009 8:45:30 AM'],
    ['CDate([nothing])', undefined],
    ['DateAdd("d", 7, CDate("2012-03-16-07:00"))', '3/23/2012 7:00:00 AM'],
    ['DateAdd("d", -10, CDate("2012-03-16-07:00"))', '3/6/2012 7:00:00 AM'],
    ['DateAdd("ww", 2, CDate("2012-03-16-07:00"))', '3/30/2012 7:00:00 AM'],
    ['DateAdd("m", 10, CDate("2012-03-16-07:00"))', '1/16/2013 7:00:00 AM'],
    ['DateAdd("yyyy", 2, CDate("2012-03-16-07:00"))', '3/16/2014 7:00:00 AM'],
    ['DateAdd("m", 1, CDate("2024-01-31"))', '2/29/2024 12:00:00 AM'],
    ['DateDiff("d", CDate("2021-08-18+08:00"), CDate("2021-08-31+08:00"))', 13],
    ['DateDiff("d", "8/25/2021 5:41:18 PM", CDate("2012-03-16-07:00"))', -3449],
    ['DateDiff("ww", "8/25/2021 5:41:18 PM", CDate("2012-03-16-07:00"))', -493],
    ['DateDiff("m", "8/25/2021 5:41:18 PM", CDate("2012-03-16-07:00"))', -113],
    ['DateDiff("yyyy", "8/25/2021 5:41:18 PM", CDate("2012-03-16-07:00"))', -9],
    ['DateDiff("h", "2021-08-24", "2021-08-25")', 24],
    ['DateDiff("n", "2021-08-24", "2021-08-25")', 1440],
    ['DateDiff("s", "2021-08-24", "2021-08-25")', 86400],
    ['IIF(DateDiff("d", Now(), CDate("2026-04-09")) > 5, "False", "True")', 'False'],
    ['IIF(Count([proxyAddresses]) <= 3, "few", "many")', 'few'],
    ['DateFromNum(129699324000000000)', '1/1/2012 11:00:00 PM'],
    ['NumFromDate("2012-01-01T23:00:00Z")', '129699324000000000'],
    ['NumFromDate(Join("", FormatDateTime("2020-12-31-08:00", ,"yyyy-MM-ddzzz", "yyyy-MM-dd"), " 23:59:59-08:00"))', '132539615990000000'],
    ['FormatDateTime("20150123105347.1Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")', '2015-01-23'],
    ['FormatDateTime("5/9/2026 04:05:06 PM", , "M/d/yyyy hh:mm:ss tt", "dddd, d MMM yy HH:mm:ss.ff")', 'Saturday, 9 May 26 16:05:06.00'],
    ['Now()', '4/1/2026 8:30:00 AM'],
  ])('%s', (text, value) => {
    expect(evaluate(text, USER)).toEqual({ ok: true, value });
  });

  it.each([
    ['DatePart("d", [x])', 'the function DatePart is not known', 0],
    ['Join("-", Nix([x]))', 'the function Nix is not known', 10],
    ['ToLower()', 'ToLower takes 1 to 2 arguments, not 0', 0],
    ['ToLower([x]', '"," or ")" is expected', 11],
    ['"open', 'the quotation mark is never closed', 0],
    ['Left("a" "b")', '"," or ")" is expected', 9],
    ['', 'a constant, an attribute in brackets or a function is expected', 0],
  ])('%s is refused with its position', (text, message, offset) => {
    expect(expressionProblem(text)).toMatchObject({ message, offset });
  });

  it.each([
    'Left([mail], "x")',
    'Replace([mail], , "(?=a)b", , "b", , )',
    'Replace([mail], , "(a)\\\\1", , "b", , )',
    'SingleAppRoleAssignment([proxyAddresses])',
  ])('%s is not evaluated', (text) => {
    expect(evaluate(text, USER)).toMatchObject({ ok: false });
  });

  it('takes no longer for a pattern that would make others hang', () => {
    const hostile = { ...USER, mail: `${'a'.repeat(50_000)}b` };
    for (const pattern of ['(a+)+$', '(a|a)*$', '(a|aa)+$', '(.*a){20}$', '(?:(?:a*)*)*c'])
      expect(evaluate(`Replace([mail], , "${pattern}", , "x", , )`, hostile)).toMatchObject({ ok: true });
  });

  it.each([
    'CDate("soon")',
    'CDate("2026-02-30")',
    'DateAdd("q", 1, Now())',
    'FormatDateTime("1", , "d", "zzz")',
    'RandomString(2,3,0,0,0)',
  ])('%s is not evaluated', (text) => {
    expect(evaluate(text, USER)).toMatchObject({ ok: false });
  });

  it('chance is given in, and gives what is asked for', () => {
    let state = 1;
    const random = (): number => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const world = { now: 0, random };
    const textOf = (expression: string): string => {
      const result = evaluate(expression, USER, world);
      return result.ok ? String(result.value) : result.message;
    };
    expect(textOf('Guid()')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(textOf('Guid()')).not.toBe(textOf('Guid()'));
    for (let time = 0; time < 50; time += 1) {
      const six = textOf('RandomString(6,3,0,0,3)');
      expect([six.length, six.replace(/\D/g, '').length, six.replace(/[^a-z]/g, '').length]).toEqual([6, 3, 3]);
      const ten = textOf('RandomString(10,2,2,2,1,"?,")');
      expect(ten).toHaveLength(10);
      expect(ten).not.toMatch(/[?,]/);
      expect(ten.replace(/[^A-Z]/g, '').length).toBeGreaterThanOrEqual(2);
    }
    expect(textOf('Now()')).toBe('1/1/1970 12:00:00 AM');
  });

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
      'DateAdd("d",',
      'FormatDateTime(',
      'DateFromNum(',
      'RandomString(',
      '>',
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
