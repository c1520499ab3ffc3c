import { request } from 'undici';
import { afterEach } from 'vitest';
import type { ListenOptions, Sample } from '../../src/sample/server.js';
import { startSample } from '../../src/sample/server.js';
import type { Json } from '../../src/scim/json.js';
import { SOCKET_TURNS, VirtualClock } from '../base/virtual-clock.js';

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
  /** The server's clock. */
  readonly clock: VirtualClock;
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
  const clock = new VirtualClock(SOCKET_TURNS);
  const sample = await startSample({ token: TOKEN, clock, ...options });
  running.push(sample);
  return clientOf(sample, clock, options.defects?.includes('patch-never-answered') === true);
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((sample) => sample.stop()));
});

function clientOf(sample: Sample, clock: VirtualClock, silent: boolean): Client {
  const client: Client = {
    sample,
    clock,
    send: async (method, path, body, headers = {}) => {
      const hopeless = new AbortController();
      if (silent) void turnsAfterRequest(sample).then(() => hopeless.abort());
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const type = text === undefined ? {} : { 'Content-Type': 'application/scim+json; charset=utf-8' };
      const answer = await request(`${sample.url}${path}`, {
        method: method as 'GET',
        headers: { Authorization: `Bearer ${TOKEN}`, ...type, ...headers },
        ...(text === undefined ? {} : { body: text }),
        headersTimeout: 0,
        signal: hopeless.signal,
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

/** Server and client share an event loop: an answer that is not there so many turns after the request has come in never will be. */
async function turnsAfterRequest(sample: Sample): Promise<void> {
  const before = sample.requests();
  for (let turns = 0; turns < SOCKET_TURNS; turns += sample.requests() > before ? 1 : 0)
    await new Promise((resolve) => setImmediate(resolve));
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
