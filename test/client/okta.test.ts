import { describe, expect, it } from 'vitest';
import { createBody, putBody } from '../../src/client/okta/body.js';
import { memberList, oktaRequest } from '../../src/client/okta/dialect.js';
import { gone, notVerified, refused } from '../../src/client/okta/reaction.js';
import { MOST_RESOURCES } from '../../src/client/pages.js';
import { CLIENTS } from '../../src/client/registry.js';
import { type Canned, changes, flat, group, hold, mappingOf, responseOf, sessionOf, user } from './conversation.js';

const oin = CLIENTS['okta-oin'];
const aiw = CLIENTS['okta-aiw'];
const HELD = { schemas: ['x'], id: 'u1', userName: 'a', title: 'T', own: { deep: [1] }, meta: { version: 'W/"1"' } };
const person = user(
  'a',
  [
    ['userName', 'a'],
    ['title', 'T'],
  ],
  'u1',
);

function page(total: number, ids: readonly string[]): Canned {
  return { status: 200, body: { totalResults: total, Resources: ids.map((id) => ({ id })) } };
}

describe('what Okta puts back', () => {
  it('is what came, with the changes, in its order', () => {
    const body = putBody(HELD, person, changes({ set: [['title', 'New']] }));
    expect(body).toEqual({ ...HELD, title: 'New', groups: [] });
    expect(Object.keys(body)).toEqual([...Object.keys(HELD), 'groups']);
    expect(putBody({ ...HELD, groups: [{ value: 'g1' }] }, person, changes({}))['groups']).toEqual([]);
  });

  it('is what came and nothing else where the user is deactivated', () => {
    expect(putBody({ ...HELD, title: 'Old' }, person, changes({ set: [['active', false]] }))).toEqual({
      ...HELD,
      title: 'Old',
      active: false,
    });
  });

  it('has one primary element, the one that came as such', () => {
    const lists = { emails: [{ value: 'a' }, { value: 'b', primary: true }], addresses: [{ locality: 'x' }, { locality: 'y' }] };
    expect(putBody({ ...HELD, ...lists }, person, changes({}))).toMatchObject({
      emails: lists.emails,
      addresses: [{ locality: 'x', primary: true }, { locality: 'y' }],
    });
  });

  it.each([
    [undefined, ''],
    ['null-value', null],
    ['omitted-value', undefined],
  ] as const)('has %s for a cleared value as %j', (variant, blank) => {
    expect(putBody(HELD, user('a', []), changes({ clear: ['title'] }), variant === undefined ? {} : { variant })['title']).toBe(blank);
  });

  it('writes a reference that the target declares as a plain text as one, and takes it away as one', () => {
    const path = 'urn:acme:crm:2.0:User:buddy';
    const session = { isPlain: () => true };
    const held = user('a', [[path, { reference: 'boss' }]]);
    expect(putBody(HELD, held, changes({}), session)['urn:acme:crm:2.0:User']).toEqual({ buddy: 'boss' });
    expect(putBody(HELD, held, changes({ clear: [path] }), session)['urn:acme:crm:2.0:User']).toEqual({ buddy: '' });
  });

  it('takes a manager away as an object, whether the target shows one or not', () => {
    const path = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager';
    const managed = user('a', [[path, { reference: 'boss' }]]);
    const body = putBody(HELD, managed, changes({ clear: [path] }));
    expect(body['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User']).toEqual({ manager: { value: '' } });
  });

  it('names the extension that it brings', () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
    expect(putBody(HELD, person, changes({ set: [[`${urn}:department`, 'D']] }))['schemas']).toEqual(['x', urn]);
  });

  it('has no password unless it changes', () => {
    const withPassword = user('a', [...person.attributes, ['password', 'old']], 'u1');
    const { sent } = hold(aiw.update(sessionOf(), withPassword, changes({ set: [['title', 'N']] })), [
      { status: 200, body: HELD },
      { status: 200 },
    ]);
    expect(flat(sent)[1]?.body).not.toHaveProperty('password');
  });
});

describe('what Okta creates', () => {
  it('has a placeholder password, no groups, and is active', () => {
    expect(createBody(sessionOf(), user('a', [['userName', 'a']]))).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'a',
      groups: [],
      password: 'pw-a',
      active: true,
    });
  });

  it('marks one address as primary, without a type when the directory has none', () => {
    const body = createBody(sessionOf(), user('a', [['emails', [{ value: 'a@x' }, { type: 'home', value: 'h@x' }]]]));
    expect(body['emails']).toEqual([
      { primary: true, value: 'a@x' },
      { primary: false, value: 'h@x', type: 'home' },
    ]);
  });

  it('lists members by id and user name, and leaves out who has no account', () => {
    expect(memberList([person, user('b', [['userName', 'b']])])).toEqual([{ value: 'u1', display: 'a' }]);
    expect(memberList([person], 'null-display')).toEqual([{ value: 'u1', display: null }]);
  });
});

