import { describe, expect, it } from 'vitest';
import { createBody } from '../../src/client/entra/body.js';
import { compare } from '../../src/client/entra/compare.js';
import { DEFAULT_SHAPE, ON_DEMAND_SHAPE } from '../../src/client/entra/default-shape.js';
import { FLAG_SHAPE } from '../../src/client/entra/flag-shape.js';
import { match } from '../../src/client/entra/match.js';
import { errorCode, readable } from '../../src/client/entra/reaction.js';
import { createdRoles, roleTexts } from '../../src/client/entra/roles.js';
import { CLIENTS } from '../../src/client/registry.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { changes, flat, group, hold, mappingOf, sessionOf, user } from './conversation.js';

const ENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const EMPTY = { status: 200, body: { totalResults: 0, Resources: [] } };
const entra = CLIENTS['entra-default'];

describe('what differs', () => {
  const resource = { title: 'A', nickName: '', emails: [{ type: 'work', value: 'a@x' }], [ENT]: { manager: { value: 'u1' } } };

  it('is an add without a value, a replacement with another, and nothing with the same', () => {
    const set = [
      ['title', 'A'],
      ['nickName', 'N'],
      ['displayName', 'D'],
      ['emails[type eq "work"].value', 'b@x'],
      ['emails[type eq "home"].value', 'h@x'],
    ] as const;
    expect(compare(resource, set, []).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'add nickName',
      'add displayName',
      'replace emails[type eq "work"].value',
      'add emails[type eq "home"].value',
    ]);
  });

  it('takes away only what is there', () => {
    expect(compare(resource, [], ['title', 'nickName', 'locale'])).toEqual([{ kind: 'remove', path: 'title' }]);
  });

  it('holds a reference by its id, in whatever shape it stands', () => {
    expect(compare(resource, [[`${ENT}:manager`, { reference: 'u1' }]], [])).toEqual([]);
    expect(compare({ [ENT]: { manager: 'u1' } }, [[`${ENT}:manager`, { reference: 'u1' }]], [])).toEqual([]);
    expect(compare(resource, [[`${ENT}:manager`, { reference: 'u' }]], [])).toHaveLength(1);
  });
});

describe('the shapes of a PATCH', () => {
  const several = [
    { kind: 'replace', path: 'active', value: true },
    { kind: 'replace', path: 'title', value: 'T' },
    { kind: 'add', path: 'nickName', value: 'N' },
    { kind: 'replace', path: 'userName', value: 'u' },
    { kind: 'remove', path: 'locale' },
  ] as const;

  it('have one capitalised operation for each attribute by default', () => {
    expect(DEFAULT_SHAPE.attributes(several)).toEqual([
      { op: 'Replace', path: 'active', value: 'True' },
      { op: 'Replace', path: 'title', value: 'T' },
      { op: 'Add', path: 'nickName', value: 'N' },
      { op: 'Replace', path: 'userName', value: 'u' },
      { op: 'Remove', path: 'locale' },
    ]);
    expect(DEFAULT_SHAPE.attributes(several.slice(0, 1), 'json-boolean')).toEqual([{ op: 'Replace', path: 'active', value: true }]);
  });

  it('merge replacements with the flag, and nothing else', () => {
    expect(FLAG_SHAPE.attributes(several)).toEqual([
      { op: 'replace', path: 'active', value: true },
      { op: 'add', path: 'nickName', value: 'N' },
      { op: 'remove', path: 'locale' },
      { op: 'replace', value: { title: 'T', userName: 'u' } },
    ]);
  });

  it('keep a quote in an id inside its filter', () => {
    expect(FLAG_SHAPE.removeMembers(['a"b\\c'])).toEqual([{ op: 'remove', path: 'members[value eq "a\\"b\\\\c"]' }]);
  });

  it('are the default ones on demand, whatever the flag', () => {
    expect(ON_DEMAND_SHAPE.attributes(several)).toEqual(DEFAULT_SHAPE.attributes(several));
  });
});

describe('the body of a create', () => {
  it('has no nulls, no references, an empty list of members, and roles only when they are mapped', () => {
    const person = user('a', [
      ['userName', 'a'],
      [`${ENT}:manager`, { reference: 'u1' }],
    ]);
    expect(createBody(person)).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'a',
      meta: { resourceType: 'User' },
    });
    expect(createBody(person, { rolesMapped: true })['roles']).toEqual([]);
    const team = group('g', [['displayName', 'G']], [user('a', [], 'u1')]);
    expect(createBody(team)).toMatchObject({ schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], members: [] });
    const documented = createBody(team, { variant: 'microsoft-group-schema' });
    expect(documented).not.toHaveProperty('members');
    expect(documented['schemas']).toHaveLength(2);
  });

  it('gives roles the type of Entra, and keeps one that they have', () => {
    expect(createdRoles([{ value: 'A' }, { value: 'B', type: 'own', primary: true }, 'C'])).toEqual([
      { primary: false, type: 'WindowsAzureActiveDirectoryRole', value: 'A' },
      { primary: true, type: 'own', value: 'B' },
      'C',
    ]);
    expect(roleTexts([{ value: 'A', display: 'The A' }])).toEqual([
      { value: expect.stringContaining('"value":"A","displayName":"The A"') },
    ]);
  });
});

