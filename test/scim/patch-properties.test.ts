import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../src/scim/compare.js';
import type { JsonObject } from '../../src/scim/json.js';
import { applyPatch as applyWith, type PatchOptions } from '../../src/scim/patch.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { GROUP_URN } from '../../src/scim/urn.js';
import { jsonObject, operation, user } from './arbitraries.js';

const choices: fc.Arbitrary<Omit<PatchOptions, 'schemas'>> = fc.record(
  {
    type: fc.constantFrom('User' as const, 'Group' as const),
    noMatch: fc.constantFrom('create' as const, 'noTarget' as const),
    removeValue: fc.constantFrom('listed' as const, 'all' as const),
    readOnly: fc.constantFrom('ignore' as const, 'refuse' as const),
  },
  { requiredKeys: ['type'] },
);
const forUsers = choices.map((options) => ({ ...options, type: 'User' as const }));

/** The schemas stay out of the arbitraries, so that a counterexample can be read. */
function applyPatch(resource: JsonObject, operations: unknown, options: Omit<PatchOptions, 'schemas'>) {
  return applyWith(resource, operations, { ...options, schemas: STANDARD_SCHEMAS });
}

/** Collects every object and array inside a value. */
function parts(value: unknown, found = new Set<object>()): Set<object> {
  if (typeof value === 'object' && value !== null) {
    found.add(value);
    for (const member of Object.values(value)) parts(member, found);
  }
  return found;
}

describe('applyPatch', () => {
  it('never throws, never changes its input and shares nothing with it', () => {
    fc.assert(
      fc.property(
        fc.oneof(user, jsonObject),
        fc.oneof(fc.array(operation, { maxLength: 6 }), fc.jsonValue(), fc.anything()),
        choices,
        (resource, operations, options) => {
          const before = JSON.stringify(resource);
          const sent = parts(operations);
          const result = applyPatch(resource, operations, options);
          expect(JSON.stringify(resource)).toBe(before);
          if (!result.ok) {
            expect(result.detail).not.toBe('');
            return;
          }
          const given = parts(resource);
          for (const part of parts(result.resource)) expect(given.has(part) || sent.has(part)).toBe(false);
          if (!result.changed) expect(sameValue(result.resource, resource)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('applies a list as it applies its operations one by one', () => {
    fc.assert(
      fc.property(user, fc.array(operation, { minLength: 1, maxLength: 5 }), forUsers, (resource, operations, options) => {
        const whole = applyPatch(resource, operations, options);
        let current: JsonObject = resource;
        for (const [index, single] of operations.entries()) {
          const step = applyPatch(current, [single], options);
          if (!step.ok) {
            expect(whole).toEqual({ ...step, operation: index });
            return;
          }
          current = step.resource;
        }
        expect(whole.ok && whole.resource).toEqual(current);
      }),
      { numRuns: 1000 },
    );
  });

  it('replaces twice as it replaces once', () => {
    fc.assert(
      fc.property(user, operation, forUsers, (resource, single, options) => {
        const replace = { ...(single as JsonObject), op: 'replace' };
        const once = applyPatch(resource, [replace], options);
        fc.pre(once.ok);
        if (!once.ok) return;
        const twice = applyPatch(once.resource, [replace], options);
        // A value that contradicts its own filter can be written once, to a value that matches; then nothing matches.
        expect(twice.ok ? twice.resource : twice.scimType).toEqual(twice.ok ? once.resource : 'noTarget');
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves other attributes alone', () => {
    fc.assert(
      fc.property(
        user,
        fc.constantFrom('name', 'emails', 'displayName'),
        fc.constantFrom('add', 'replace', 'remove'),
        forUsers,
        (resource, path, op, options) => {
          const value = path === 'name' ? { givenName: 'X' } : path === 'emails' ? [{ value: 'x', primary: true }] : 'X';
          const result = applyPatch(resource, [{ op, path, value }], options);
          if (!result.ok) return;
          const { [path]: _after, ...after } = result.resource;
          const { [path]: _before, ...before } = resource;
          expect(after).toEqual(before);
        },
      ),
    );
  });
});

describe('members', () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-zA-Z0-9-]{1,4}$/), { maxLength: 8 });
  const options = { type: 'Group' } as const;
  const removals = [
    (id: string) => ({ op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] }),
    (id: string) => ({ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` }),
  ];

  function members(group: JsonObject, ...operations: unknown[]): unknown {
    const result = applyPatch(group, operations, options);
    return result.ok ? (result.resource['members'] ?? []) : result.detail;
  }

  it('are as before after adding and removing one, whichever way it is removed', () => {
    fc.assert(
      fc.property(ids, fc.stringMatching(/^[a-zA-Z0-9-]{5}$/), fc.constantFrom(...removals), (present, id, remove) => {
        const list = present.map((value) => ({ value }));
        const group = { schemas: [GROUP_URN], displayName: 'G', members: list };
        expect(members(group, { op: 'add', path: 'members', value: [{ value: id }] })).toEqual([...list, { value: id }]);
        expect(members(group, { op: 'add', path: 'members', value: [{ value: id }] }, remove(id))).toEqual(list);
      }),
    );
  });

  it('are the union after adds, in any order', () => {
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        const add = (list: string[]) => ({ op: 'add', path: 'members', value: list.map((value) => ({ value })) });
        const group = { schemas: [GROUP_URN], displayName: 'G' };
        const expected = [...new Set([...first, ...second])].map((value) => ({ value }));
        expect(members(group, add(first), add(second))).toEqual(expected);
        expect(sameValue(members(group, add(second), add(first)) as JsonObject[], expected)).toBe(true);
      }),
    );
  });
});
