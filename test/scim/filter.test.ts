import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Filter, parseFilter, printFilter } from '../../src/scim/filter.js';
import { ENTERPRISE_USER_URN, USER_URN } from '../../src/scim/urn.js';
import { filter } from './arbitraries.js';

function compare(attribute: string, op: 'eq' | 'co' | 'sw', value: string | number | boolean | null): Filter {
  return { kind: 'compare', path: { attribute }, op, value };
}

describe('parseFilter', () => {
  it.each<[string, Filter]>([
    ['userName Eq "john"', compare('userName', 'eq', 'john')],
    ['Username eq "john"', compare('Username', 'eq', 'john')],
    ['n eq -1.5e3', compare('n', 'eq', -1500)],
    ['n eq true', compare('n', 'eq', true)],
    ['n eq NULL', compare('n', 'eq', null)],
    [String.raw`n eq "\"\\\/\b\f\n\r\té€"`, compare('n', 'eq', '"\\/\b\f\n\r\té€')],
    ['  title   PR  ', { kind: 'present', path: { attribute: 'title' } }],
    ['not(title pr)', { kind: 'not', filter: { kind: 'present', path: { attribute: 'title' } } }],
    ['not eq "x"', compare('not', 'eq', 'x')],
    [
      'emails[type eq "work" and value co "@x"]',
      {
        kind: 'valuePath',
        path: { attribute: 'emails' },
        filter: { kind: 'and', left: compare('type', 'eq', 'work'), right: compare('value', 'co', '@x') },
      },
    ],
    [
      'emails[type eq "work"].value eq "x"',
      { kind: 'compare', path: { attribute: 'emails', filter: compare('type', 'eq', 'work'), sub: 'value' }, op: 'eq', value: 'x' },
    ],
    ['emails[type eq "work"] pr', { kind: 'present', path: { attribute: 'emails', filter: compare('type', 'eq', 'work') } }],
    [`${USER_URN}:userName sw "J"`, { kind: 'compare', path: { urn: USER_URN, attribute: 'userName' }, op: 'sw', value: 'J' }],
    [
      `${ENTERPRISE_USER_URN}:manager.value eq "1"`,
      { kind: 'compare', path: { urn: ENTERPRISE_USER_URN, attribute: 'manager', sub: 'value' }, op: 'eq', value: '1' },
    ],
    // The reference query that Entra's older documentation shows.
    ['id eq "1" and manager eq "2"', { kind: 'and', left: compare('id', 'eq', '1'), right: compare('manager', 'eq', '2') }],
  ])('reads %s', (text, expected) => {
    expect(parseFilter(text)).toEqual({ ok: true, value: expected });
  });

  it('binds not before and before or', () => {
    const [a, b, c] = [compare('a', 'eq', 1), compare('b', 'eq', 2), compare('c', 'eq', 3)];
    expect(parseFilter('a eq 1 or b eq 2 and c eq 3')).toEqual({
      ok: true,
      value: { kind: 'or', left: a, right: { kind: 'and', left: b, right: c } },
    });
    expect(parseFilter('a eq 1 and b eq 2 or c eq 3')).toEqual({
      ok: true,
      value: { kind: 'or', left: { kind: 'and', left: a, right: b }, right: c },
    });
    expect(parseFilter('(a eq 1 OR b eq 2) AND c eq 3')).toEqual({
      ok: true,
      value: { kind: 'and', left: { kind: 'or', left: a, right: b }, right: c },
    });
    expect(parseFilter('NOT (a eq 1) and b eq 2')).toEqual({
      ok: true,
      value: { kind: 'and', left: { kind: 'not', filter: a }, right: b },
    });
  });

  /** RFC 7644 figure 2. */
  it.each([
    'userName eq "bjensen"',
    'name.familyName co "O\'Malley"',
    'userName sw "J"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
    'title pr',
    'meta.lastModified gt "2011-05-13T04:42:34Z"',
    'meta.lastModified ge "2011-05-13T04:42:34Z"',
    'meta.lastModified lt "2011-05-13T04:42:34Z"',
    'meta.lastModified le "2011-05-13T04:42:34Z"',
    'title pr and userType eq "Employee"',
    'title pr or userType eq "Intern"',
    'schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    'userType eq "Employee" and (emails co "example.com" or emails.value co "example.org")',
    'userType ne "Employee" and not (emails co "example.com" or emails.value co "example.org")',
    'emails[type eq "work" and value co "@example.com"] or ims[type eq "xmpp" and value co "@foo.com"]',
  ])('reads the example %s and writes it again', (text) => {
    const parsed = parseFilter(text);
    expect(parsed.ok && printFilter(parsed.value)).toBe(text);
  });

  it.each([
    ['', 0, /attribute is missing/],
    ['userName', 8, /operator is missing/],
    ['userName regex "x"', 9, /"regex" is not supported/],
    ['userName eq', 11, /value is missing/],
    ['userName eq bjensen', 12, /quoted/],
    ["userName eq 'bjensen'", 12, /quoted/],
    ['userName eq "bjensen', 12, /no end/],
    ['userName eq "a\tb"', 12, /valid JSON/],
    [String.raw`userName eq "\x"`, 12, /valid JSON/],
    ['userName eq 01', 12, /number/],
    ['userName eq 1e999', 12, /too large/],
    ['(userName eq "a"', 16, /missing/],
    ['userName eq "a")', 15, /unexpected/],
    ['a eq 1 and', 10, /missing/],
    ['a eq 1 b eq 2', 7, /unexpected/],
    [`${USER_URN} eq "x"`, 0, /needs an attribute/],
  ])('refuses %j at %i', (text, offset, message) => {
    const parsed = parseFilter(text);
    expect(parsed).toMatchObject({ ok: false, offset });
    expect(parsed.ok ? '' : parsed.message).toMatch(message);
  });

  it('limits nesting and length instead of running out of stack', () => {
    const nested = (levels: number) => `${'('.repeat(levels)}a pr${')'.repeat(levels)}`;
    expect(parseFilter(nested(64)).ok).toBe(true);
    expect(parseFilter(nested(65)).ok).toBe(false);
    expect(parseFilter(nested(200_000)).ok).toBe(false);
    expect(parseFilter(`${'not ('.repeat(100_000)}a pr`).ok).toBe(false);
    const chain = (terms: number) => Array.from({ length: terms }, () => 'a pr').join(' or ');
    const longest = parseFilter(chain(1000));
    expect(longest.ok && printFilter(longest.value)).toBe(chain(1000));
    expect(parseFilter(chain(1001)).ok).toBe(false);
  });

  it('reads what printFilter writes', () => {
    fc.assert(
      fc.property(filter, (value) => {
        expect(parseFilter(printFilter(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws', () => {
    const fragment = fc.constantFrom(
      'a',
      ' ',
      '[',
      ']',
      '(',
      ')',
      '"',
      ' eq ',
      '.',
      ' and ',
      ' or ',
      'not ',
      'pr',
      '1',
      '-',
      'true',
      '\\u12',
      USER_URN,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const parsed = parseFilter(text);
          expect(typeof parsed.ok).toBe('boolean');
        },
      ),
    );
  });
});
