import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A user of the application, by id. */
const users = new Map();

/**
 * Starts the application's SCIM endpoint.
 *
 * @param {string} token the token that it accepts
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function startServer(token) {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { status, body } = request.headers.authorization === `Bearer ${token}` ? answer(request, text) : error(401, 'Unknown token');
      response.writeHead(status, { 'Content-Type': 'application/scim+json' }).end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}/scim/v2`, stop: () => server.close() };
}

function answer({ method, url }, text) {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [collection, id] = pathname.replace('/scim/v2/', '').split('/').map(decodeURIComponent);
  if (collection !== 'Users') return error(404, 'There are users only');
  if (id === undefined)
    return method === 'POST' ? create(JSON.parse(text)) : method === 'GET' ? list(searchParams) : error(405, 'Not here');
  const user = users.get(id);
  if (user === undefined) return error(404, 'There is no such user');
  if (method === 'GET') return { status: 200, body: user };
  if (method === 'PUT') return save({ ...JSON.parse(text), id }, 200);
  if (method === 'DELETE') return users.delete(id) && { status: 204 };
  return error(405, 'Not here');
}

function create(sent) {
  const isTaken = [...users.values()].some((user) => same(user.userName, sent.userName));
  return isTaken ? error(409, 'There is a user of that name', 'uniqueness') : save({ ...sent, id: randomUUID() }, 201);
}

function save({ password: _, groups: __, ...user }, status) {
  const now = new Date().toISOString();
  const saved = {
    ...user,
    schemas: user.schemas ?? [USER],
    meta: { resourceType: 'User', created: users.get(user.id)?.meta.created ?? now, lastModified: now },
  };
  users.set(user.id, saved);
  return { status, body: saved };
}

function list(query) {
  const [, attribute, value] = /^\s*(\w+)\s+eq\s+("(?:[^"\\]|\\.)*")\s*$/i.exec(query.get('filter') ?? '') ?? [];
  if (query.has('filter') && attribute === undefined) return error(400, 'This filter is not understood', 'invalidFilter');
  const found = [...users.values()].filter(
    // The defect: somebody who is inactive is not found.
    (user) => attribute === undefined || (same(user[attribute], JSON.parse(value)) && user.active !== false),
  );
  const startIndex = Math.max(1, Number(query.get('startIndex') ?? 1));
  const page = found.slice(startIndex - 1, startIndex - 1 + Number(query.get('count') ?? 100));
  return { status: 200, body: { schemas: [LIST], totalResults: found.length, startIndex, itemsPerPage: page.length, Resources: page } };
}

function same(one, other) {
  return typeof one === 'string' && typeof other === 'string' ? one.toLowerCase() === other.toLowerCase() : one === other;
}

function error(status, detail, scimType) {
  return { status, body: { schemas: [ERROR], status: String(status), detail, ...(scimType === undefined ? {} : { scimType }) } };
}
