import fc from 'fast-check';
import { test } from 'vitest';
import { judgeResponse, judgeWrite } from '../../src/check/judge.js';
import { operationsOf } from '../../src/check/operation.js';
import type { Json } from '../../src/scim/json.js';
import type { Purpose, ScimRequest } from '../../src/scim/message.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const NAMES = [
  'schemas',
  'id',
  'meta',
  'Resources',
  'totalResults',
  'startIndex',
  'members',
  'emails',
  'active',
  'primary',
  'manager',
  'Operations',
  'op',
  'path',
  'value',
  'status',
  'scimType',
  'patch',
  'supported',
  '__proto__',
  'constructor',
];

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(
      null,
      true,
      false,
      0,
      -1,
      1e308,
      9007199254740991,
      '',
      'False',
      '\ud800',
      'members[value eq "',
      'urn:ietf:params:scim:api:messages:2.0:Error',
      // What String() fails at.
      { toString: null },
    ),
    fc.string(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value'), { maxKeys: 6 }),
  ),
})).value;

const purpose = fc.constantFrom<Purpose>(
  'connect',
  'refuse',
  'anonymous',
  'probe',
  'match',
  'create',
  'read',
  'update',
  'delete',
  'list',
  'discover',
  'verify',
  'raw',
);
const target = fc.constantFrom(
  '/Users',
  '/Users/u1',
  '/Users?filter=a',
  '/Users?startIndex=9&count=1',
  '/Users/u1?attributes=userName',
  '/Users?excludedAttributes=members,id',
  '/Schemas',
  '/ServiceProviderConfig',
  '/ResourceTypes',
  '/%',
  '/Users?%',
);

test('whatever a server answers, judging never throws', () => {
  fc.assert(
    fc.property(
      json,
      json,
      json,
      purpose,
      target,
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      fc.constantFrom(200, 201, 204, 301, 400, 401, 404, 409, 500),
      fc.constantFrom('entra', 'okta', 'rfc'),
      (body, sent, config, why, path, method, status, family) => {
        const request: ScimRequest = {
          method,
          target: path,
          headers: [],
          purpose: why,
          resourceType: 'User',
          id: 'u1',
          body: sent,
          filter: { attribute: 'userName', value: 'x' },
        };
        const resource = { id: 'u1', userName: 'x', active: true };
        const own = { key: 'x', type: 'User', id: 'u1', resource, deleted: false } as const;
        const seen = {
          dialect: family === 'entra' ? 'entra-default' : family === 'okta' ? 'okta-oin' : 'rfc',
          family,
          request,
          response: { status, headers: [], text: 'x', body, milliseconds: 1 },
          facts: { schemas: STANDARD_SCHEMAS, config },
          addressed: own,
          hits: [own],
        } as const;
        judgeResponse(seen);
        const operations = operationsOf(method, sent, resource, 'User', STANDARD_SCHEMAS);
        const troubles = (['refused', 'missing', 'kept', 'type', 'case'] as const).map((kind) => {
          const [operation] = operations;
          return { kind, path: 'members[x]', expected: '', received: '', ...(operation === undefined ? {} : { operation }) };
        });
        judgeWrite({ ...seen, operations, accepted: status < 300, before: resource, differences: troubles });
      },
    ),
    { numRuns: 2000 },
  );
});
