import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorBody, SCIM_TYPES } from '../../src/scim/error.js';
import { parsePath } from '../../src/scim/path.js';
import { readSchemas, SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { CORE_URNS, ENTERPRISE_USER_URN, ERROR_URN, GROUP_URN, USER_URN } from '../../src/scim/urn.js';

function find(text: string, type: 'User' | 'Group' = 'User') {
  const parsed = parsePath(text);
  return parsed.ok ? STANDARD_SCHEMAS.find(parsed.value, type) : undefined;
}

describe('STANDARD_SCHEMAS', () => {
  it('lists its URNs', () => {
    expect(STANDARD_SCHEMAS.urns).toEqual([USER_URN, GROUP_URN, ENTERPRISE_USER_URN]);
    expect(CORE_URNS).toEqual({ User: USER_URN, Group: GROUP_URN });
  });

  it('finds attributes and sub-attributes without regard to case', () => {
    expect(find('USERNAME')).toMatchObject({ name: 'userName', required: true, uniqueness: 'server', caseExact: false });
    expect(find('name.FAMILYname')?.name).toBe('familyName');
    expect(find('emails[type eq "work"].value')?.name).toBe('value');
    expect(find(`${USER_URN}:emails.primary`)?.type).toBe('boolean');
    expect(find(`${ENTERPRISE_USER_URN.toUpperCase()}:Manager.value`)?.name).toBe('value');
    expect(find('members.$ref', 'Group')).toMatchObject({ name: '$ref', type: 'reference', mutability: 'immutable' });
  });

  it('finds the common attributes', () => {
    expect(find('id', 'Group')).toMatchObject({ mutability: 'readOnly', caseExact: true, returned: 'always' });
    expect(find('externalId')).toMatchObject({ caseExact: true, mutability: 'readWrite' });
    expect(find('meta.lastModified')?.type).toBe('dateTime');
    expect(find('schemas')?.multiValued).toBe(true);
    expect(find(`${ENTERPRISE_USER_URN}:id`)).toBeUndefined();
  });

  it('finds nothing that is not there', () => {
    for (const text of [
      'department',
      'manager',
      'userName.x',
      'name.x',
      ENTERPRISE_USER_URN,
      `${ENTERPRISE_USER_URN}:x`,
      'urn:x:y:z',
      `${GROUP_URN}:members`,
    ]) {
      expect(find(text), text).toBeUndefined();
    }
    expect(find('userName', 'Group')).toBeUndefined();
  });

  it('has the canonical values of RFC 7643 §8.7.1', () => {
    expect(find('emails.type')?.canonicalValues).toEqual(['work', 'home', 'other']);
    expect(find('phoneNumbers.type')?.canonicalValues).toEqual(['work', 'home', 'mobile', 'fax', 'pager', 'other']);
    expect(find('ims.type')?.canonicalValues).toEqual(['aim', 'gtalk', 'icq', 'xmpp', 'msn', 'skype', 'qq', 'yahoo']);
    expect(find('photos.type')?.canonicalValues).toEqual(['photo', 'thumbnail']);
    expect(find('addresses.type')?.canonicalValues).toEqual(['work', 'home', 'other']);
    expect(find('groups.type')?.canonicalValues).toEqual(['direct', 'indirect']);
    expect(find('members.type', 'Group')?.canonicalValues).toEqual(['User', 'Group']);
    expect(find('roles.type')?.canonicalValues).toBeUndefined();
    expect(find('password')).toMatchObject({ mutability: 'writeOnly', returned: 'never' });
    expect(find('groups')?.mutability).toBe('readOnly');
    expect(find('x509Certificates.value')?.type).toBe('binary');
  });
});

describe('readSchemas', () => {
  it('reads a ListResponse, an array and a single schema alike', () => {
    const schema = { id: 'urn:a:User', attributes: [{ name: 'badge' }] };
    const expected = [{ id: 'urn:a:User', name: 'User', attributes: [expect.objectContaining({ name: 'badge' })] }];
    expect(readSchemas({ totalResults: 1, Resources: [schema] })).toEqual(expected);
    expect(readSchemas([schema])).toEqual(expected);
    expect(readSchemas(schema)).toEqual(expected);
  });

  it('fills in the defaults of RFC 7643 §2.2', () => {
    expect(readSchemas([{ id: 'urn:a', attributes: [{ name: 'badge' }] }])[0]?.attributes).toEqual([
      {
        name: 'badge',
        type: 'string',
        multiValued: false,
        required: false,
        caseExact: false,
        mutability: 'readWrite',
        returned: 'default',
        uniqueness: 'none',
      },
    ]);
  });

  it('leaves out what is malformed and keeps the rest', () => {
    const schemas = readSchemas([
      null,
      'x',
      { id: 'no-urn' },
      { id: 7 },
      {
        id: 'urn:a',
        attributes: [
          null,
          7,
          { type: 'string' },
          { name: 'A', type: 'Boolean', multiValued: 'true', mutability: 'READONLY', returned: 'sometimes', canonicalValues: ['x', 7] },
          { name: 'a' },
          { name: 'c', subAttributes: [{ name: 'd' }] },
        ],
      },
    ]);
    expect(schemas).toHaveLength(1);
    expect(schemas[0]?.attributes.map(({ name, type }) => [name, type])).toEqual([
      ['A', 'boolean'],
      ['c', 'complex'],
    ]);
    expect(schemas[0]?.attributes[0]).toMatchObject({
      multiValued: true,
      mutability: 'readOnly',
      returned: 'default',
      canonicalValues: ['x'],
    });
  });

  it('ends at a bounded depth', () => {
    let attribute: unknown = { name: 'x' };
    for (let level = 0; level < 5000; level += 1) attribute = { name: 'x', subAttributes: [attribute] };
    expect(readSchemas([{ id: 'urn:a', attributes: [attribute] }])).toHaveLength(1);
  });

  it('never throws, and what it reads can be used', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const schemas = new SchemaSet(readSchemas([{ id: 'urn:a', attributes: [body] }, body]));
        expect(schemas.find({ attribute: 'id' }, 'User')?.name).toBe('id');
      }),
    );
  });

  it('lets the common attributes win over a schema that defines them otherwise', () => {
    const schemas = new SchemaSet(
      readSchemas([{ id: USER_URN, attributes: [{ name: 'id', mutability: 'readWrite' }, { name: 'badge' }] }]),
    );
    expect(schemas.find({ attribute: 'id' }, 'User')?.mutability).toBe('readOnly');
    expect(schemas.find({ attribute: 'badge' }, 'User')?.name).toBe('badge');
  });
});

describe('errorBody', () => {
  it('has the status as text and the keyword where there is one', () => {
    expect(errorBody(400, 'No.', 'noTarget')).toEqual({ schemas: [ERROR_URN], status: '400', scimType: 'noTarget', detail: 'No.' });
    expect(errorBody(404, 'Gone.')).toEqual({ schemas: [ERROR_URN], status: '404', detail: 'Gone.' });
    expect(SCIM_TYPES).toHaveLength(10);
  });
});
