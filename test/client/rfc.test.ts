import { describe, expect, it } from 'vitest';
import { RFC } from '../../src/client/rfc/rfc.js';
import { changes, flat, group, hold, sessionOf, user } from './conversation.js';

const person = user('a', [['userName', 'a b']], 'u/1');
const OPERATIONS = 'Operations';

function operationsOf(sent: ReturnType<typeof hold>['sent'], index: number): unknown {
  const body = flat(sent)[index]?.body;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? body[OPERATIONS] : undefined;
}

describe('the plain client', () => {
  it('looks up by userName, percent-encoded', () => {
    const { sent } = hold(RFC.match(sessionOf(), person), [{ status: 200, body: { totalResults: 0 } }]);
    expect(flat(sent)[0]?.target).toBe('/Users?filter=userName%20eq%20%22a%20b%22');
  });

  it('replaces what is there and adds a missing element whole', () => {
    const held = { id: 'u/1', emails: [{ type: 'home', value: 'h@x' }] };
    const change = changes({
      set: [
        ['title', 'T'],
        ['emails[type eq "home"].value', 'n@x'],
        ['emails[type eq "work"].value', 'w@x'],
      ],
      clear: ['locale'],
    });
    const { sent } = hold(RFC.update(sessionOf(), person, change), [{ status: 200, body: held }, { status: 204 }]);
    expect(operationsOf(sent, 1)).toEqual([
      { op: 'replace', path: 'title', value: 'T' },
      { op: 'replace', path: 'emails[type eq "home"].value', value: 'n@x' },
      { op: 'add', path: 'emails', value: [{ type: 'work', value: 'w@x' }] },
      { op: 'remove', path: 'locale' },
    ]);
    expect(flat(sent)[1]?.target).toBe('/Users/u%2F1');
  });

  it('asks by name for a list that the target shows on request only, before it changes an element', () => {
    const shown = { id: 'u/1', phoneNumbers: [{ type: 'mobile', value: '1' }] };
    const session = { ...sessionOf(), isShownOnRequest: (_type: string, name: string) => name === 'phoneNumbers' };
    const change = changes({ set: [['phoneNumbers[type eq "mobile"].value', '2']] });
    const answers = [{ status: 200, body: { id: 'u/1' } }, { status: 200, body: shown }, { status: 204 }];
    const { sent } = hold(RFC.update(session, person, change), answers);
    expect(flat(sent)[1]?.target).toBe('/Users/u%2F1?attributes=phoneNumbers');
    expect(operationsOf(sent, 2)).toEqual([{ op: 'replace', path: 'phoneNumbers[type eq "mobile"].value', value: '2' }]);
  });

  it.each([
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager', true, { value: 'u2' }],
    ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', false, 'u2'],
    ['urn:acme:crm:2.0:User:buddy', true, 'u2'],
    ['urn:acme:crm:2.0:User:buddy', false, { value: 'u2' }],
  ])('sends a reference at %s, declared as a plain text: %s, as %j', (path, isPlain, value) => {
    const session = { ...sessionOf(), isPlain: () => isPlain };
    const { sent } = hold(RFC.update(session, person, changes({ set: [[path, { reference: 'u2' }]] })), [
      { status: 200, body: { id: 'u/1' } },
      { status: 204 },
    ]);
    expect(operationsOf(sent, 1)).toEqual([{ op: 'replace', path, value }]);
  });

  it('changes members in one request', () => {
    const team = group('g', [['displayName', 'G']], [], 'g1');
    const { sent } = hold(RFC.update(sessionOf(), team, changes({ add: [person], remove: [user('b', [], 'u2')] })), [{ status: 204 }]);
    expect(operationsOf(sent, 0)).toEqual([
      { op: 'remove', path: 'members[value eq "u2"]' },
      { op: 'add', path: 'members', value: [{ value: 'u/1' }] },
    ]);
  });

  it('sends nothing when nothing changes, and stops at a refusal', () => {
    expect(hold(RFC.update(sessionOf(), person, changes({})), []).sent).toEqual([]);
    expect(hold(RFC.create(sessionOf(), person), [{ status: 409 }]).outcome).toMatchObject({ failure: { kind: 'refused' } });
    expect(hold(RFC.create(sessionOf(), person), [{ status: 201 }]).outcome).toMatchObject({ failure: { kind: 'unusable' } });
    expect(hold(RFC.remove(sessionOf(), person), [{ status: 500 }]).outcome).toMatchObject({ failure: { kind: 'refused' } });
  });
});
