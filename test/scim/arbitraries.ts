import fc from 'fast-check';
import { COMPARE_OPERATORS, type Filter } from '../../src/scim/filter.js';
import type { JsonObject } from '../../src/scim/json.js';
import { type AttributePath, KNOWN_URNS } from '../../src/scim/path.js';

const name = fc.stringMatching(/^[A-Za-z$_][A-Za-z0-9$_-]{0,8}$/);
const urn = fc.oneof(
  fc.constantFrom(...KNOWN_URNS),
  fc.constantFrom('urn:example:params:scim:custom:2.0:User', 'http://schemas.example.com/2006/11/Group', 'urn:x:1.5'),
);

const plainPath: fc.Arbitrary<AttributePath> = fc.record({ urn, attribute: name, sub: name }, { requiredKeys: ['attribute'] });

const literal = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  .map((value) => (value === 0 ? 0 : value));

/** Filters as they may stand inside brackets: no value paths. */
const innerFilter: fc.Arbitrary<Filter> = tree(plainPath);

/** Paths with and without a value filter. */
export const path: fc.Arbitrary<AttributePath> = fc.oneof(
  plainPath,
  fc.constantFrom(...KNOWN_URNS).map((known): AttributePath => ({ urn: known })),
  fc.record({ urn, attribute: name, filter: innerFilter, sub: name }, { requiredKeys: ['attribute', 'filter'] }),
);

const valuePath: fc.Arbitrary<Filter> = fc
  .record({ path: fc.record({ urn, attribute: name }, { requiredKeys: ['attribute'] }), filter: innerFilter })
  .map(({ path: bare, filter }): Filter => ({ kind: 'valuePath', path: bare, filter }));

/** Whole filters. */
export const filter: fc.Arbitrary<Filter> = tree(
  path.filter((candidate) => candidate.attribute !== undefined),
  valuePath,
);

function tree(paths: fc.Arbitrary<AttributePath>, ...leaves: fc.Arbitrary<Filter>[]): fc.Arbitrary<Filter> {
  const compare = fc
    .record({ path: paths, op: fc.constantFrom(...COMPARE_OPERATORS), value: literal })
    .map((parts): Filter => ({ kind: 'compare', ...parts }));
  const present = paths.map((of): Filter => ({ kind: 'present', path: of }));
  return fc.letrec<{ node: Filter }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      compare,
      present,
      ...leaves,
      fc
        .record({ kind: fc.constantFrom('and' as const, 'or' as const), left: tie('node'), right: tie('node') })
        .map((parts): Filter => ({ kind: parts.kind, left: parts.left, right: parts.right })),
      tie('node').map((inner): Filter => ({ kind: 'not', filter: inner })),
    ),
  })).node;
}

/** Any JSON object, as a target or a client may send it; `__proto__` included. */
export const jsonObject: fc.Arbitrary<JsonObject> = fc
  .dictionary(fc.oneof(fc.string(), fc.constantFrom('userName', 'emails', 'NAME', 'schemas', '__proto__')), fc.jsonValue({ maxDepth: 4 }))
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

export const userPath = fc.constantFrom(
  'userName',
  'active',
  'displayName',
  'name',
  'name.givenName',
  'NAME.familyname',
  'emails',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails[type eq "home"].primary',
  'emails.display',
  'roles[primary eq "True"].value',
  'phoneNumbers[type eq "mobile" and primary eq true].value',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
  'urn:ietf:params:scim:schemas:core:2.0:User:title',
  'urn:unknown:2.0:User:x',
  'schemas',
  'id',
  'nonsense',
  'emails[',
);

const plausibleValue = fc.oneof(
  fc.constantFrom('True', 'a@example.com', '', '271', 'False'),
  fc.boolean(),
  fc.constant(null),
  fc.record(
    { value: fc.constantFrom('a', 'b', 'A'), type: fc.constantFrom('work', 'home'), primary: fc.constantFrom(true, false, 'True') },
    { requiredKeys: [] },
  ),
  fc.array(
    fc.record({ value: fc.constantFrom('a', 'b'), type: fc.constantFrom('work', 'home'), $ref: fc.constant(null) }, { requiredKeys: [] }),
    { maxLength: 3 },
  ),
  fc.dictionary(userPath, fc.oneof(fc.string(), fc.boolean(), fc.constant(null)), { maxKeys: 4 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Operations that are mostly well-formed, and now and then anything. */
export const operation: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      { op: fc.constantFrom('add', 'Replace', 'remove', 'REMOVE'), path: userPath, value: plausibleValue },
      { requiredKeys: ['op'] },
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** A user as a server may hold it. */
export const user: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      schemas: fc.constantFrom(
        ['urn:ietf:params:scim:schemas:core:2.0:User'],
        ['urn:ietf:params:scim:schemas:core:2.0:User', 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'],
      ),
      id: fc.constant('42'),
      userName: fc.constantFrom('a@example.com', 'B@example.com'),
      active: fc.boolean(),
      name: fc.record({ givenName: fc.string(), familyName: fc.string() }, { requiredKeys: [] }),
      emails: fc.array(
        fc.record(
          { value: fc.constantFrom('a', 'b', 'c'), type: fc.constantFrom('work', 'home', 'other'), primary: fc.boolean() },
          { requiredKeys: ['value'] },
        ),
        { maxLength: 4 },
      ),
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': fc.record(
        { department: fc.string(), manager: fc.record({ value: fc.string(), displayName: fc.string() }) },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['schemas', 'id', 'userName'] },
  )
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);
