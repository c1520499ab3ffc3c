import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST_BODY } from '../../src/sample/listener.js';
import { startSample } from '../../src/sample/server.js';
import { type Answer, at, ENTERPRISE, GROUP, idOf, person, start, TOKEN, USER } from './harness.js';

function expectError(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toBe('application/scim+json');
  expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status) });
  expect(String(at(answer.body, 'detail')).length).toBeGreaterThan(5);
}

test('only the right bearer token opens the door', async () => {
  const client = await start();
  for (const header of ['', 'Bearer', 'Bearer ', 'Bearer wrong', `Basic ${TOKEN}`, TOKEN, `Bearer ${TOKEN} x`]) {
    for (const path of ['/Users', '/Users/1', '/ServiceProviderConfig', '/nothing']) {
      const answer = await client.get(path, { Authorization: header });
      expectError(answer, 401);
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
      expect(answer.text).not.toContain(TOKEN);
    }
  }
  expect((await client.get('/Users', { Authorization: `bearer  ${TOKEN}` })).status).toBe(200);
  await expect(startSample({ token: '' })).rejects.toThrow('token');
});

test('unknown paths, methods and media types are refused as SCIM errors', async () => {
  const client = await start();
  const id = await client.user('a@example.com');
  for (const path of [
    '/Nothing',
    '/users',
    '/Users/x',
    `/Users/${id}/more`,
    '/Users/00919288221112222',
    '/Schemas/x',
    '/ResourceTypes/Device',
  ]) {
    expectError(await client.get(path), 404);
  }
  expectError(await client.get('/../other'), 404);
  expectError(await client.get('/Users/%zz'), 400);
  for (const [method, path, allow] of [
    ['DELETE', '/Users', 'GET, POST'],
    ['PATCH', '/Groups', 'GET, POST'],
    ['POST', `/Users/${id}`, 'GET, PUT, PATCH, DELETE'],
    ['OPTIONS', '/Users', 'GET, POST'],
    ['POST', '/Schemas', 'GET'],
    ['PUT', '/ServiceProviderConfig', 'GET'],
    ['GET', '/Users/.search', 'POST'],
  ] as const) {
    const answer = await client.send(method, path, method === 'GET' ? undefined : {});
    expectError(answer, 405);
    expect(answer.headers['allow']).toBe(allow);
  }
  expectError(await client.send('POST', '/Users', '<user/>', { 'Content-Type': 'application/xml' }), 415);
  expectError(await client.send('POST', '/Me', {}), 501);
  expectError(await client.send('POST', '/Bulk', {}), 400);
});

test('both JSON media types are taken, with and without charset, and no header but the credential is needed', async () => {
  const client = await start();
  const types = ['application/scim+json', 'application/json', 'application/json; charset=utf-8', 'Application/SCIM+JSON;charset=UTF-8', ''];
  for (const [index, type] of types.entries()) {
    const answer = await client.send('POST', '/Users', person(`t${index}@example.com`), { 'Content-Type': type });
    expect(answer.status, type).toBe(201);
    expect(answer.headers['content-type']).toBe('application/scim+json');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  }
  expect((await client.get('/Users', { Accept: 'text/html' })).headers['content-type']).toBe('application/scim+json');
});

test('bodies that are no JSON object, too deep or too large are refused', async () => {
  const client = await start();
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  for (const body of ['', '{', 'null', '[]', '"text"', '{"userName":"x",}', '\u0000', deep]) {
    for (const [method, path] of [
      ['POST', '/Users'],
      ['POST', '/Groups'],
      ['POST', '/Users/.search'],
    ] as const) {
      const answer = await client.send(method, path, body);
      expectError(answer, 400);
      expect(at(answer.body, 'scimType')).toBe('invalidSyntax');
    }
  }
  expectError(await client.send('POST', '/Users', `{"userName":"${'x'.repeat(LARGEST_BODY)}"}`), 413);
  expect((await client.get('/Users')).status).toBe(200);
});

