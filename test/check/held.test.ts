import { describe, expect, it } from 'vitest';
import { judgeWrite } from '../../src/check/judge.js';
import { operationsOf } from '../../src/check/operation.js';
import type { Json, JsonObject } from '../../src/scim/json.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

/** Which checks hold once a PATCH has left the resource as it should be. */
function heldBy(operations: readonly Json[], before: JsonObject, more: { readonly parallel?: boolean } = {}): readonly string[] {
  const body: JsonObject = { Operations: [...operations] };
  const request = {
    method: 'PATCH',
    target: '/Users/u1',
    purpose: 'update',
    resourceType: 'User',
    headers: [],
    body,
  } as const;
  const { held } = judgeWrite({
    dialect: 'rfc',
    family: 'rfc',
    request,
    response: { status: 204, headers: [], text: '', milliseconds: 1 },
    facts: { host: 'x', schemas: STANDARD_SCHEMAS },
    operations: operationsOf('PATCH', body, before, 'User', STANDARD_SCHEMAS),
    accepted: true,
    before,
    differences: [],
    ...more,
  });
  return held;
}

const ANN = { id: 'u1', userName: 'ann', title: 'Lead' };

describe('a PATCH that went well', () => {
  it('shows that a remove is carried out, unless the same PATCH sets the value again', () => {
    const remove = { op: 'remove', path: 'title' };
    expect(heldBy([remove], ANN)).toContain('SC2114');
    expect(heldBy([remove, { op: 'add', path: 'title', value: 'Head' }], ANN)).not.toContain('SC2114');
  });

  it('shows that who is not active can be changed, unless it makes them active', () => {
    const change = { op: 'replace', path: 'title', value: 'Head' };
    const restore = { op: 'replace', path: 'active', value: true };
    expect(heldBy([change], { ...ANN, active: false })).toContain('SC2453');
    expect(heldBy([restore, change], { ...ANN, active: false })).not.toContain('SC2453');
  });

  it('says nothing of several operations in one PATCH where it stands for several that came at the same moment', () => {
    const changes = ['Head', 'Lady'].map((value, at) => ({ op: 'replace', path: at === 0 ? 'title' : 'nickName', value }));
    expect(heldBy(changes, ANN)).toContain('SC2117');
    expect(heldBy(changes, ANN, { parallel: true })).not.toContain('SC2117');
  });
});

it('an empty list in place of none asks for no change', () => {
  const changes = (before: JsonObject): readonly boolean[] =>
    operationsOf('PATCH', { Operations: [{ op: 'replace', path: 'members', value: [] }] }, before, 'Group', STANDARD_SCHEMAS).map(
      (each) => each.changes,
    );
  expect(changes({ displayName: 'Team' })).toEqual([false]);
  expect(changes({ displayName: 'Team', members: [{ value: 'u1' }] })).toEqual([true]);
});
