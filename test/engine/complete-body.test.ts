import { expect, it } from 'vitest';
import { withRequired } from '../../src/engine/scenario/steps/complete-body.js';
import type { AttributeDefinition } from '../../src/scim/attribute.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const REQUIRED = ['userName', 'displayName', 'emails', 'externalId'];
const strict = new SchemaSet(
  STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map((each): AttributeDefinition => (REQUIRED.includes(each.name) ? { ...each, required: true } : each)),
  })),
);
const mail = (): string => 'made-up@example.com';
const user = { type: 'User', schemas: strict, extensions: [], made: { mail } } as const;

it('fills in what the target requires beyond the standard', () => {
  expect(withRequired({ userName: 'ada', emails: null }, user)).toEqual({
    userName: 'ada',
    displayName: 'Required displayName',
    emails: [{ value: 'made-up@example.com' }],
  });
});

it('puts back what the resource has', () => {
  const held = { displayName: 'Ada', emails: [{ type: 'work', value: 'ada@example.com' }] };
  expect(withRequired({ userName: 'ada' }, { ...user, held })).toEqual({ userName: 'ada', ...held });
});

it('leaves out what the standard itself requires: a scenario means it', () => {
  expect(withRequired({ title: 'x' }, { ...user, schemas: STANDARD_SCHEMAS })).toEqual({ title: 'x' });
  expect(withRequired({ displayName: 'd', emails: [] }, user)).toEqual({ displayName: 'd', emails: [] });
});

it('leaves a body alone that is no object', () => {
  expect(withRequired('text', user)).toBe('text');
});

it('fills in what an extension of the resource type requires, and names the extension', () => {
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
  const wanting = new SchemaSet(
    STANDARD_SCHEMAS.schemas.map((schema) => ({
      ...schema,
      attributes: schema.attributes.map((each): AttributeDefinition => (each.name === 'department' ? { ...each, required: true } : each)),
    })),
  );
  const body = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada', [enterprise]: { division: 'D' } };
  expect(
    withRequired(body, { ...user, schemas: wanting, extensions: [enterprise], held: { [enterprise]: { department: 'R&D' } } }),
  ).toEqual({
    ...body,
    schemas: [...body.schemas, enterprise],
    [enterprise]: { division: 'D', department: 'R&D' },
  });
  const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Team' };
  expect(withRequired(group, { ...user, type: 'Group', schemas: wanting })).toEqual(group);
});

it('leaves a search request alone: it is no resource', () => {
  const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter: 'userName pr' };
  expect(withRequired(search, user)).toEqual(search);
});

it('makes up no value of which nothing is known', () => {
  const lucky: AttributeDefinition = {
    ...(strict.schemas[0]?.attributes[0] as AttributeDefinition),
    name: 'luckyNumber',
    type: 'complex',
    required: true,
  };
  const urn = 'urn:example:Lucky';
  const schemas = new SchemaSet([...strict.schemas, { id: urn, name: 'Lucky', attributes: [{ ...lucky, subAttributes: [] }] }]);
  const body = {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: 'ada',
    displayName: 'Ada',
    emails: [],
    externalId: 'a',
  };
  expect(withRequired(body, { ...user, schemas, extensions: [urn] })).toEqual(body);
});

it('fills in the parts that the target requires of values which the body brings', () => {
  const PARTS: Readonly<Record<string, readonly string[]>> = { name: ['formatted'], emails: ['type', 'primary'] };
  const strictParts = new SchemaSet(
    STANDARD_SCHEMAS.schemas.map((schema) => ({
      ...schema,
      attributes: schema.attributes.map((each): AttributeDefinition => {
        const { subAttributes = [] } = each;
        const parts = subAttributes.map((part) => (PARTS[each.name]?.includes(part.name) ? { ...part, required: true } : part));
        return subAttributes.length === 0 ? each : { ...each, subAttributes: parts };
      }),
    })),
  );
  const brought = { userName: 'ada', name: { givenName: 'Ada' }, emails: [{ value: 'a@b.c' }, { value: 'd@e.f', type: 'home' }] };
  expect(withRequired(brought, { ...user, schemas: strictParts })).toEqual({
    userName: 'ada',
    name: { givenName: 'Ada', formatted: 'Required formatted' },
    emails: [
      { value: 'a@b.c', type: 'work', primary: true },
      { value: 'd@e.f', type: 'home', primary: false },
    ],
  });
  expect(withRequired({ userName: 'ada' }, { ...user, schemas: strictParts })).toEqual({ userName: 'ada' });
});
