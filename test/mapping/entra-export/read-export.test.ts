import { describe, expect, it } from 'vitest';
import { importMapping } from '../../../src/mapping/import.js';
import { loadMapping } from '../../../src/mapping/load.js';
import { printMapping } from '../../../src/mapping/print.js';
import { unsentOf } from '../../../src/mapping/unsent.js';

const rule = (users: unknown[], more: object = {}) => ({
  sourceDirectoryName: 'Azure Active Directory',
  targetDirectoryName: 'customappsso',
  objectMappings: [
    {
      enabled: true,
      flowTypes: 'Add, Update',
      sourceObjectName: 'User',
      targetObjectName: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      attributeMappings: users,
    },
    {
      enabled: true,
      sourceObjectName: 'Group',
      targetObjectName: 'urn:ietf:params:scim:schemas:core:2.0:Group',
      attributeMappings: [mapped('displayName', '[displayName]', { matchingPriority: 1 }), mapped('members', '[members]')],
    },
    { enabled: false, sourceObjectName: 'User', targetObjectName: 'User', attributeMappings: [mapped('title', '[x]')] },
  ],
  ...more,
});
const mapped = (targetAttributeName: string, expression: string, more: object = {}) => ({
  targetAttributeName,
  matchingPriority: 0,
  flowType: 'Always',
  source: { type: 'Function', expression },
  ...more,
});
const schema = (users: unknown[], more: object = {}) => ({
  directories: [
    {
      name: 'customappsso',
      objects: [
        {
          name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
          attributes: [
            { name: 'userName', type: 'String', required: true },
            { name: 'active', type: 'Boolean' },
          ],
        },
      ],
    },
  ],
  synchronizationRules: [rule(users, more)],
});
const read = (value: unknown) =>
  importMapping(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value, null, 1)), 'acme-schema.json');

describe("Entra's provisioning schema", () => {
  const users = [
    mapped('userName', 'ToLower([userPrincipalName])', { matchingPriority: 1 }),
    mapped('active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'),
    mapped('nickName', 'Random([x])'),
    mapped('title', '[jobTitle]', { flowType: 'ObjectAddOnly', defaultValue: 'none' }),
    { targetAttributeName: 'locale', source: { type: 'Constant', name: 'en "US"' } },
    { targetAttributeName: 'emails[type eq "work"].value', source: { type: 'Attribute', name: 'mail' } },
    mapped('no path [', '[x]'),
    mapped('title', '[twice]'),
  ];

  it('becomes a mapping that can be kept', () => {
    const found = read(schema(users));
    if (!found.ok) throw new Error(found.message);
    expect(found.mapping.users).toMatchObject([
      { name: 'userName', type: 'String', filterable: true, required: true, matching: 1, expression: 'ToLower([userPrincipalName])' },
      { name: 'active', type: 'Boolean', filterable: false },
      { name: 'title', createOnly: true, default: 'none' },
      { name: 'locale', expression: '"en \\"US\\""' },
      { name: 'emails[type eq "work"].value', expression: '[mail]' },
    ]);
    expect(found.mapping.capabilities).toEqual({ create: true, update: true, remove: false, groups: true });
    expect(found.mapping.groups?.map(({ name }) => name)).toEqual(['displayName', 'members']);
    expect(loadMapping(printMapping(found.mapping), 'x.yaml')).toMatchObject({ mapping: found.mapping, problems: [] });
  });

  it('names the place of what it leaves out', () => {
    const text = JSON.stringify(schema(users), null, 1);
    const found = read(text);
    const line = text.split('\n').findIndex((each) => each.includes('Random(')) + 1;
    expect(found.warnings.join('\n')).toContain(
      `acme-schema.json:${line}: "nickName" is left out: the function Random is not known (line ${line}, character 1 of the expression).`,
    );
    expect(found.warnings.join('\n')).toContain('"no path [" is no attribute path');
    expect(found.warnings.join('\n')).toContain('"title" is mapped twice');
  });

  it.each([
    [{ schema: schema(users) }, true],
    [{ value: [schema(users)] }, true],
    [{ a: 1 }, 'this JSON is no provisioning schema of Entra'],
    [[], 'this JSON is no provisioning schema of Entra'],
    ['{ "synchronizationRules": [', 'this is no JSON'],
    [schema([]), 'no attribute of a user is mapped'],
    [schema(users, { sourceDirectoryName: 'Workday', targetDirectoryName: 'Azure Active Directory' }), 'inbound provisioning'],
  ])('wrapped, or no schema at all (%#)', (value, expected) => {
    const found = read(value);
    if (expected === true) expect(found.ok).toBe(true);
    else expect(found.ok ? '' : found.message).toContain(expected);
  });

  it('keeps what it leaves out among what is never sent, and lint and loader tell it', () => {
    const found = read(schema(users));
    if (!found.ok) throw new Error(found.message);
    expect(found.mapping.unsent).toEqual([
      { name: 'nickName', reason: expect.stringContaining('the function Random is not known (line ') },
    ]);
    expect(loadMapping(printMapping(found.mapping), 'x.yaml').warnings?.map(({ message }) => message)).toEqual([
      expect.stringContaining('"nickName" is never sent: the function Random is not known'),
    ]);
    expect(unsentOf(found.mapping)).toEqual(found.mapping.unsent);
  });

  it("reads the names of PowerShell's modules", () => {
    const pascal = JSON.stringify(schema(users), null, 1).replace(
      /"(\w)(\w*)":/g,
      (_all, first: string, rest: string) => `"${first.toUpperCase()}${rest}":`,
    );
    expect(pascal).toContain('"SynchronizationRules":');
    const [one, other] = [read(pascal), read(JSON.stringify(schema(users), null, 1))];
    expect(one.ok && one.mapping).toEqual(other.ok && other.mapping);
    expect(one.warnings).toEqual(other.warnings);
  });

  it.each([
    ['synchronizationRules', 'System.Object[]'],
    ['attributeMappings', '@{targetAttributeName=userName; flowType=Always}'],
    ['source', 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphAttributeMappingSource'],
  ])('that was cut off at %s says so, and where', (member, text) => {
    const cut = JSON.stringify(
      schema(users),
      (name, value: unknown) => (name === member ? (member === 'source' ? text : [text]) : value),
      1,
    );
    const found = read(cut);
    const line = cut.split('\n').findIndex((each) => each.includes(text)) + 1;
    expect(found.ok ? '' : found.message).toMatch(new RegExp(`^acme-schema.json:${line}: this export was cut off: "${member}" holds`));
    expect(found.ok ? '' : found.message).toContain('-Depth 20');
  });

  it('that ends in the middle says so', () => {
    const found = read(JSON.stringify(schema(users)).slice(0, 400));
    expect(found.ok ? '' : found.message).toContain('the file ends in the middle');
  });
});
