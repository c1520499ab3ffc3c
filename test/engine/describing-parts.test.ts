import { expect, it } from 'vitest';
import { withDescribingParts } from '../../src/engine/scenario/required-parts.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';

const strict = new SchemaSet(
  STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map((each) => ({
      ...each,
      ...(each.subAttributes === undefined
        ? {}
        : {
            subAttributes: each.subAttributes.map((part) =>
              /^(type|\$ref)$/.test(part.name) && /^(members|manager|emails)$/.test(each.name) ? { ...part, required: true } : part,
            ),
          }),
    })),
  })),
);
const made = { mail: () => 'made-up@example.com', typeOf: (id: string) => (id === 'g1' ? 'Group' : 'User') } as const;

it('members say what they are and where they lead, in a new group and in a PATCH, where the target demands it', () => {
  const whole = [
    { value: 'u1', type: 'User', $ref: '../Users/u1' },
    { value: 'g1', type: 'Group', $ref: '../Groups/g1' },
  ];
  const bare = [{ value: 'u1' }, { value: 'g1' }];
  expect(withDescribingParts({ displayName: 'Team', members: bare }, 'Group', strict, made)).toEqual({
    displayName: 'Team',
    members: whole,
  });
  const patch = (value: object[]) => ({ Operations: [{ op: 'add', path: 'members', value }] }) as never;
  expect(withDescribingParts(patch(bare), 'Group', strict, made)).toEqual(patch(whole));
});

it('a manager has a reference, and an address a type', () => {
  const body = { emails: [{ value: 'a@b.c' }], [ENTERPRISE_USER_URN]: { manager: { value: 'u2' } } };
  expect(withDescribingParts(body, 'User', strict, made)).toEqual({
    emails: [{ value: 'a@b.c', type: 'work' }],
    [ENTERPRISE_USER_URN]: { manager: { value: 'u2', $ref: '../Users/u2' } },
  });
});

it('what nobody demands is not sent, and what is taken away is left alone', () => {
  const body = { displayName: 'Team', members: [{ value: 'u1' }] };
  expect(withDescribingParts(body, 'Group', STANDARD_SCHEMAS, made)).toEqual(body);
  const removal = { Operations: [{ op: 'remove', path: 'members', value: [{ value: 'u1' }] }] };
  expect(withDescribingParts(removal, 'Group', strict, made)).toEqual(removal);
});

it('an element that a path selects keeps the parts that it has', () => {
  const held = { emails: [{ type: 'home', value: 'a@b.c' }] };
  const patch = (value: object) => ({ Operations: [{ op: 'replace', path: 'emails[value eq "a@b.c"]', value }] }) as never;
  expect(withDescribingParts(patch({ value: 'd@e.f' }), 'User', strict, made, held)).toEqual(patch({ type: 'home', value: 'd@e.f' }));
});
