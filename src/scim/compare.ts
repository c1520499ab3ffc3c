import { type AttributeDefinition, type AttributeType, findAttribute } from './attribute.js';
import { instantOf } from './date-time.js';
import { getMember, isObject, type Json } from './json.js';

/** Deeper than any resource goes. */
const MAX_DEPTH = 64;

/**
 * Tells whether two values are the same in the sense of SCIM: null, an empty array, an empty object and no value at all are
 * one (RFC 7643 §2.5); members of an object have no order and names no case; values of a multi-valued attribute have no
 * order but a number; a DateTime is an instant. Strings are compared exactly, because a target must keep what it is sent.
 * Whatever is nested deeper than 64 levels is not looked at.
 *
 * @param a a value; undefined: absent
 * @param b another
 * @param definition the attribute whose values they are, for its DateTimes and binary data
 */
export function sameValue(a: Json | undefined, b: Json | undefined, definition?: AttributeDefinition): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string' && !FORMS.has(definition?.type)) return false;
  return canonical(a, definition, exact, 0) === canonical(b, definition, exact, 0);
}

/**
 * Tells whether two values would be the same if letters had no case, but are not.
 *
 * @param a a value; undefined: absent
 * @param b another
 */
export function differsOnlyInCase(a: Json | undefined, b: Json | undefined): boolean {
  return !sameValue(a, b) && canonical(a, undefined, folded, 0) === canonical(b, undefined, folded, 0);
}

/**
 * Tells whether a value has all that was wanted. A server may add sub-attributes to an element that it was sent, such as a
 * type or a display name (RFC 7644 §3.3: it "is free to alter and/or ignore POSTed content"), and choose a primary element where
 * the client has chosen none (RFC 7643 §2.4); it may not add or drop elements.
 *
 * @param wanted what must be there
 * @param held what is there
 * @param definition the attribute whose values they are, for its DateTimes
 */
export function holdsValue(wanted: Json | undefined, held: Json | undefined, definition?: AttributeDefinition): boolean {
  if (!Array.isArray(wanted) || !Array.isArray(held)) return sameValue(wanted, held, definition);
  if (wanted.length !== held.length) return false;
  const left = [...held];
  const hasPrimary = wanted.some((element) => isObject(element) && getMember(element, 'primary') === true);
  return wanted.every((element) => {
    const at = left.findIndex((each) => holdsElement(element, each, definition, hasPrimary));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function holdsElement(wanted: Json, held: Json, definition: AttributeDefinition | undefined, hasPrimary: boolean): boolean {
  if (!isObject(wanted) || !isObject(held)) return sameValue(wanted, held, definition);
  // RFC 7643 §2.4: a primary that is not stated is false.
  return Object.entries(wanted).every(
    ([name, value]) =>
      (value === false && !getMember(held, name)) ||
      (value === false && !hasPrimary && name.toLowerCase() === 'primary' && getMember(held, name) === true) ||
      isUnknownPart(definition, name) ||
      sameValue(value, getMember(held, name), findAttribute(definition?.subAttributes, name)),
  );
}

/** Types of which one value has several texts. */
const FORMS: ReadonlySet<AttributeType | undefined> = new Set(['dateTime', 'binary']);

/** A part that the schema lists the others of, and not this one, need not be kept (RFC 7644 §3.3). */
function isUnknownPart(definition: AttributeDefinition | undefined, name: string): boolean {
  const parts = definition?.subAttributes ?? [];
  return parts.length > 0 && findAttribute(parts, name) === undefined;
}

/**
 * A text that is equal for equal values, for sets and multisets of values.
 *
 * @param value the value
 * @param definition the attribute whose value it is
 */
export function identityOf(value: Json, definition?: AttributeDefinition): string {
  return canonical(value, definition, exact, 0);
}

function exact(text: string): string {
  return text;
}

function folded(text: string): string {
  return text.toLowerCase();
}

function canonical(
  value: Json | undefined,
  definition: AttributeDefinition | undefined,
  textForm: (text: string) => string,
  depth: number,
): string {
  if (value === undefined || value === null || depth > MAX_DEPTH) return 'null';
  if (typeof value === 'string') {
    // RFC 7643 §2.3.6: the padding of base64 "MAY be omitted".
    if (definition?.type === 'binary') return JSON.stringify(textForm(value.replace(/=+$/, '')));
    const instant = definition?.type === 'dateTime' ? instantOf(value) : undefined;
    return instant === undefined ? JSON.stringify(textForm(value)) : `instant ${instant}`;
  }
  if (typeof value !== 'object') return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? value.map((item) => canonical(item, definition, textForm, depth + 1))
    : Object.entries(value).map(([name, member]) => {
        const text = canonical(member, findAttribute(definition?.subAttributes, name), textForm, depth + 1);
        return text === 'null' ? 'null' : `${JSON.stringify(name.toLowerCase())}:${text}`;
      });
  const present = parts.filter((part) => part !== 'null').sort();
  if (present.length === 0) return 'null';
  return Array.isArray(value) ? `[${present.join(',')}]` : `{${present.join(',')}}`;
}
