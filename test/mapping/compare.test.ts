import { describe, expect, it } from 'vitest';
import { findMapping } from '../../src/mapping/catalogue.js';
import { diffMappings, diffWithSchemas } from '../../src/mapping/diff.js';
import { proposeMapping } from '../../src/mapping/discover.js';
import { loadMapping } from '../../src/mapping/load.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { printMapping } from '../../src/mapping/print.js';
import { attribute, type SchemaDefinition } from '../../src/scim/attribute.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { USER_URN } from '../../src/scim/urn.js';

const shipped = (name: string): Mapping => {
  const found = findMapping(name);
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
};
const row = (name: string, type: 'String' | 'Boolean' = 'String', filterable = false) => ({ name, type, filterable, required: false });
const mapping = (...users: Mapping['users']): Mapping => ({ ...shipped('sentry'), name: 'acme', users });

describe('comparing two mappings', () => {
  it('finds nothing between a mapping and itself, wherever its rows stand', () => {
    const rootly = shipped('rootly');
    expect(diffMappings(rootly, { ...rootly, users: rootly.users.map((each) => ({ ...each, line: 1 })) })).toEqual([]);
  });

  it('finds capabilities, rows and marks', () => {
    const other = {
      ...mapping(row('userName', 'String', true), row('title')),
      capabilities: { create: true, update: false, remove: true, groups: true },
    };
    const found = diffMappings(mapping(row('USERNAME'), row('locale')), other).filter(({ table }) => table !== 'groups');
    expect(found.map(({ name, kind, message }) => `${name} ${kind} ${message}`)).toEqual([
      'update changed yes in acme, no in acme',
      'USERNAME changed filterable: no → yes',
      'locale only-in-first only in acme',
      'title only-in-second only in acme',
    ]);
  });
});

describe('comparing a mapping with a target', () => {
  const schemas: SchemaDefinition[] = [
    {
      id: USER_URN,
      name: 'User',
      attributes: [
        attribute('active', '', { type: 'boolean' }),
        attribute('title', '', { mutability: 'readOnly' }),
        attribute('emails', '', { type: 'complex', subAttributes: [attribute('value', ''), attribute('type', '')] }),
        attribute('phoneNumbers', '', {
          type: 'complex',
          multiValued: true,
          subAttributes: [attribute('value', ''), attribute('type', '', { canonicalValues: ['work'] })],
        }),
        attribute('photo', '', { type: 'binary' }),
      ],
    },
  ];

  it.each([
    ['nickName', 'String', false, 'missing'],
    ['title', 'String', false, 'read-only'],
    ['emails[type eq "work"].value', 'String', false, 'not-multi-valued'],
    ['phoneNumbers[type eq "fax"].value', 'String', false, 'canonical-value'],
    ['active', 'String', false, 'type'],
    ['photo', 'String', true, 'not-filterable'],
    ['urn:x:2.0:User:a', 'String', false, 'missing'],
    ['phoneNumbers[type eq "work"].display', 'String', false, 'missing'],
  ] as const)('%s as %s: %s → %s', (name, type, filterable, kind) => {
    expect(diffWithSchemas(mapping(row(name, type, filterable)), schemas).filter(({ table }) => table === 'users')).toMatchObject([
      { name, kind },
    ]);
  });

  it('fits where it fits', () => {
    expect(
      diffWithSchemas(mapping(row('userName'), row('active', 'Boolean'), row('phoneNumbers[type eq "WORK"].value')), schemas).filter(
        ({ table }) => table === 'users',
      ),
    ).toEqual([]);
  });

  it('a target without filters', () => {
    const found = diffWithSchemas(mapping(row('userName', 'String', true)), schemas, { filter: { supported: false } });
    expect(found[0]).toMatchObject({ name: 'userName', kind: 'not-filterable' });
  });
});

describe('discovery', () => {
  const names = { name: 'acme', source: '/Schemas' };
  const extension: SchemaDefinition = {
    id: 'urn:acme:2.0:Person',
    name: 'x',
    attributes: [attribute('badge', '', { required: true }), attribute('secret', '', { mutability: 'readOnly' })],
  };

  it('proposes what may be written, in a form that can be loaded', () => {
    const types = { Resources: [{ schema: USER_URN, schemaExtensions: [{ schema: extension.id }] }] };
    const proposed = proposeMapping([...STANDARD_SCHEMAS.schemas, extension], types, names);
    if (proposed === undefined) throw new Error('nothing proposed');
    const all = proposed.users.map(({ name }) => name);
    expect(all).toEqual(expect.arrayContaining(['userName', 'emails[type eq "work"].value', 'urn:acme:2.0:Person:badge']));
    expect(all).not.toEqual(expect.arrayContaining(['urn:acme:2.0:Person:secret']));
    expect(all.filter((name) => /^(?:id|meta|groups|password)/.test(name))).toEqual([]);
    expect(proposed.groups).toBeUndefined();
    expect(diffWithSchemas(proposed, [...STANDARD_SCHEMAS.schemas, extension])).toEqual([]);
    expect(loadMapping(printMapping(proposed), 'x.yaml')).toEqual({ mapping: proposed, problems: [] });
  });

  it('proposes groups where they are advertised, and nothing without users', () => {
    expect(proposeMapping(STANDARD_SCHEMAS.schemas, undefined, names)?.groups?.map(({ name }) => name)).toEqual([
      'displayName',
      'externalId',
      'members',
    ]);
    expect(proposeMapping([extension], undefined, names)).toBeUndefined();
  });
});
