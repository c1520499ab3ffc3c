import { expect, it } from 'vitest';
import { areMany, memberCause } from '../../src/engine/refusal/variation/member-causes.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';

const request = (members: readonly JsonObject[]): ScimRequest => ({
  method: 'PATCH',
  target: '/Groups/g1',
  headers: [],
  purpose: 'update',
  body: { members: [...members] },
});

const membersIn = ({ body }: ScimRequest): readonly JsonObject[] =>
  isObject(body) && Array.isArray(body['members']) ? body['members'].filter(isObject) : [];

const people = (count: number): JsonObject[] => Array.from({ length: count }, (_, index) => ({ value: `u${index}` }));

/** Asks a target that accepts some writes alone; everybody has a name, but for `u5`. */
async function asked(count: number, accepts: (members: readonly JsonObject[]) => boolean) {
  let requests = 0;
  const trial = {
    isExhausted: false,
    accepts: async (sent: ScimRequest) => {
      requests += 1;
      return accepts(membersIn(sent));
    },
    person: (id: string): JsonObject => (id === 'u5' ? { userName: id } : { userName: id, displayName: 'Somebody' }),
  };
  const members = people(count);
  const found = await memberCause(trial, { refused: request(members), members, check: 'SC2301', adds: true, with: request });
  return { ...(found?.kind === 'form' ? { difference: found.difference, check: found.check } : {}), requests };
}

it('one member whom a target cannot handle is named, with what he lacks', async () => {
  const found = await asked(120, (members) => !members.some(({ value }) => value === 'u5'));
  expect(found).toMatchObject({ difference: 'without the member "u5", who has no displayName', check: 'SC2301' });
  expect(found.requests).toBeLessThan(18);
});

it('a limit is told by what is accepted and what is not', async () => {
  expect(await asked(120, (members) => members.length <= 70)).toMatchObject({
    difference: 'with 60 members at a time in place of 120: so many at once are too many',
    check: 'SC2316',
  });
  expect(await asked(2, (members) => members.length < 2)).toMatchObject({ difference: 'with one member at a time', check: 'SC2301' });
});

it('the last one of a group that has as many as it may have is not to blame', async () => {
  const group = new Set<unknown>();
  const found = await asked(101, (members) => {
    const after = new Set([...group, ...members.map(({ value }) => value)]);
    if (after.size > 100) return false;
    for (const each of after) group.add(each);
    return true;
  });
  expect(found).not.toHaveProperty('difference');
});

it('nothing is told where everybody is refused, or more than one', async () => {
  expect(await asked(4, () => false)).not.toHaveProperty('difference');
  expect(await asked(4, (members) => !members.some(({ value }) => value === 'u1' || value === 'u3'))).not.toHaveProperty('difference');
});

it('the number is looked at first where there are many, or the target says that it is too much', () => {
  expect([areMany(people(2), 400), areMany(people(2), 413), areMany(people(40), 500)]).toEqual([false, true, true]);
});
