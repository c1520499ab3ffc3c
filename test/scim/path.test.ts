import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttributePath, parsePath, printPath } from '../../src/scim/path.js';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../src/scim/urn.js';
import { path } from './arbitraries.js';

const typeIsWork = { kind: 'compare', path: { attribute: 'type' }, op: 'eq', value: 'work' } as const;

describe('parsePath', () => {
  const cases: [text: string, path: AttributePath][] = [
    ['userName', { attribute: 'userName' }],
    ['name.familyName', { attribute: 'name', sub: 'familyName' }],
    ['members.$ref', { attribute: 'members', sub: '$ref' }],
    ['emails[type eq "work"].value', { attribute: 'emails', filter: typeIsWork, sub: 'value' }],
    ['addresses[type eq "work"]', { attribute: 'addresses', filter: typeIsWork }],
    ['members[value eq "x"]', { attribute: 'members', filter: { kind: 'compare', path: { attribute: 'value' }, op: 'eq', value: 'x' } }],
    [
      'members[value eq"2819c223"]',
      { attribute: 'members', filter: { kind: 'compare', path: { attribute: 'value' }, op: 'eq', value: '2819c223' } },
    ],
    [
      'roles[primary eq "True"].value',
      { attribute: 'roles', filter: { kind: 'compare', path: { attribute: 'primary' }, op: 'eq', value: 'True' }, sub: 'value' },
    ],
    [`${ENTERPRISE_USER_URN}:manager.value`, { urn: ENTERPRISE_USER_URN, attribute: 'manager', sub: 'value' }],
    [`${ENTERPRISE_USER_URN}:department`, { urn: ENTERPRISE_USER_URN, attribute: 'department' }],
    [ENTERPRISE_USER_URN, { urn: ENTERPRISE_USER_URN }],
    [ENTERPRISE_USER_URN.toUpperCase(), { urn: ENTERPRISE_USER_URN }],
    [`${ENTERPRISE_USER_URN.toLowerCase()}:department`, { urn: ENTERPRISE_USER_URN, attribute: 'department' }],
    [`${ENTERPRISE_USER_URN}.department`, { urn: ENTERPRISE_USER_URN, attribute: 'department' }],
    [`${USER_URN}:emails[type eq "work"].value`, { urn: USER_URN, attribute: 'emails', filter: typeIsWork, sub: 'value' }],
    [`${GROUP_URN}:members`, { urn: GROUP_URN, attribute: 'members' }],
    ['urn:example:custom:2.0:User:costCode', { urn: 'urn:example:custom:2.0:User', attribute: 'costCode' }],
    ['urn:example:custom:2.0:User:place.floor', { urn: 'urn:example:custom:2.0:User', attribute: 'place', sub: 'floor' }],
    [
      'urn:example:2.0:User:tags[type eq "work"].value',
      { urn: 'urn:example:2.0:User', attribute: 'tags', filter: typeIsWork, sub: 'value' },
    ],
    // A schema whose URN continues the core schema's is another schema.
    [`${USER_URN}:custom:badge`, { urn: `${USER_URN}:custom`, attribute: 'badge' }],
    [`${USER_URN}2:badge`, { urn: `${USER_URN}2`, attribute: 'badge' }],
  ];
  it.each(cases)('reads %s', (text, expected) => {
    expect(parsePath(text)).toEqual({ ok: true, value: expected });
  });

  it('prefers the longest known URN', () => {
    const longer = 'urn:a:User:ext';
    expect(parsePath('urn:a:User:ext:x', ['urn:a:User', longer])).toEqual({ ok: true, value: { urn: longer, attribute: 'x' } });
    expect(parsePath('urn:a:User:ext', ['urn:a:User', longer])).toEqual({ ok: true, value: { urn: longer } });
    expect(parsePath('urn:a:User:extra', ['urn:a:User', longer])).toEqual({ ok: true, value: { urn: 'urn:a:User', attribute: 'extra' } });
  });

  it.each([
    ['', 0],
    ['emails[', 7],
    ['emails[type eq "work"', 21],
    ['emails[type eq "work].value', 15],
    ['emails[type eq "work"].', 23],
    ['emails.value[type eq "work"]', 0],
    ['name.given.name', 0],
    ['user name', 5],
    [`${ENTERPRISE_USER_URN}[type eq "x"]`, ENTERPRISE_USER_URN.length],
    ['emails[a[b eq 1]]', 7],
    ['1st', 0],
    ['emails[type eq "work"]x', 22],
    [':userName', 0],
  ])('refuses %j at %i', (text, offset) => {
    const parsed = parsePath(text);
    expect(parsed).toMatchObject({ ok: false, offset });
    expect(parsed.ok ? '' : parsed.message).not.toBe('');
  });

  it('reads what printPath writes', () => {
    fc.assert(
      fc.property(path, (value) => {
        expect(parsePath(printPath(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws', () => {
    const fragment = fc.constantFrom(
      'emails',
      '[',
      ']',
      '(',
      ')',
      '"',
      ' eq ',
      '.',
      ':',
      'urn:',
      '\\',
      ' and ',
      'not',
      ENTERPRISE_USER_URN,
      '\u0000',
      '\u{1F600}',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const parsed = parsePath(text);
          if (!parsed.ok) expect(parsed.offset).toBeLessThanOrEqual(text.length + 1);
        },
      ),
    );
  });
});
