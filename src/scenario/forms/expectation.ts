import { type Static, type TOptional, type TUnsafe, Type } from 'typebox';
import type { JsonObject } from '../../scim/json.js';
import { key, path } from './pieces.js';

const FOUND = Type.Boolean({ title: 'Found', description: 'Whether the look-up or read finds the object.' });

const ACTIVE = Type.Boolean({ title: 'Active', description: "The resource's `active` afterwards." });

const SAME_ID = Type.Boolean({ title: 'Same id', description: 'The object keeps the id that it had before the step.' });

const STATUS = Type.Unsafe<number | number[]>({
  title: 'Status',
  description:
    "The HTTP status that the answer to the step's last request must have, or a list of which it must be one. With a status of 400 and above a refusal is what the step wants.",
  type: ['integer', 'array'],
  minimum: 100,
  maximum: 599,
  minItems: 1,
  maxItems: 20,
  items: { type: 'integer', minimum: 100, maximum: 599 },
  examples: [409, [200, 204]],
});

const ATTRIBUTES = Type.Unsafe<JsonObject>({
  title: 'Attributes',
  description:
    'Target path → value that the resource must have afterwards. In a `request` step the keys may be JSON pointers into the answer, such as `/totalResults`.',
  type: 'object',
  minProperties: 1,
  maxProperties: 200,
  additionalProperties: true,
  examples: [{ displayName: 'Ada Byron' }],
});

const MEMBERS = Type.Array(key, {
  title: 'Members',
  description:
    "The users, or groups, that are the group's members: each of them stands there once, and nobody else. An empty list: nobody.",
  maxItems: 200,
  uniqueItems: true,
  examples: [['ann']],
});

const ABSENT = Type.Array(path, {
  title: 'Absent',
  description: 'Target paths that must have no value afterwards.',
  minItems: 1,
  maxItems: 200,
  uniqueItems: true,
  examples: [['title']],
});

/** The demands by the name of their piece. */
export const DEMANDS = {
  'expect-found': FOUND,
  'expect-active': ACTIVE,
  'expect-sameId': SAME_ID,
  'expect-status': STATUS,
  'expect-attributes': ATTRIBUTES,
  'expect-members': MEMBERS,
  'expect-absent': ABSENT,
};

/** All that a step may demand, as it is written. */
export interface WrittenExpectation {
  readonly found?: Static<typeof FOUND>;
  readonly active?: Static<typeof ACTIVE>;
  readonly sameId?: Static<typeof SAME_ID>;
  readonly status?: Static<typeof STATUS>;
  readonly attributes?: Static<typeof ATTRIBUTES>;
  readonly members?: Static<typeof MEMBERS>;
  readonly absent?: Static<typeof ABSENT>;
}

/**
 * What a kind of step may demand beyond what every client demands.
 *
 * @param intent the step's intent
 * @param demands the names of the demands
 */
// @__NO_SIDE_EFFECTS__
export function expectation<Name extends keyof WrittenExpectation>(
  intent: string,
  demands: readonly Name[],
): TOptional<TUnsafe<Pick<WrittenExpectation, Name>>> {
  return Type.Optional(
    Type.Unsafe<Pick<WrittenExpectation, Name>>({
      title: 'Expectation',
      description: `What a \`${intent}\` step demands beyond what every client demands.`,
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(demands.map((name) => [name, { $ref: `#/$defs/expect-${name}` }])),
      minProperties: 1,
    }),
  );
}
