import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../src/scim/filter.js';
import { matches } from '../../src/scim/filter-match.js';
import { readSchemas, SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN, USER_URN } from '../../src/scim/urn.js';
import { filter, jsonObject } from './arbitraries.js';

const user = {
  schemas: [USER_URN, ENTERPRISE_USER_URN],
  id: 'aB1',
  externalId: 'Ext',
  UserName: 'BJensen',
  name: { familyName: "O'Malley", middleName: '' },
  title: null,
  active: true,
  emails: [
    { value: 'b@Example.com', type: 'work', primary: true },
    { value: 'b@home.org', type: 'home' },
  ],
  roles: [{ primary: 'True', value: 'Admin' }],
  photos: [],
  meta: { lastModified: '2011-05-13T04:42:34Z' },
  groups: [{ value: 'gA', $ref: '../Groups/gA' }],
  x509Certificates: [{ value: 'AbC=' }],
  [ENTERPRISE_USER_URN]: { employeeNumber: '701984', manager: { value: 'mA' } },
};

function isMet(text: string): boolean {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return matches(parsed.value, user, STANDARD_SCHEMAS, 'User');
}

describe('matches', () => {
  it.each([
    // names and caseExact
    'username eq "bjensen"',
    `${USER_URN}:userName sw "BJ"`,
    'name.familyName co "o\'m"',
    'userName ew "SEN"',
    'userName ne "x"',
    'id eq "aB1"',
    'unknown ne "x"',
    // presence
    'userName pr',
    'name pr',
    'emails pr',
    'not (title pr)',
    'not (photos pr)',
    'not (name.middleName pr)',
    'title eq null',
    'userName ne null',
    // booleans
    'active eq true',
    'active eq "True"',
    'active ne "false"',
    'roles[primary eq "True"].value eq "admin"',
    'roles[primary eq true]',
    'emails[primary eq "TRUE"].value sw "b@"',
    // several values
    'emails co "home.org"',
    'emails.value eq "b@example.com"',
    'emails.type eq "home"',
    'emails[type eq "work"].value eq "b@example.com"',
    'emails[type eq "work" and value co "@example"]',
    'not (emails[type eq "home" and value co "@example"])',
    'emails[not (type eq "home")]',
    `schemas eq "${ENTERPRISE_USER_URN}"`,
    // instants and order
    'meta.lastModified eq "2011-05-13T06:42:34+02:00"',
    'meta.lastModified ge "2011-05-13T04:42:34.000Z"',
    'meta.lastModified gt "2011-05-13T00:00:00Z"',
    'meta.lastModified lt "2011-05-13T05:42:34Z"',
    'userName gt "a" and userName lt "c"',
    // extensions and references
    `${ENTERPRISE_USER_URN}:employeeNumber eq "701984"`,
    `${ENTERPRISE_USER_URN}:manager eq "mA"`,
    `${ENTERPRISE_USER_URN}:manager.value eq "mA"`,
    `${ENTERPRISE_USER_URN} pr`,
    'groups.value eq "gA"',
    'id eq "x" or active eq true and userName pr',
  ])('is met: %s', (text) => {
    expect(isMet(text)).toBe(true);
  });

  it.each([
    'id eq "AB1"',
    'externalId eq "ext"',
    'userName eq "b"',
    'unknown pr',
    'unknown eq "x"',
    'active eq "yes"',
    'active gt false',
    'active co "r"',
    'userName eq 7',
    'roles[primary eq false]',
    'emails[type eq "other"].value eq "b@example.com"',
    'emails[type eq "home"].value eq "b@example.com"',
    'x509Certificates.value gt "A"',
    'x509Certificates.value eq "abc="',
    'groups.value eq "ga"',
    'groups[value eq "GA"]',
    `${ENTERPRISE_USER_URN}:manager eq "ma2"`,
    'urn:other:2.0:User pr',
    'name.familyNameX pr',
  ])('is not met: %s', (text) => {
    expect(isMet(text)).toBe(false);
  });

  it('compares numbers as numbers', () => {
    const schemas = new SchemaSet(readSchemas([{ id: USER_URN, attributes: [{ name: 'size', type: 'integer' }] }]));
    const met = (text: string) => {
      const parsed = parseFilter(text);
      return parsed.ok && matches(parsed.value, { size: 10 }, schemas, 'User');
    };
    expect(met('size gt 9')).toBe(true);
    expect(met('size le 10.0')).toBe(true);
    expect(met('size lt 9')).toBe(false);
  });

  it('makes not the opposite, and never throws', () => {
    fc.assert(
      fc.property(filter, jsonObject, (value, resource) => {
        const met = matches(value, resource, STANDARD_SCHEMAS, 'User');
        expect(matches({ kind: 'not', filter: value }, resource, STANDARD_SCHEMAS, 'User')).toBe(!met);
      }),
    );
  });
});
