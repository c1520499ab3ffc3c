import { defined } from '../base/defined.js';
import { plainText } from '../base/plain-text.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { Purpose } from '../scim/message.js';
import {
  ENTERPRISE_USER_URN,
  ERROR_URN,
  GROUP_URN,
  LIST_RESPONSE_URN,
  PATCH_OP_URN,
  RESOURCE_TYPE_URN,
  SCHEMA_URN,
  SERVICE_PROVIDER_CONFIG_URN,
  USER_URN,
} from '../scim/urn.js';
import type { Answered, Sent, Turn } from './example.js';

const BASE = 'https://scim.example.com';

/** A GET. */
export const get = (target: string, purpose?: Purpose): Sent => ({
  method: 'GET',
  target,
  ...defined({ purpose }),
});

/** A look-up by filter, encoded with `%20`. */
export const find = (endpoint: '/Users' | '/Groups', filter: string, more = ''): Sent =>
  get(`${endpoint}?filter=${encodeURIComponent(filter)}${more}`);

/** A POST. */
export const post = (target: string, body: Json, purpose?: Purpose): Sent => ({ ...get(target, purpose), method: 'POST', body });

/** A PUT. */
export const put = (target: string, body: Json, purpose?: Purpose): Sent => ({ ...get(target, purpose), method: 'PUT', body });

/** A PATCH with these operations. */
export const patch = (target: string, ...operations: Json[]): Sent => ({
  method: 'PATCH',
  target,
  body: { schemas: [PATCH_OP_URN], Operations: operations },
});

/** A DELETE. */
export const del = (target: string): Sent => ({ method: 'DELETE', target });

/** An answer with this status, and with this body. */
export const answer = (status: number, body?: Json, headers?: Readonly<Record<string, string>>): Answered => ({
  status,
  ...defined({ body, headers }),
});

/** 200 with a resource or a list. */
export const ok = (body: Json, headers?: Readonly<Record<string, string>>): Answered => answer(200, body, headers);

/** 201 with the resource and its location. */
export const created = (resource: JsonObject): Answered => answer(201, resource, { Location: locationOf(resource) });

/** A success to a write, after which the resource is this. */
export const changed = (after: JsonObject, status: 200 | 201 = 200): Answered => ({
  ...(status === 201 ? created(after) : ok(after)),
  after,
});

/** An answer with a SCIM Error. */
export const refusal = (status: number, detail: string, scimType?: string): Answered =>
  answer(status, { schemas: [ERROR_URN], status: String(status), ...defined({ scimType }), detail });

/** An answer that is a web page. */
export const webPage = (status: number, title: string): Answered => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  text: `<!DOCTYPE html><title>${title}</title>`,
});

/** An answer of which only a part is shown: the rest is as it should be. */
export const excerpt = (shown: Answered): Answered => ({ ...shown, excerpt: true });

/** No answer until the time-out. */
export const SILENCE: Answered = { status: 0 };

/** A ListResponse with these resources on one page. */
export const list = (resources: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  schemas: [LIST_RESPONSE_URN],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: [...resources],
  ...more,
});

/** A user; `u1` unless `more` says otherwise. */
export const exampleUser = (more: JsonObject = {}): JsonObject =>
  withMeta('User', { schemas: [USER_URN], id: 'u1', userName: 'ada@example.com', active: true, ...more });

/** A user with the enterprise extension. */
export const employee = (extension: JsonObject, more: JsonObject = {}): JsonObject =>
  exampleUser({ schemas: [USER_URN, ENTERPRISE_USER_URN], ...more, [ENTERPRISE_USER_URN]: extension });

/** A group; `g1` unless `more` says otherwise. */
export const exampleGroup = (more: JsonObject = {}): JsonObject =>
  withMeta('Group', { schemas: [GROUP_URN], id: 'g1', displayName: 'Engineers', ...more });

/** A group with these members. */
export const exampleGroupOf = (...ids: string[]): JsonObject => exampleGroup({ members: ids.map((value) => ({ value })) });

/** A group with so many members: u0, u1 and so on. */
export const exampleGroupOfSize = (count: number): JsonObject =>
  exampleGroupOf(...Array.from({ length: count }, (_, index) => `u${index}`));

/** A resource, or the body that creates it, without these members. */
export const without = (resource: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));

/** What a client sends to create a resource. */
export const asSent = (resource: JsonObject): JsonObject => without(resource, 'id', 'meta');

function withMeta(resourceType: 'User' | 'Group', resource: JsonObject): JsonObject {
  return { ...resource, meta: resource['meta'] ?? { resourceType, location: locationOf({ ...resource, meta: { resourceType } }) } };
}

function locationOf(resource: JsonObject): string {
  const groups = JSON.stringify(resource['schemas'] ?? '').includes(GROUP_URN);
  return `${BASE}/${groups ? 'Groups' : 'Users'}/${plainText(resource['id'])}`;
}

/** A turn that goes well, whatever the rest of the example does. */
export const same = (request: Sent, good: Answered): Turn => ({ request, good, bad: good });

/** `meta` of `ada`. */
export const META: JsonObject = { resourceType: 'User', location: `${BASE}/Users/u1` };

/** A ServiceProviderConfig that promises nothing but what `more` says. */
export const serviceProviderConfig = (more: JsonObject = {}): JsonObject => ({
  schemas: [SERVICE_PROVIDER_CONFIG_URN],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 100 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Bearer', description: 'A token in the Authorization header' }],
  ...more,
});

/** A document of /Schemas. */
export const SCHEMA: JsonObject = {
  schemas: [SCHEMA_URN],
  id: USER_URN,
  name: 'User',
  attributes: [{ name: 'userName', type: 'string', multiValued: false, required: true }],
};

/** A document of /ResourceTypes. */
export const RESOURCE_TYPE: JsonObject = { schemas: [RESOURCE_TYPE_URN], id: 'User', name: 'User', endpoint: '/Users', schema: USER_URN };