describe('what Entra makes of an answer', () => {
  it.each([
    [401, true, 'CredentialValidationFailure'],
    [404, true, 'CredentialValidationUnavailable'],
    [409, false, 'ServiceIncompatibleFiltering'],
    [400, false, 'ServiceIncompatible'],
  ])('%i is shown as its code', (status, checking, code) => expect(errorCode(status, checking)).toMatch(new RegExp(`${code}$`)));

  it('is no code that nobody has reported', () => {
    expect(errorCode(404, false)).toBeUndefined();
    expect(errorCode(500, false)).toBeUndefined();
  });

  it.each([undefined, [], 'text', {}, { id: '' }, { id: 1 }, { id: 'u', [ENT]: { manager: 'text' } }])('%j cannot be read', (body) => {
    expect(readable(body, 'it').ok).toBe(false);
  });

  it.each([
    { id: 'u' },
    { id: 'u', [ENT]: null },
    { id: 'u', [ENT]: { manager: null } },
    { id: 'u', [ENT]: { manager: { value: 'm' } } },
    { id: 'u', ok: false, failure: {} },
  ])('%j can', (body) => expect(readable(body, 'it')).toEqual({ ok: true, value: body }));
});

describe('a look-up', () => {
  const mapping = mappingOf(['userName', 'externalId', 'active'], ['userName', 'externalId', 'active']);
  const person = user('a', [
    ['userName', 'A@x'],
    ['externalId', 'e'],
  ]);

  it('asks each matching attribute once, and no further after a refusal', () => {
    const session = sessionOf(mapping, 'every-matching-attribute');
    expect(hold(match(session, person), [EMPTY, EMPTY]).sent).toHaveLength(2);
    const refused = hold(match(session, person), [{ status: 400 }, EMPTY]);
    expect(refused.sent).toHaveLength(1);
    expect(refused.outcome).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('passes over attributes without a value, and stops when none is left', () => {
    const { sent } = hold(match(sessionOf(mapping, 'every-matching-attribute'), user('a', [['externalId', 'e']])), [EMPTY]);
    expect(flat(sent).map((request) => request.filter?.attribute)).toEqual(['externalId']);
    expect(hold(match(sessionOf(mapping), user('a', [])), []).outcome).toMatchObject({ failure: { kind: 'unsupported' } });
  });

  it('says when it writes the value in another case', () => {
    const { sent } = hold(match(sessionOf(mapping), person, { letterCase: 'lower' }), [EMPTY]);
    expect(flat(sent)[0]?.filter).toEqual({ attribute: 'userName', value: 'a@x', otherCase: true });
  });

  it.each([[{ status: 200, body: [] }], [{ status: 200, text: '<html>' }], [{ status: 200, body: { Resources: [{ noId: 1 }] } }]])(
    'that is answered with %j ends the conversation',
    (answer) =>
      expect(hold(entra.create(sessionOf(mapping), person), [answer]).outcome).toMatchObject({ ok: false, failure: { kind: 'unusable' } }),
  );
});

describe('members', () => {
  const two = [user('a', [], 'u1'), user('b', [], 'u2')];
  const team = group('team', [['displayName', 'T']], [], 'g1');
  const HELD_TEAM = { status: 200, body: { id: 'g1', displayName: 'T' } };

  it('stop at the first refusal when they go one by one', () => {
    const { sent, outcome } = hold(entra.update(sessionOf(undefined, 'single-members'), team, changes({ add: two })), [
      HELD_TEAM,
      { status: 400 },
      { status: 204 },
    ]);
    expect(sent).toHaveLength(2);
    expect(outcome).toMatchObject({ ok: false });
  });

  it('go together when they are sent in parallel', () => {
    const { sent } = hold(entra.update(sessionOf(undefined, 'parallel-members'), team, changes({ remove: two })), [
      HELD_TEAM,
      { status: 204 },
    ]);
    expect(sent).toHaveLength(2);
    expect(flat(sent)).toHaveLength(3);
  });

  it('without an id are not sent', () => {
    expect(hold(entra.update(sessionOf(), team, changes({ add: [user('c', [])] })), [])).toEqual({
      sent: [],
      outcome: { ok: true, value: undefined },
    });
  });
});

describe('Entra', () => {
  it('never lists groups', () =>
    expect(hold(entra.list(sessionOf(), 'Group'), []).outcome).toMatchObject({ failure: { kind: 'unsupported' } }));

  it('disables a user before it deletes, where the mapping has active and the directory has not disabled it yet', () => {
    const active = mappingOf(['userName', 'active']);
    const there = (value: boolean) =>
      user(
        'ada',
        [
          ['userName', 'ada@example.com'],
          ['active', value],
        ],
        'u1',
      );
    const answers = [{ status: 200, body: { id: 'u1', userName: 'ada@example.com', active: true } }, { status: 400 }, { status: 204 }];
    const methods = (mapping: Mapping, isActive: boolean) =>
      flat(hold(entra.remove(sessionOf(mapping), there(isActive)), answers).sent).map(({ method }) => method);
    // A refusal does not keep the DELETE back: it follows weeks later, whatever became of the PATCH.
    expect(methods(active, true)).toEqual(['GET', 'PATCH', 'DELETE']);
    expect(methods(active, false)).toEqual(['DELETE']);
    expect(methods(mappingOf(['userName']), true)).toEqual(['DELETE']);
  });

  it('does nothing with an object that it has not linked', () => {
    for (const conversation of [entra.read(sessionOf(), user('a', [])), entra.remove(sessionOf(), user('a', []))])
      expect(hold<unknown>(conversation, [])).toMatchObject({ sent: [], outcome: { failure: { kind: 'missing' } } });
  });
});