test('discovery answers lists with complete documents', async () => {
  const client = await start();
  const config = await client.get('/ServiceProviderConfig');
  expect(config.body).toMatchObject({
    patch: { supported: true },
    filter: { supported: true },
    etag: { supported: true },
    bulk: { supported: true, maxOperations: 20 },
    sort: { supported: true },
  });
  const types = await client.get('/ResourceTypes');
  expect(at(types.body, 'Resources', 0)).toMatchObject({
    id: 'User',
    endpoint: '/Users',
    schema: USER,
    schemaExtensions: [{ schema: ENTERPRISE }],
  });
  const schemas = await client.get('/Schemas');
  expect(schemas.body).toMatchObject({ totalResults: 3, itemsPerPage: 3, startIndex: 1 });
  expect(schemas.text).not.toContain('null');
  for (const urn of [USER, GROUP]) {
    const { body } = await client.get(`/Schemas/${urn}`);
    const attributes = at(body, 'attributes');
    expect(Array.isArray(attributes) && attributes.map((each) => at(each, 'name'))).toContain('externalId');
  }
  expect((await client.get('/ResourceTypes/Group')).body).toMatchObject({ id: 'Group', endpoint: '/Groups' });
  expectError(await client.get('/Schemas?filter=id+eq+%22x%22'), 403);
});

test('the base path is the caller’s, and a doubled slash does no harm', async () => {
  const client = await start({ basePath: 'tenant/scim/' });
  expect(client.sample.url).toMatch(/\/tenant\/scim$/);
  expect((await client.get('//Users')).status).toBe(200);
  expect((await client.get('?aadOptscim062020')).status).toBe(200);
  const rootless = await start({ basePath: '/' });
  expect((await rootless.get('/Users')).status).toBe(200);
});

test('what is no HTTP gets a SCIM error too', async () => {
  const client = await start();
  const text = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect(Number(new URL(client.sample.url).port), '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/scim\+json[\s\S]*2\.0:Error/);
});

test('stopping closes connections and frees the port', async () => {
  const first = await startSample({ token: TOKEN });
  const port = Number(new URL(first.url).port);
  await first.stop();
  const second = await startSample({ token: TOKEN, port });
  expect(Number(new URL(second.url).port)).toBe(port);
  await expect(startSample({ token: TOKEN, port })).rejects.toThrow('EADDRINUSE');
  await second.stop();
});

test('no JSON body and no query makes the server fail or fall', async () => {
  const client = await start();
  const user = await client.user('fuzz@example.com', { emails: [{ type: 'work', value: 'w@example.com' }] });
  const group = await client.group('Fuzz', user);
  const names = [
    'userName',
    'displayName',
    'active',
    'emails',
    'members',
    'roles',
    'name',
    'schemas',
    'id',
    'meta',
    '__proto__',
    ENTERPRISE,
    'path',
    'value',
  ];
  const key = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 }));
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.double(),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(key, tie('json'), { maxKeys: 5 }),
    ),
  }));
  const path = fc.oneof(
    fc.constantFrom('active', 'members', 'emails[type eq "work"].value', `${ENTERPRISE}:manager`, 'members[value eq "x"]'),
    fc.string(),
  );
  const operation = fc.record({ op: fc.constantFrom('add', 'Replace', 'remove', 'x'), path, value: json }, { requiredKeys: [] });
  const body = fc.oneof(json, fc.dictionary(key, json), fc.record({ Operations: fc.array(operation, { maxLength: 4 }) }));
  const target = fc.constantFrom('/Users', '/Groups', `/Users/${user}`, `/Groups/${group}`, '/Users/.search', '/.search', '/Schemas');
  const query = fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('POST', 'PUT', 'PATCH', 'GET', 'DELETE'), target, body, query, async (method, at, sent, text) => {
      // The user and the group stay, so that there is always something to write to.
      const path = `${at}${text === undefined ? '' : `?filter=${encodeURIComponent(text)}`}`;
      const answer = await client.send(
        method === 'DELETE' && at.length > 20 ? 'PATCH' : method,
        path,
        method === 'GET' ? undefined : (sent ?? 'null'),
      );
      expect(answer.status).toBeLessThan(500);
      if (answer.text !== '') expect(answer.headers['content-type']).toBe('application/scim+json');
    }),
    { numRuns: 500 },
  );
  expect(idOf(await client.get(`/Users/${user}`))).toBe(user);
});
