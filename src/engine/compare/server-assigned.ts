import type { Difference, Observation } from '../../check/context.js';
import type { WriteOperation } from '../../check/operation.js';
import { holdsValue } from '../../scim/compare.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import { isEmpty } from '../state/twin.js';
import { isImmutable } from './immutable-attributes.js';

/** A write, and the resource around it. */
export interface WriteContext {
  readonly observation: Observation;
  readonly operations: readonly WriteOperation[];
  /** What a correct server held before the write; undefined: it created the resource. */
  readonly before: JsonObject | undefined;
  /** What it must hold after it. */
  readonly after: JsonObject;
  /** What is there. */
  readonly actual: JsonObject;
}

/**
 * Whether a difference is the server's own business: a value that it may set by itself in answer to this write.
 *
 * @param difference what differs
 * @param around the write
 */
export function isServerAssigned(difference: Difference, around: WriteContext): boolean {
  return [isFormattedAnew, isPutTogether, isDefault, isOptional, isKeptImmutable].some((may) => may(difference, around));
}

/**
 * RFC 7643 §4.1.1: `formatted` and the parts of a name "SHOULD be describing the same name". Who changes a part and says
 * nothing new of the whole may find the whole changed.
 */
function isFormattedAnew({ kind, path }: Difference, { before, after, operations }: WriteContext): boolean {
  if (before === undefined || path.toLowerCase() !== 'name.formatted' || !OTHER.has(kind)) return false;
  if (operations.some((each) => each.attribute === 'name' && each.path?.sub?.toLowerCase() === 'formatted')) return false;
  const asked = valueAt(after, 'name.formatted');
  if (!holdsValue(asked, valueAt(before, 'name.formatted'))) return false;
  return NAME_PARTS.some((part) => !holdsValue(valueAt(before, part), valueAt(after, part)));
}

/** A server may make the whole of a name, or of an address, from its parts, and of nothing else, whatever whole was sent. */
function isPutTogether({ kind, path }: Difference, { actual }: WriteContext): boolean {
  const [, holder, attribute = ''] = /^((name|addresses)\b.*)\.formatted$/i.exec(path) ?? [];
  if (holder === undefined || !OTHER.has(kind)) return false;
  const words = (value: Json | undefined): string[] =>
    typeof value === 'string' ? value.split(/[\s,]+/).filter((word) => word !== '') : [];
  const whole = words(valueAt(actual, path));
  const names = /^name$/i.test(attribute) ? NAME_PARTS : ADDRESS_PARTS.map((part) => `${holder}.${part}`);
  const parts = names.flatMap((part) => words(valueAt(actual, part)));
  return whole.length > 0 && [...whole].sort().join(' ') === [...parts].sort().join(' ');
}

/** A value that is there, and is another one than was sent. */
const OTHER: ReadonlySet<Difference['kind']> = new Set(['changed', 'altered', 'composition', 'case']);

const NAME_PARTS = ['givenName', 'familyName', 'middleName', 'honorificPrefix', 'honorificSuffix'].map((part) => `name.${part}`);

const ADDRESS_PARTS = ['streetAddress', 'locality', 'region', 'postalCode', 'country'];

/**
 * RFC 7644 §3.5.1: for what a PUT leaves empty, a server "MAY assign a default value"; what a PATCH takes away is unassigned,
 * too (§3.5.2.2). The value that was there before is no default: it was kept.
 */
function isDefault({ kind, path }: Difference, { observation, operations, before, actual }: WriteContext): boolean {
  if (before === undefined || kind !== 'kept' || path.startsWith('members')) return false;
  // Of a part of something else it cannot be told.
  if (observation.request.method !== 'PUT' && (/[[.]/.test(path.replace(/^urn:.*:/, '')) || isObject(valueAt(actual, path)))) return false;
  const old = valueAt(before, path);
  const shown = JSON.stringify(valueAt(actual, path) ?? null);
  // A value that stood beside the removal was written.
  if (operations.some(({ value }) => value !== undefined && JSON.stringify(value).includes(shown))) return false;
  return !isEmpty(old) && !holdsValue(old, valueAt(actual, path));
}

/** RFC 7643 §3.1: externalId "is OPTIONAL". Okta does without (it goes by the id); Entra's mapping has it. */
function isOptional({ kind, path }: Difference, { observation, before }: WriteContext): boolean {
  if (kind !== 'missing' || path.toLowerCase() !== 'externalid' || observation.family === 'entra') return false;
  return before === undefined || isEmpty(valueAt(before, path));
}

/** RFC 7643 §7: what is immutable "SHALL NOT be updated". A success that leaves it as it was does the rest of what was asked. */
function isKeptImmutable({ path }: Difference, { observation: { request, facts }, before, actual }: WriteContext): boolean {
  if (before === undefined || !isImmutable({ facts }, request.resourceType ?? 'User', path)) return false;
  return holdsValue(valueAt(before, path), valueAt(actual, path));
}
