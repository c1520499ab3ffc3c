import { describe, expect, it } from 'vitest';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { intersectWithSchemas, saysWhatItHas } from '../../src/mapping/intersect.js';
import { type AttributeDefinition, attribute, type SchemaDefinition } from '../../src/scim/attribute.js';
import { parsePath } from '../../src/scim/path.js';
import { CORE_GROUP } from '../../src/scim/schemas/core-group.js';
import { CORE_USER } from '../../src/scim/schemas/core-user.js';
import { ENTERPRISE_USER } from '../../src/scim/schemas/enterprise-user.js';

const ALL = [CORE_USER, CORE_GROUP, ENTERPRISE_USER];

/** A schema with one attribute replaced or, by undefined, taken away. */
function changed(schema: SchemaDefinition, name: string, replacement: AttributeDefinition | undefined): SchemaDefinition {
  const rest = schema.attributes.filter((each) => each.name !== name);
  return { ...schema, attributes: replacement === undefined ? rest : [...rest, replacement] };
}

const names = (rows: readonly { name: string }[] | undefined): string[] => (rows ?? []).map(({ name }) => name);

describe('the default mapping', () => {
  it('requires what the clients match on first, and nothing else', () => {
    const required = [...DEFAULT_MAPPING.users, ...(DEFAULT_MAPPING.groups ?? [])].filter((row) => row.required);
    expect(required).toEqual([
      { name: 'userName', type: 'String', filterable: true, required: true },
      { name: 'displayName', type: 'String', filterable: true, required: true },
    ]);
  });

  it('is filtered on by what administrators match on', () => {
    const filterable = (rows: readonly { name: string; filterable: boolean }[]): string[] =>
      rows.filter((row) => row.filterable).map((row) => row.name);
    expect(filterable(DEFAULT_MAPPING.users)).toEqual(['userName', 'emails[type eq "work"].value', 'externalId']);
    expect(filterable(DEFAULT_MAPPING.groups ?? [])).toEqual(['displayName']);
  });

  it('has paths only, each once', () => {
    for (const rows of [DEFAULT_MAPPING.users, DEFAULT_MAPPING.groups ?? []]) {
      expect(new Set(names(rows)).size).toBe(rows.length);
      for (const { name } of rows) expect(parsePath(name).ok, name).toBe(true);
    }
  });
});

describe('intersectWithSchemas', () => {
  it('keeps everything that the standard schemas have', () => {
    const { mapping, dropped } = intersectWithSchemas(DEFAULT_MAPPING, ALL);
    expect(dropped).toEqual([]);
    expect(mapping).toEqual(DEFAULT_MAPPING);
  });

  it('without /Schemas, or without users in it, leaves all as it is: the clients send it whatever is advertised', () => {
    for (const schemas of [undefined, [], [CORE_GROUP]])
      expect(intersectWithSchemas(DEFAULT_MAPPING, schemas)).toEqual({ mapping: DEFAULT_MAPPING, dropped: [] });
  });

  it('believes /Schemas only where it lists what everybody has', () => {
    const only = (...attributes: string[]): SchemaDefinition[] => [
      { ...CORE_USER, attributes: CORE_USER.attributes.filter(({ name }) => attributes.includes(name)) },
    ];
    expect([ALL, only('userName', 'name', 'emails'), only('userName', 'displayName', 'emails')].map(saysWhatItHas)).toEqual([
      true,
      true,
      true,
    ]);
    expect([[], [CORE_GROUP], only(), only('userName'), only('userName', 'active', 'emails')].map(saysWhatItHas)).toEqual(
      Array(5).fill(false),
    );
  });

  it.each([
    ['a missing attribute', changed(CORE_USER, 'title', undefined), ['title'], /has no attribute title/],
    [
      'a read-only attribute',
      changed(CORE_USER, 'nickName', attribute('nickName', '', { mutability: 'readOnly' })),
      ['nickName'],
      /nickName is read-only/,
    ],
    [
      'a missing sub-attribute',
      changed(
        CORE_USER,
        'name',
        attribute('name', '', { type: 'complex', subAttributes: [attribute('givenName', ''), attribute('familyName', '')] }),
      ),
      ['name.formatted'],
      /no sub-attribute name\.formatted/,
    ],
    [
      'a type that is none of the canonical values',
      changed(
        CORE_USER,
        'phoneNumbers',
        attribute('phoneNumbers', '', {
          type: 'complex',
          multiValued: true,
          subAttributes: [attribute('value', ''), attribute('type', '', { canonicalValues: ['work', 'MOBILE'] })],
        }),
      ),
      ['phoneNumbers[type eq "fax"].value'],
      /"fax" is none of the canonical values of phoneNumbers\.type: work, MOBILE/,
    ],
    [
      'a filter on a single value',
      changed(CORE_USER, 'emails', attribute('emails', '', { type: 'complex', subAttributes: [attribute('value', '')] })),
      names(DEFAULT_MAPPING.users).filter((name) => name.startsWith('emails[')),
      /single-valued/,
    ],
  ])('drops %s, with the reason', (_name, user, expected, reason) => {
    const { mapping, dropped } = intersectWithSchemas(DEFAULT_MAPPING, [user, CORE_GROUP, ENTERPRISE_USER]);
    expect(names(dropped)).toEqual(expected);
    expect(dropped[0]?.reason).toMatch(reason);
    expect(names(mapping.users)).toEqual(names(DEFAULT_MAPPING.users).filter((name) => !expected.includes(name)));
  });

  it('drops an extension that is not advertised', () => {
    const { dropped } = intersectWithSchemas(DEFAULT_MAPPING, [CORE_USER, CORE_GROUP]);
    expect(dropped).toHaveLength(6);
    for (const { name, reason } of dropped)
      expect([name, reason]).toEqual([expect.stringMatching(/^urn:/), expect.stringMatching(/has no schema urn:/)]);
  });

  it('gives up groups when no group can be named', () => {
    for (const schemas of [
      [CORE_USER, ENTERPRISE_USER],
      [CORE_USER, ENTERPRISE_USER, changed(CORE_GROUP, 'displayName', undefined)],
    ]) {
      const { mapping, dropped } = intersectWithSchemas(DEFAULT_MAPPING, schemas);
      expect(mapping.capabilities.groups).toBe(false);
      expect(mapping).not.toHaveProperty('groups');
      expect(names(dropped)).toContain('Group displayName');
    }
  });

  it('keeps userName and externalId, advertised or not', () => {
    const { mapping } = intersectWithSchemas(DEFAULT_MAPPING, [{ ...CORE_USER, attributes: [] }]);
    expect(names(mapping.users)).toEqual(['userName', 'externalId']);
  });

  it('knows names without regard to letter case', () => {
    const shouted: SchemaDefinition = {
      ...CORE_USER,
      id: CORE_USER.id.toUpperCase(),
      attributes: CORE_USER.attributes.map((each) => ({ ...each, name: each.name.toUpperCase() })),
    };
    expect(intersectWithSchemas(DEFAULT_MAPPING, [shouted, CORE_GROUP, ENTERPRISE_USER]).dropped).toEqual([]);
  });
});
