import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/scim/json.js';
import { type SchemaName, validateBody } from '../../src/scim-schema/validate.js';
import * as examples from './examples.js';

const { ENTERPRISE } = examples;
const manager = (value: Json): JsonObject => ({ ...examples.enterpriseUser, [ENTERPRISE]: { manager: value } });
const user = (changes: JsonObject): JsonObject => ({ ...examples.minimalUser, ...changes });
const group = (changes: JsonObject): JsonObject => ({ ...examples.group, ...changes });
const list = (changes: JsonObject): JsonObject => ({ ...examples.listResponse, ...changes });
const config = (changes: JsonObject): JsonObject => ({ ...examples.serviceProviderConfig, ...changes });
const attribute = (changes: JsonObject): JsonObject => ({
  ...examples.schema,
  attributes: [{ name: 'a', type: 'string', multiValued: false, ...changes }],
});
const operation = (value: Json): JsonObject => ({ ...examples.patchOp, Operations: [value] });

function without(body: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

const good: readonly [string, SchemaName, Json][] = [
  ['RFC 7643 §8.1', 'user', examples.minimalUser],
  ['RFC 7643 §8.2', 'user', examples.fullUser],
  ['RFC 7643 §8.3', 'user', examples.enterpriseUser],
  ['RFC 7643 §8.3, the extension', 'enterprise-user', examples.enterpriseUser[ENTERPRISE] ?? null],
  ['RFC 7643 §8.4', 'group', examples.group],
  ['RFC 7643 §8.5', 'service-provider-config', examples.serviceProviderConfig],
  ['RFC 7643 §8.6, User', 'resource-type', examples.resourceTypes[0] ?? null],
  ['RFC 7643 §8.6, Group', 'resource-type', examples.resourceTypes[1] ?? null],
  ['RFC 7643 §8.7.1', 'schema', examples.schema],
  ['RFC 7644 §3.4.2', 'list-response', examples.listResponse],
  ['RFC 7644 §3.12', 'error', examples.error],
  ['RFC 7644 §3.5.2', 'patch-op', examples.patchOp],
  ['further attributes and unknown extensions', 'user', user({ shoeSize: 44, nested: { a: [{}] }, 'urn:example:2.0:Pets': { cats: 2 } })],
  [
    'null for every attribute without a value',
    'user',
    user({ externalId: null, name: null, active: null, emails: null, [ENTERPRISE]: null, displayName: null }),
  ],
  ['null inside elements', 'user', user({ emails: [{ value: 'a', type: null, primary: null, display: null }], name: { givenName: null } })],
  ['empty arrays and empty strings', 'user', user({ emails: [], roles: [], displayName: '', externalId: '' })],
  ['an id of any shape', 'user', user({ id: 'a b/ü?@example.com' })],
  [
    'names in another case',
    'user',
    { SCHEMAS: ['URN:IETF:params:scim:schemas:core:2.0:user'], ID: 'x', UserName: 'u', META: { Created: '2020-01-01T00:00:00Z' } },
  ],
  ['the extension in another case', 'user', user({ [ENTERPRISE.toLowerCase()]: { Manager: { VALUE: 'x' } } })],
  ['roles and entitlements as plain strings', 'user', user({ roles: ['admin'], entitlements: ['a', { value: 'b' }] })],
  ['meta without what it may lack', 'user', user({ meta: { resourceType: 'User', version: null } })],
  ...[
    '2008-01-23T04:56:22Z',
    '2008-01-23T04:56:22.1Z',
    '2008-01-23T04:56:22.1234567+05:30',
    '2008-01-23T04:56:22-14:00',
    '2008-01-23T04:56:22',
    '2008-01-23T24:00:00Z',
    '12008-01-23T04:56:22Z',
  ].map((created): [string, SchemaName, Json] => [`dateTime ${created}`, 'user', user({ meta: { created, lastModified: created } })]),
  ['a group without members, or with none', 'group', without(examples.group, 'members')],
  ['a group whose members are null', 'group', group({ members: null })],
  ['a member that stands twice', 'group', group({ members: [{ value: 'a' }, { value: 'a' }] })],
  ['a list without results', 'list-response', { schemas: list({})['schemas'] ?? null, totalResults: 0 }],
  [
    'a list without results that has null and 0',
    'list-response',
    list({ totalResults: 0, Resources: null, startIndex: 0, itemsPerPage: 0 }),
  ],
  ['a list asked for with count=0', 'list-response', without(list({ totalResults: 7, itemsPerPage: 0, startIndex: 1 }), 'Resources')],
  ['a page', 'list-response', list({ totalResults: 100, itemsPerPage: 2, startIndex: 99 })],
  ['an error with no more than its status', 'error', without(without(examples.error, 'detail'), 'scimType')],
  ['an error of another keyword', 'error', { ...examples.error, scimType: 'expiredCursor', extra: 1 }],
  ['operations with a capital letter', 'patch-op', operation({ op: 'Replace', path: 'active', value: 'False' })],
  ['a replace with null', 'patch-op', operation({ OP: 'replace', Path: 'title', Value: null })],
  ['keywords of a schema in another case', 'schema', attribute({ type: 'String', mutability: 'READWRITE', returned: 'Default' })],
  ['a binary attribute', 'schema', attribute({ type: 'binary', subAttributes: null, canonicalValues: null })],
  ['a configuration without authentication schemes', 'service-provider-config', config({ authenticationSchemes: [] })],
];

/** Name, schema, body, pointer, rule. */
const bad: readonly [string, SchemaName, Json, string, string][] = [
  ['schemas missing', 'user', without(examples.minimalUser, 'schemas'), '/schemas', 'RFC 7643 §3'],
  ['schemas empty', 'user', user({ schemas: [] }), '/schemas', 'RFC 7643 §3'],
  ['schemas a string', 'user', user({ schemas: 'urn:ietf:params:scim:schemas:core:2.0:User' }), '/schemas', 'RFC 7643 §3'],
  ['schemas of numbers', 'user', user({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 1] }), '/schemas/1', 'RFC 7643 §3'],
  ['schemas without the base schema', 'user', user({ schemas: [ENTERPRISE] }), '/schemas', 'RFC 7643 §3'],
  ['schemas of SCIM 1.1', 'user', user({ schemas: ['urn:scim:schemas:core:1.0'] }), '/schemas', 'RFC 7643 §3'],
  [
    'schemas with a duplicate',
    'user',
    user({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:core:2.0:USER'] }),
    '/schemas',
    'RFC 7643 §3',
  ],
  ['id missing', 'user', without(examples.minimalUser, 'id'), '/id', 'RFC 7643 §3.1'],
  ['id a number', 'user', user({ id: 5 }), '/id', 'RFC 7643 §3.1'],
  ['id empty', 'user', user({ id: '' }), '/id', 'RFC 7643 §3.1'],
  ['id null', 'group', group({ id: null }), '/id', 'RFC 7643 §3.1'],
  ['id with the reserved word', 'user', user({ id: 'bulkId:7' }), '/id', 'RFC 7643 §3.1'],
  ['externalId a number', 'user', user({ externalId: 7 }), '/externalId', 'RFC 7643 §2.3.1'],
  ['meta missing', 'user', without(examples.minimalUser, 'meta'), '/meta', 'RFC 7643 §3.1'],
  ['meta a string', 'group', group({ meta: 'x' }), '/meta', 'RFC 7643 §3.1'],
  ['meta.location not a URI', 'user', user({ meta: { location: 'https://example.com/a b' } }), '/meta/location', 'RFC 7643 §2.3.7'],
  ['userName missing', 'user', without(examples.minimalUser, 'userName'), '/userName', 'RFC 7643 §4.1.1'],
  ['userName null', 'user', user({ userName: null }), '/userName', 'RFC 7643 §2.3.1'],
  ['userName empty', 'user', user({ userName: '' }), '/userName', 'RFC 7643 §2.3.1'],
  ['userName in another case', 'user', { ...without(examples.minimalUser, 'userName'), USERNAME: 7 }, '/USERNAME', 'RFC 7643 §2.3.1'],
  ['name a string', 'user', user({ name: 'Babs' }), '/name', 'RFC 7643 §4.1.1'],
  ['name.givenName a number', 'user', user({ name: { givenName: 1 } }), '/name/givenName', 'RFC 7643 §2.3.1'],
  ['active a string', 'user', user({ active: 'True' }), '/active', 'RFC 7643 §2.3.2'],
  ['active a number', 'user', user({ active: 1 }), '/active', 'RFC 7643 §2.3.2'],
  ['emails an object', 'user', user({ emails: { value: 'a' } }), '/emails', 'RFC 7643 §4.1.2'],
  ['emails of strings', 'user', user({ emails: ['a@b.c'] }), '/emails/0', 'RFC 7643 §2.4'],
  ['emails.primary a string', 'user', user({ emails: [{ value: 'a', primary: 'true' }] }), '/emails/0/primary', 'RFC 7643 §2.3.2'],
  ['two primary e-mails', 'user', user({ emails: [{ primary: true }, { primary: false }, { PRIMARY: true }] }), '/emails', 'RFC 7643 §2.4'],
  ['groups of numbers', 'user', user({ groups: [{ value: 7 }] }), '/groups/0/value', 'RFC 7643 §2.3.1'],
  ['roles of numbers', 'user', user({ roles: [7] }), '/roles/0', 'RFC 7643 §2.4'],
  ['manager a string', 'user', manager('26118915'), `/${ENTERPRISE}/manager`, 'RFC 7643 §4.3'],
  ['manager.value a number', 'user', manager({ value: 7 }), `/${ENTERPRISE}/manager/value`, 'RFC 7643 §2.3.1'],
  ['employeeNumber a number', 'enterprise-user', { employeeNumber: 7 }, '/employeeNumber', 'RFC 7643 §2.3.1'],
  ['displayName of a group missing', 'group', without(examples.group, 'displayName'), '/displayName', 'RFC 7643 §4.2'],
  ['members of strings', 'group', group({ members: ['a'] }), '/members/0', 'RFC 7643 §4.2'],
  ['members.value a number', 'group', group({ members: [{ value: 'a' }, { value: 7 }] }), '/members/1/value', 'RFC 7643 §2.3.1'],
  ['members an object', 'group', group({ members: {} }), '/members', 'RFC 7643 §4.2'],
  ...['2008-01-23', '2008-01-23 04:56:22Z', '2008-13-23T04:56:22Z', '2008-01-23T25:56:22Z', '2008-01-23T04:56Z', 'yesterday', ''].map(
    (created): [string, SchemaName, Json, string, string] => [
      `dateTime ${created}`,
      'user',
      user({ meta: { created } }),
      '/meta/created',
      'RFC 7643 §2.3.5',
    ],
  ),
  ['dateTime a number', 'user', user({ meta: { created: 1200000000 } }), '/meta/created', 'RFC 7643 §2.3.5'],
  ['totalResults missing', 'list-response', without(examples.listResponse, 'totalResults'), '/totalResults', 'RFC 7644 §3.4.2'],
  ['totalResults a string', 'list-response', list({ totalResults: '2' }), '/totalResults', 'RFC 7644 §3.4.2'],
  ['totalResults negative', 'list-response', list({ totalResults: -1 }), '/totalResults', 'RFC 7644 §3.4.2'],
  ['itemsPerPage a fraction', 'list-response', list({ itemsPerPage: 1.5 }), '/itemsPerPage', 'RFC 7644 §3.4.2.4'],
  ['startIndex 0 with results', 'list-response', list({ startIndex: 0 }), '/startIndex', 'RFC 7644 §3.4.2'],
  ['startIndex a string', 'list-response', list({ startIndex: '1' }), '/startIndex', 'RFC 7644 §3.4.2.4'],
  ['Resources missing with results', 'list-response', without(examples.listResponse, 'Resources'), '/Resources', 'RFC 7644 §3.4.2'],
  ['Resources null with results', 'list-response', list({ Resources: null }), '/Resources', 'RFC 7644 §3.4.2'],
  ['Resources an object', 'list-response', list({ Resources: {} }), '/Resources', 'RFC 7644 §3.4.2'],
  ['Resources of ids', 'list-response', list({ Resources: ['a'] }), '/Resources/0', 'RFC 7644 §3.4.2'],
  ['a list that is an array', 'list-response', [], '', 'RFC 7644 §3.4.2'],
  ['a list without its schema', 'list-response', list({ schemas: ['urn:x'] }), '/schemas', 'RFC 7644 §3.4.2'],
  ['status a number', 'error', { ...examples.error, status: 404 }, '/status', 'RFC 7644 §3.12'],
  ['status missing', 'error', without(examples.error, 'status'), '/status', 'RFC 7644 §3.12'],
  ['status in words', 'error', { ...examples.error, status: 'Not Found' }, '/status', 'RFC 7644 §3.12'],
  ['detail an object', 'error', { ...examples.error, detail: {} }, '/detail', 'RFC 7644 §3.12'],
  ['an error of another kind', 'error', { error: 'x' }, '/schemas', 'RFC 7644 §3.12'],
  ['no operations', 'patch-op', { ...examples.patchOp, Operations: [] }, '/Operations', 'RFC 7644 §3.5.2'],
  ['an operation without op', 'patch-op', operation({ path: 'a' }), '/Operations/0/op', 'RFC 7644 §3.5.2'],
  ['an unknown op', 'patch-op', operation({ op: 'move' }), '/Operations/0/op', 'RFC 7644 §3.5.2'],
  ['an add without value', 'patch-op', operation({ op: 'Add', path: 'a' }), '/Operations/0/value', 'RFC 7644 §3.5.2.1'],
  ['a remove without path', 'patch-op', operation({ op: 'remove' }), '/Operations/0/path', 'RFC 7644 §3.5.2.2'],
  ...['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag', 'authenticationSchemes'].map(
    (name): [string, SchemaName, Json, string, string] => [
      `${name} missing`,
      'service-provider-config',
      without(examples.serviceProviderConfig, name),
      `/${name}`,
      'RFC 7643 §5',
    ],
  ),
  ['patch a boolean', 'service-provider-config', config({ patch: true }), '/patch', 'RFC 7643 §5'],
  ['patch.supported a string', 'service-provider-config', config({ patch: { supported: 'true' } }), '/patch/supported', 'RFC 7643 §2.3.2'],
  [
    'filter.maxResults a string',
    'service-provider-config',
    config({ filter: { supported: true, maxResults: '200' } }),
    '/filter/maxResults',
    'RFC 7643 §2.3.4',
  ],
  [
    'bulk.maxOperations missing',
    'service-provider-config',
    config({ bulk: { supported: true, maxPayloadSize: 1 } }),
    '/bulk/maxOperations',
    'RFC 7643 §5',
  ],
  [
    'a scheme without description',
    'service-provider-config',
    config({ authenticationSchemes: [{ type: 'a', name: 'b' }] }),
    '/authenticationSchemes/0/description',
    'RFC 7643 §5',
  ],
  ['endpoint missing', 'resource-type', without(examples.resourceTypes[0] ?? {}, 'endpoint'), '/endpoint', 'RFC 7643 §6'],
  ['schema an object', 'resource-type', { ...examples.resourceTypes[0], schema: {} }, '/schema', 'RFC 7643 §6'],
  [
    'an extension without required',
    'resource-type',
    { ...examples.resourceTypes[0], schemaExtensions: [{ schema: 'urn:x' }] },
    '/schemaExtensions/0/required',
    'RFC 7643 §6',
  ],
  ['attributes missing', 'schema', without(examples.schema, 'attributes'), '/attributes', 'RFC 7643 §7'],
  ['an unknown type', 'schema', attribute({ type: 'text' }), '/attributes/0/type', 'RFC 7643 §7'],
  ['multiValued a string', 'schema', attribute({ multiValued: 'false' }), '/attributes/0/multiValued', 'RFC 7643 §2.3.2'],
  ['an unknown mutability', 'schema', attribute({ mutability: 'readwriteOnly' }), '/attributes/0/mutability', 'RFC 7643 §7'],
  ['a name with a space', 'schema', attribute({ name: 'first name' }), '/attributes/0/name', 'RFC 7643 §2.1'],
  [
    'a sub-attribute without name',
    'schema',
    attribute({ subAttributes: [{ type: 'string', multiValued: false }] }),
    '/attributes/0/subAttributes/0/name',
    'RFC 7643 §7',
  ],
];

describe('validateBody', () => {
  it.each(good)('accepts %s', (_name, schema, body) => {
    expect(validateBody(schema, body)).toEqual([]);
  });

  it.each(bad)('refuses %s', (_name, schema, body, pointer, rule) => {
    const found = validateBody(schema, body);
    expect(found.map((violation) => [violation.pointer, violation.rule])).toContainEqual([pointer, rule]);
    // Nothing else is held against the body: every violation is at the same place or inside it, and has its rule.
    const elsewhere = found.filter((violation) => violation.rule === undefined || !`${violation.pointer}/`.startsWith(`${pointer}/`));
    expect(schema === 'error' && pointer === '/schemas' ? [] : elsewhere).toEqual([]);
  });

  it('reads well', () => {
    const [violation, ...others] = validateBody('user', user({ EMAILS: [{}, { value: 7 }] }));
    expect(others).toEqual([]);
    expect(violation).toEqual({
      pointer: '/EMAILS/1/value',
      path: 'EMAILS[1].value',
      message: 'EMAILS[1].value must be a string; it is the number 7.',
      expected: 'a string',
      received: 'the number 7',
      rule: 'RFC 7643 §2.3.1',
      keyword: 'type',
    });
    const [boolean] = validateBody('user', user({ active: 'True' }));
    expect(boolean?.message).toBe('active must be a boolean (true or false, without quotation marks); it is the string "True".');
    const [extension] = validateBody('user', manager({ displayName: true }));
    expect(extension?.path).toBe(`${ENTERPRISE}:manager.displayName`);
    expect(validateBody('error', null)[0]?.message).toBe('The body must be an object; it is null.');
    expect(validateBody('user', without(examples.minimalUser, 'id'))[0]?.message).toBe(
      'id must be present and have a value; it is nothing.',
    );
  });

  it('escapes names in pointers and shortens values', () => {
    expect(validateBody('user', user({ title: [] }))[0]?.received).toBe('an empty array');
    expect(validateBody('user', user({ userName: 'x', active: 'é'.repeat(500) }))[0]?.received).toHaveLength('the string '.length + 81);
  });

  it('asks a narrowed answer for its id only', () => {
    expect(validateBody('user', { id: 'a' }, { partial: true })).toEqual([]);
    expect(validateBody('user', { userName: 'a', active: 'x' }, { partial: true }).map((violation) => violation.pointer)).toEqual([
      '/id',
      '/active',
    ]);
  });

  it('stops after 20 and never changes the body', () => {
    const body = user({ emails: Array.from({ length: 5_000 }, () => ({ VALUE: 1, primary: 'x' })) });
    const before = structuredClone(body);
    expect(validateBody('user', body)).toHaveLength(20);
    expect(body).toEqual(before);
  });

  it('never throws', () => {
    const names: SchemaName[] = [
      'user',
      'enterprise-user',
      'group',
      'list-response',
      'error',
      'patch-op',
      'service-provider-config',
      'resource-type',
      'schema',
    ];
    const key = fc.oneof(
      fc.constantFrom(
        'schemas',
        'id',
        'meta',
        'emails',
        'attributes',
        'subAttributes',
        'Operations',
        'Resources',
        '__proto__',
        'constructor',
      ),
      fc.string(),
    );
    const body = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<Json>(null, true, 0, 1e308, '', '1'),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(fc.constantFrom(...names), body, (name, value) => {
        expect(Array.isArray(validateBody(name, value))).toBe(true);
      }),
    );
    let deep: Json = { name: 'a', type: 'complex', multiValued: false };
    for (let depth = 0; depth < 90; depth++) deep = { name: 'a', type: 'complex', multiValued: false, subAttributes: [deep] };
    expect(validateBody('schema', { ...examples.schema, attributes: [deep] })).toEqual([]);
  });
});
