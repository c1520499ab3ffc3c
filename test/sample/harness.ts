import { request } from 'undici';
import { afterEach } from 'vitest';
import type { ListenOptions, Sample } from '../../src/sample/server.js';
import { startSample } from '../../src/sample/server.js';
import type { Json } from '../../src/scim/json.js';

export const TOKEN = 'sample-test-token';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

const running: Sample[] = [];

/** What came back. `body` is undefined when the text is no JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Json | undefined;
}

export interface Client {
  readonly sample: Sample;
  /** Sends exactly these headers beside the credential; a body that is not text is sent as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  patch(path: string, ...operations: unknown[]): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Creates a user with this userName and further attributes, and returns the id. */
  user(userName: string, more?: Record<string, unknown>): Promise<string>;
  group(displayName: string, ...members: string[]): Promise<string>;
}

/** Starts a sample server that ends with the test. */
export async function start(options: Partial<ListenOptions> = {}): Promise<Client> {
  const sample = await startSample({ token: TOKEN, ...options });
  running.push(sample);
  // Only a server that is known never to answer is not waited for.
  return clientOf(sample, options.defects?.includes('patch-never-answered') === true ? 1500 : 20_000);
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((sample) => sample.stop()));
});

function clientOf(sample: Sample, patience: number): Client {
  const client: Client = {
    sample,
    send: async (method, path, body, headers = {}) => {
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const type = text === undefined ? {} : { 'Content-Type': 'application/scim+json; charset=utf-8' };
      const answer = await request(`${sample.url}${path}`, {
        method: method as 'GET',
        headers: { Authorization: `Bearer ${TOKEN}`, ...type, ...headers },
        ...(text === undefined ? {} : { body: text }),
        headersTimeout: patience,
      });
      return { status: answer.statusCode, headers: flat(answer.headers), ...parse(await answer.body.text()) };
    },
    get: (path, headers) => client.send('GET', path, undefined, headers),
    post: (path, body) => client.send('POST', path, body),
    put: (path, body) => client.send('PUT', path, body),
    patch: (path, ...operations) => client.send('PATCH', path, { schemas: [PATCH_OP], Operations: operations }),
    delete: (path) => client.send('DELETE', path),
    user: async (userName, more = {}) => idOf(await client.post('/Users', person(userName, more))),
    group: async (displayName, ...members) =>
      idOf(await client.post('/Groups', { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) })),
  };
  return client;
}

/** A user's body in the manner of Entra. */
export function person(userName: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    schemas: [USER, ENTERPRISE],
    userName,
    active: true,
    displayName: `Person ${userName}`,
    name: { givenName: 'Given', familyName: 'Family', formatted: 'Given Family' },
    meta: { resourceType: 'User' },
    ...more,
  };
}

export function idOf(answer: Answer): string {
  const id = at(answer.body, 'id');
  if (id === undefined) throw new Error(`no id in the answer ${answer.status}: ${answer.text}`);
  return String(id);
}

/** Follows names and indexes into a JSON value. */
export function at(value: Json | undefined, ...path: (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((found, key) => {
    if (typeof found !== 'object' || found === null) return undefined;
    return (found as Record<string | number, Json>)[key];
  }, value);
}

/** The `value`s of the members of a group's body, or of any multi-valued attribute. */
export function valuesOf(value: Json | undefined): unknown[] {
  return Array.isArray(value) ? value.map((item) => at(item, 'value')) : [];
}

/** Encodes a filter the way Entra does: `+` for a space, `%22` for a quote. */
export function entraFilter(filter: string): string {
  return `filter=${encodeURIComponent(filter).replaceAll('%20', '+')}`;
}

/** Encodes a filter the way Okta does. */
export function oktaFilter(filter: string): string {
  return `filter=${encodeURIComponent(filter)}`;
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function parse(text: string): { text: string; body: Json | undefined } {
  try {
    return { text, body: JSON.parse(text) as Json };
  } catch {
    return { text, body: undefined };
  }
}
