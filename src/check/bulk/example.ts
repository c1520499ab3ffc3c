import type { Json, JsonObject } from '../../scim/json.js';
import { BULK_RESPONSE_URN, ERROR_URN, USER_URN } from '../../scim/urn.js';
import type { Answered, Sent } from '../example.js';
import { ok, post, serviceProviderConfig } from '../messages.js';

/** A target that takes up to ten operations at once. */
export const GIVEN = { config: serviceProviderConfig({ bulk: { supported: true, maxOperations: 10, maxPayloadSize: 1048576 } }) };

const USER: JsonObject = { schemas: [USER_URN], userName: 'ada@example.com' };

/** A creation inside a bulk request. */
export const creation = (bulkId: string): JsonObject => ({ method: 'POST', path: '/Users', bulkId, data: USER });

/** A bulk request with these operations. */
export const bulk = (operations: JsonObject[], more: JsonObject = {}): Sent =>
  post('/Bulk', { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], ...more, Operations: operations }, 'raw');

/** The answer to one, with these results. */
export const done = (...results: Json[]): Answered => ok({ schemas: [BULK_RESPONSE_URN], Operations: results });

/** The result of a creation. */
export const made = (bulkId: string, more: JsonObject = {}): JsonObject => ({
  method: 'POST',
  bulkId,
  location: 'https://scim.example.com/Users/u1',
  status: '201',
  ...more,
});

/** The result of a creation that was refused. */
export const failed = (bulkId: string): JsonObject => ({
  method: 'POST',
  bulkId,
  status: '409',
  response: { schemas: [ERROR_URN], status: '409', scimType: 'uniqueness', detail: 'The userName is taken.' },
});
