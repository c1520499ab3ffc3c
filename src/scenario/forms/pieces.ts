import { type Static, type TSchema, type TUnsafe, Type } from 'typebox';
import type { Variant } from '../../client/variant.js';
import type { Json, JsonObject } from '../../scim/json.js';

/** What a piece is called where a form uses it: its own words, when none are given. */
interface Words {
  readonly title?: string;
  readonly description?: string;
}

/**
 * A reference to a piece: in the schema it stands once, under `$defs`.
 *
 * @param name the piece's name in `PIECES`
 */
// @__NO_SIDE_EFFECTS__
function reference<Piece extends TSchema>(name: string): TUnsafe<Static<Piece>> {
  return Type.Unsafe<Static<Piece>>({ $ref: `#/$defs/${name}` });
}

/**
 * The same reference with words of its own.
 *
 * @param piece what to refer to
 * @param words title and description
 */
// @__NO_SIDE_EFFECTS__
export function described<Value>(piece: TUnsafe<Value>, words: Words): TUnsafe<Value> {
  return Type.Unsafe<Value>({ ...piece, ...words });
}

const KEY = Type.String({
  title: 'Object',
  description: "The name by which the scenario's steps refer to a user or group.",
  pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
  patternErrorMessage: 'must be a name of letters, digits, - and _ that begins with a letter',
  examples: ['leaver'],
});
/** The name of an object of the scenario. */
export const key = reference<typeof KEY>('key');

const KEYS = Type.Array(key, {
  title: 'Objects',
  description: 'Names of objects of this scenario.',
  minItems: 1,
  maxItems: 200,
  uniqueItems: true,
});
/** Names of objects, at least one. */
export const keys = reference<typeof KEYS>('keys');

const PATH = Type.String({
  title: 'Target path',
  description: 'An attribute of the target, as an attribute mapping names it.',
  minLength: 1,
  maxLength: 500,
  examples: [
    'userName',
    'name.givenName',
    'emails[type eq "work"].value',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
  ],
});
/** A target path. */
export const path = reference<typeof PATH>('path');

const PATHS = Type.Array(path, {
  title: 'Target paths',
  description: 'Attributes of the target.',
  minItems: 1,
  maxItems: 200,
  uniqueItems: true,
});
/** Target paths, at least one. */
export const paths = reference<typeof PATHS>('paths');

const VALUE = Type.Unsafe<Json>({
  title: 'Value',
  description: 'A text, number, truth value or list. Texts may hold `${variables}`.',
  type: ['string', 'number', 'boolean', 'array'],
  'x-hint': 'Sub-attributes are paths of their own, as in name.givenName. To take a value away, list its path under clear or without.',
});
const value = reference<typeof VALUE>('value');

const VALUES = Type.Unsafe<JsonObject>({
  title: 'Values',
  description: 'Target path → value.',
  type: 'object',
  minProperties: 1,
  maxProperties: 200,
  additionalProperties: value,
  examples: [{ title: 'Engineer', 'name.familyName': 'Byron' }],
});
/** Target paths with their values. */
export const values = reference<typeof VALUES>('values');

const CHECK = Type.String({
  title: 'Check',
  description: 'The check that a failed expectation is reported as. Default: the generic one.',
  pattern: '^SC[0-9]{4}$',
  patternErrorMessage: 'must be the id of a check, such as SC2104',
  examples: ['SC2104'],
});
/** The id of a check. */
export const check = Type.Optional(reference<typeof CHECK>('check'));

const WITHIN = Type.Number({
  title: 'Within',
  description:
    'Seconds in which what the step expects must have come about. Until then the step is played again, after ever longer pauses. For targets that are known to be slow.',
  exclusiveMinimum: 0,
  maximum: 600,
  examples: [30],
});
/** How long what a step expects may take. */
export const within = Type.Optional(reference<typeof WITHIN>('within'));

const AS = Type.Unsafe<Variant>({
  title: 'Variant',
  description: 'A documented or observed alternative to what the client does by default.',
  enum: [
    'json-boolean',
    'empty-value',
    'microsoft-group-schema',
    'ref-members',
    'primary-addresses',
    'renamed-on-delete',
    'single-members',
    'parallel-members',
    'every-matching-attribute',
    'roles-complex',
    'pathless-members',
    'pathless-group',
    'members-after',
    'group-extension',
    'put-once',
    'null-display',
    'null-value',
    'omitted-value',
  ] satisfies Variant[],
});
/** A variant of the client. */
export const as = Type.Optional(reference<typeof AS>('as'));

/** The pieces by name. */
export const PIECES = {
  key: KEY,
  keys: KEYS,
  path: PATH,
  paths: PATHS,
  value: VALUE,
  values: VALUES,
  check: CHECK,
  within: WITHIN,
  as: AS,
};
