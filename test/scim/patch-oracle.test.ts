import fc from 'fast-check';
import { scimPatch } from 'scim-patch';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../src/scim/compare.js';
import type { JsonObject } from '../../src/scim/json.js';
import { applyPatch } from '../../src/scim/patch.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { USER_URN } from '../../src/scim/urn.js';

/**
 * The same operations by another implementation, where it follows the standard. Left out because it does otherwise:
 * text booleans, removal by list, dotted and URN keys, `primary`, value paths that match nothing, and removals that leave
 * nothing behind.
 */
const email = fc.record({ type: fc.constantFrom('work', 'home', 'other'), value: fc.constantFrom('a', 'b', 'c') });
const emails = fc.uniqueArray(email, { minLength: 1, maxLength: 3, selector: (item) => item.type });
const resource = fc.record({
  userName: fc.string({ minLength: 1 }),
  title: fc.string(),
  givenName: fc.string(),
  familyName: fc.string(),
  emails,
});

const write = fc.oneof(
  fc.record({ path: fc.constantFrom('title', 'displayName', 'name.givenName', 'name.middleName'), value: fc.string() }),
  fc.record({
    path: fc.constant('name'),
    value: fc.record({ givenName: fc.string(), middleName: fc.string() }, { requiredKeys: ['givenName'] }),
  }),
  fc.record({ path: fc.constant('active'), value: fc.boolean() }),
  fc.record({
    path: fc.constantFrom(...['work', 'home', 'other'].map((type) => `emails[type eq "${type}"].value`)),
    value: fc.string({ minLength: 1 }),
  }),
  fc.record({ path: fc.constant('emails'), value: emails }),
  fc.record({ value: fc.record({ title: fc.string(), active: fc.boolean(), nickName: fc.string() }, { requiredKeys: ['nickName'] }) }),
);
const operation = fc.oneof(
  fc.tuple(fc.constantFrom('add' as const, 'replace' as const), write).map(([op, rest]) => ({ op, ...rest })),
  fc.record({
    op: fc.constant('remove' as const),
    path: fc.constantFrom('title', 'displayName', 'name.givenName', 'emails[type eq "work"]'),
  }),
);

describe('applyPatch and scim-patch', () => {
  it('agree where both follow the standard', () => {
    let compared = 0;
    fc.assert(
      fc.property(resource, fc.array(operation, { minLength: 1, maxLength: 4 }), ({ givenName, familyName, ...rest }, operations) => {
        const before: JsonObject = { schemas: [USER_URN], name: { givenName, familyName }, ...rest };
        const result = applyPatch(before, operations, { schemas: STANDARD_SCHEMAS, type: 'User', noMatch: 'noTarget' });
        const other = oracle(before, operations);
        if (other === undefined || !result.ok) return;
        compared += 1;
        expect(sameValue(result.resource, other), JSON.stringify({ operations, ours: result.resource, other })).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** What scim-patch makes of it; undefined when it refuses. */
function oracle(before: JsonObject, operations: readonly object[]): JsonObject | undefined {
  try {
    const copy = JSON.parse(JSON.stringify({ ...before, meta: { resourceType: 'User' } })) as never;
    const patched = JSON.parse(JSON.stringify(scimPatch(copy, JSON.parse(JSON.stringify(operations)) as never))) as JsonObject;
    delete patched['meta'];
    return patched;
  } catch {
    return undefined;
  }
}
