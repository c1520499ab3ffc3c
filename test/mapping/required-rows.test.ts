import { describe, expect, it } from 'vitest';
import { otherValue } from '../../src/client/values/other.js';
import { personValues } from '../../src/client/values/person.js';
import { withDeclaredValues } from '../../src/mapping/declared-values.js';
import { defaultMappingOf } from '../../src/mapping/default.js';
import { missingRequired } from '../../src/mapping/required-rows.js';
import { attribute } from '../../src/scim/attribute.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const HR = 'urn:acme:params:scim:schemas:extension:hr:1.0:Person';
const grade = { canonicalValues: ['junior', 'senior'] };
const extension = {
  id: HR,
  name: 'Person',
  attributes: [
    attribute('branch', '', { required: true }),
    attribute('grade', '', { required: true, ...grade }),
    attribute('nick', ''),
    attribute('desk', '', {
      type: 'complex',
      required: true,
      subAttributes: [attribute('room', '', { required: true }), attribute('seat', '')],
    }),
  ],
};
const schemas = [...STANDARD_SCHEMAS.schemas, extension];
const types = (schemaExtensions: readonly { schema: string }[]) => [
  { id: 'User', endpoint: '/Users', schema: 'urn:ietf:params:scim:schemas:core:2.0:User', schemaExtensions: [...schemaExtensions] },
];
const { users } = defaultMappingOf('okta');

describe('what a target requires and no client maps by itself', () => {
  it('is a row for each part that everybody must have, of the extensions that /ResourceTypes names', () => {
    const rows = missingRequired(users, 'User', schemas, types([{ schema: HR }]));
    expect(rows.map(({ name }) => name)).toEqual([`${HR}:branch`, `${HR}:grade`, `${HR}:desk.room`]);
    expect(missingRequired(users, 'User', schemas, types([]))).toEqual([]);
    expect(missingRequired([...users, ...rows], 'User', schemas, types([{ schema: HR }]))).toEqual([]);
  });

  it('is a row for each part that a mapped element lacks', () => {
    const strict = schemas.map((schema) => ({
      ...schema,
      attributes: schema.attributes.map((each) =>
        each.name === 'addresses'
          ? { ...each, subAttributes: [...(each.subAttributes ?? []), attribute('floor', '', { required: true })] }
          : each,
      ),
    }));
    const rows = missingRequired(users, 'User', strict, types([]));
    expect(rows.map(({ name }) => name)).toEqual(['addresses[type eq "work"].floor']);
  });
});

describe('values of which the target names the allowed ones', () => {
  const rows = missingRequired(users, 'User', schemas, types([{ schema: HR }]));
  const mapping = withDeclaredValues({ ...defaultMappingOf('okta'), users: [...users, ...rows] }, new SchemaSet(schemas));
  const row = mapping.users.find(({ name }) => name === `${HR}:grade`);

  it('are one of them at first, and another one later', () => {
    const identity = { seed: 1, dialect: 'okta-oin', family: 'okta', scenario: 's', key: 'k', domain: 'example.com' } as const;
    expect(personValues(identity, mapping.users).get(`${HR}:grade`)).toBe('junior');
    expect(row === undefined ? undefined : otherValue(row, 'junior')).toBe('senior');
    expect(row === undefined ? undefined : otherValue({ ...row, allowed: ['junior'] }, 'junior')).toBeUndefined();
  });
});
