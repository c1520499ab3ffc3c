import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/scim/json.js';
import { applyPatch } from '../../src/scim/patch.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { GROUP_URN, USER_URN } from '../../src/scim/urn.js';

/** The operations are those of the examples in RFC 7644 §3.5.2.1 to §3.5.2.3. */
function patched(resource: JsonObject, operations: unknown[], type: 'User' | 'Group'): JsonObject {
  const result = applyPatch(resource, operations, {
    schemas: STANDARD_SCHEMAS,
    type,
    noMatch: 'noTarget',
    removeValue: 'all',
    readOnly: 'refuse',
  });
  if (!result.ok) throw new Error(result.detail);
  return result.resource;
}

const babs = { display: 'Babs Jensen', $ref: 'https://example.com/v2/Users/2819c223...413861904646', value: '2819c223...413861904646' };
const james = { display: 'James Smith', $ref: 'https://example.com/v2/Users/08e1d05d...473d93df9210', value: '08e1d05d...473d93df9210' };

function group(...members: JsonObject[]): JsonObject {
  return { schemas: [GROUP_URN], id: 'acbf3ae7-8463', displayName: 'Tour Guides', ...(members.length > 0 ? { members } : {}) };
}

const workAddress = { type: 'work', streetAddress: '100 Universal City Plaza', locality: 'Hollywood', primary: false };
const homeAddress = { type: 'home', streetAddress: '456 Hollywood Blvd', locality: 'Hollywood', primary: true };

function user(rest: JsonObject): JsonObject {
  return { schemas: [USER_URN], id: '2819c223-7f76', userName: 'bjensen', ...rest };
}

describe('RFC 7644 §3.5.2.1', () => {
  const add = { op: 'add', path: 'members', value: [babs] };

  it('adds a member, and does nothing for one who is a member already', () => {
    expect(patched(group(james), [add], 'Group')).toEqual(group(james, babs));
    expect(patched(group(babs, james), [add], 'Group')).toEqual(group(babs, james));
    expect(applyPatch(group(babs), [add], { schemas: STANDARD_SCHEMAS, type: 'Group' })).toMatchObject({ ok: true, changed: false });
  });

  it('adds attributes without a path', () => {
    const operation = { op: 'add', value: { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' } };
    const work = { value: 'bjensen@example.com', type: 'work' };
    expect(patched(user({ emails: [work] }), [operation], 'User')).toEqual(
      user({ emails: [work, { value: 'babs@jensen.org', type: 'home' }], nickName: 'Babs' }),
    );
  });
});

describe('RFC 7644 §3.5.2.2', () => {
  it('fails without a path', () => {
    const result = applyPatch(group(babs), [{ op: 'remove' }], { schemas: STANDARD_SCHEMAS, type: 'Group' });
    expect(result).toMatchObject({ ok: false, scimType: 'noTarget', operation: 0 });
  });

  it('removes a single member, and nothing when there is no such member', () => {
    const remove = { op: 'remove', path: `members[value eq "${babs.value}"]` };
    expect(patched(group(babs, james), [remove], 'Group')).toEqual(group(james));
    expect(patched(group(james), [remove], 'Group')).toEqual(group(james));
  });

  it('removes all members', () => {
    expect(patched(group(babs, james), [{ op: 'remove', path: 'members' }], 'Group')).toEqual(group());
  });

  it('removes a value by a complex filter', () => {
    const remove = { op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' };
    const home = { value: 'b@example.com', type: 'home' };
    const other = { value: 'b@example.org', type: 'work' };
    expect(patched(user({ emails: [{ value: 'b@example.com', type: 'work' }, home, other] }), [remove], 'User')).toEqual(
      user({ emails: [home, other] }),
    );
    expect(patched(user({ emails: [{ value: 'b@example.com', type: 'work' }] }), [remove], 'User')).toEqual(user({}));
  });

  it('removes one member and adds another; the example has no space before the quote', () => {
    const operations = [
      { op: 'remove', path: `members[value eq"${babs.value}"]` },
      { op: 'add', path: 'members', value: [james] },
    ];
    expect(patched(group(babs), operations, 'Group')).toEqual(group(james));
  });
});

describe('RFC 7644 §3.5.2.3', () => {
  it('replaces all members', () => {
    expect(patched(group({ value: 'x' }), [{ op: 'replace', path: 'members', value: [babs, james] }], 'Group')).toEqual(group(babs, james));
  });

  it('replaces the work address and resets primary on the others', () => {
    const value = {
      type: 'work',
      streetAddress: '911 Universal City Plaza',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'US',
      formatted: '911 Universal City Plaza\nHollywood, CA 91608 US',
      primary: true,
    };
    expect(
      patched(user({ addresses: [workAddress, homeAddress] }), [{ op: 'replace', path: 'addresses[type eq "work"]', value }], 'User'),
    ).toEqual(user({ addresses: [value, { ...homeAddress, primary: false }] }));
  });

  it('replaces one sub-attribute of the work address', () => {
    const operation = { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' };
    expect(patched(user({ addresses: [workAddress, homeAddress] }), [operation], 'User')).toEqual(
      user({ addresses: [{ ...workAddress, streetAddress: '1010 Broadway Ave' }, homeAddress] }),
    );
  });

  it('fails when the filter matches nothing', () => {
    const operation = { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' };
    const result = applyPatch(user({ addresses: [homeAddress] }), [operation], {
      schemas: STANDARD_SCHEMAS,
      type: 'User',
      noMatch: 'noTarget',
    });
    expect(result).toMatchObject({ ok: false, scimType: 'noTarget' });
  });

  it('replaces attributes without a path and leaves the others', () => {
    const emails = [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ];
    expect(
      patched(user({ title: 'T', emails: [{ value: 'old' }] }), [{ op: 'replace', value: { emails, nickname: 'Babs' } }], 'User'),
    ).toEqual(user({ title: 'T', emails, nickName: 'Babs' }));
  });
});