describe('a conversation of Okta', () => {
  it('sends a media type with a body only', () => {
    const names = (request: Parameters<typeof oktaRequest>[0]) => oktaRequest(request).headers.map(([name]) => name);
    const get = { method: 'GET', target: '/Users', purpose: 'list' } as const;
    expect(names(get)).not.toContain('Content-Type');
    expect(names({ ...get, method: 'POST', body: {} })).toContain('Content-Type');
  });

  it('does not create somebody again who was deactivated and cannot be found', () => {
    const { sent, outcome } = hold(oin.update(sessionOf(), person, changes({ set: [['active', true]] })), [page(0, [])]);
    expect(sent).toHaveLength(1);
    expect(outcome).toMatchObject({ failure: { kind: 'missing' } });
  });

  it('sends a made-up password, whatever the scenario says', () => {
    const { sent } = hold(oin.update(sessionOf(), person, changes({ set: [['password', 'from a file']] })), [
      { status: 200, body: HELD },
      { status: 204 },
    ]);
    expect(flat(sent).map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(JSON.stringify(flat(sent)[1]?.body)).toContain('pw-');
    expect(JSON.stringify(flat(sent)[1]?.body)).not.toContain('from a file');
  });

  it('stops when the first of two writes is refused', () => {
    const team = group('g', [['displayName', 'G']], [], 'g1');
    const { sent, outcome } = hold(oin.update(sessionOf(), team, changes({ add: [person] })), [{ status: 400 }, { status: 204 }]);
    expect(sent).toHaveLength(1);
    expect(outcome).toMatchObject({ ok: false });
  });

  it('keeps the members of a group that it links, once each', () => {
    const held = { id: 'g1', members: [{ value: 'u0' }, { value: 'u1', display: 'old' }] };
    const answers = [{ status: 200, body: { totalResults: 1, Resources: [held] } }, { status: 200, body: held }, { status: 200 }];
    const { sent } = hold(aiw.create(sessionOf(), group('g', [['displayName', 'G']], [person])), answers);
    expect(flat(sent)[2]?.body).toMatchObject({ members: [{ value: 'u0' }, { value: 'u1', display: 'a' }] });
  });

  it('lists groups only where groups are exchanged', () => {
    const session = sessionOf(mappingOf(['userName'], undefined, false));
    expect(hold(oin.connect(session), [page(0, []), page(0, [])]).sent).toHaveLength(1);
  });
});

describe('an import', () => {
  const ids = (count: number) => Array.from({ length: count }, (_each, index) => `u${index}`);

  const targets = (conversation: Parameters<typeof hold>[0], answers: readonly Canned[]) =>
    flat(hold(conversation, answers).sent).map((request) => request.target);

  it('asks for a hundred, whatever is wished, and goes on by what the page held when it was capped', () => {
    expect(targets(oin.list(sessionOf(), 'User', 2), [page(103, ids(100)), page(103, ids(3))])).toEqual([
      '/Users?startIndex=1&count=100',
      '/Users?startIndex=101&count=100',
    ]);
    expect(targets(oin.list(sessionOf(), 'Group'), [page(3, ids(2)), page(3, ids(1))])[1]).toBe('/Groups?startIndex=3&count=100');
  });

  it('of a client of the standard goes on in larger pages after ten small ones', () => {
    const sizes = targets(CLIENTS.rfc.list(sessionOf(), 'User', 2), [
      ...Array.from({ length: 10 }, (_each, part) => page(25, [`a${part}`, `b${part}`])),
      page(25, ids(5)),
    ]);
    expect(sizes.slice(-2)).toEqual(['/Users?startIndex=19&count=2', '/Users?startIndex=21&count=100']);
  });

  it('ends at an empty page, whatever the total says', () => {
    expect(hold(oin.list(sessionOf(), 'User', 2), [page(99, [])]).outcome).toMatchObject({ ok: true });
  });

  it.each(['okta-oin', 'entra-default', 'rfc'] as const)('of %s goes on as far as the total says, over any number of pages', (dialect) => {
    const pages = Array.from({ length: 80 }, (_each, index) => page(160, [`u${index}a`, `u${index}b`]));
    const { sent, outcome } = hold(CLIENTS[dialect].list(sessionOf(), 'User', 2), pages);
    expect(sent).toHaveLength(80);
    expect(outcome?.ok === true ? outcome.value : []).toHaveLength(160);
  });

  it.each(['okta-oin', 'entra-default', 'rfc'] as const)(
    'of %s ends where a page brings nothing new, and shows what stands twice',
    (dialect) => {
      const { sent, outcome } = hold(CLIENTS[dialect].list(sessionOf(), 'User', 2), [
        page(1e9, ids(2)),
        page(1e9, ids(2)),
        page(1e9, ids(2)),
      ]);
      expect(sent).toHaveLength(2);
      expect(outcome?.ok === true ? outcome.value : []).toEqual([{ id: 'u0' }, { id: 'u1' }, { id: 'u0' }, { id: 'u1' }]);
    },
  );

  it.each(['okta-oin', 'entra-default', 'rfc'] as const)('of %s never fills the memory', (dialect) => {
    const size = 5000;
    const pages = Array.from({ length: MOST_RESOURCES / size + 1 }, (_each, index) =>
      page(
        1e9,
        ids(size).map((id) => `${index}-${id}`),
      ),
    );
    const { sent, outcome } = hold(CLIENTS[dialect].list(sessionOf(), 'User', size), pages);
    expect(sent).toHaveLength(MOST_RESOURCES / size);
    expect(outcome).toMatchObject({
      failure: { kind: 'endless', message: expect.stringContaining(`${MOST_RESOURCES} resources were read`) },
    });
  });
});

describe('the words of Okta', () => {
  it.each([
    [{ status: 409, body: { detail: 'taken' } }, 'Conflict. Errors reported by remote server: taken'],
    [{ status: 400, body: {} }, 'Errors reported by remote server: null'],
    [{ status: 401, body: {} }, 'Authorization failure'],
    [{ status: 502, text: '<html>' }, 'Invalid JSON: Unrecognized token'],
  ])('for %j', (answer, words) => expect(refused('x', responseOf(answer)).failure.message).toContain(words));

  it('for a look-up that fails, and for somebody who is gone', () => {
    expect(notVerified('x', responseOf({ status: 500 })).failure.message).toContain('Error while verifying if user exists: null');
    expect(gone('x', responseOf({ status: 404 })).failure.kind).toBe('missing');
  });
});
