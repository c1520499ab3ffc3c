import { plainText } from '../../../base/plain-text.js';
import type { AttributeDefinition } from '../../../scim/attribute.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import type { ResourceType } from '../../../scim/message.js';
import type { SchemaSet } from '../../../scim/schema-set.js';
import { CORE_URNS } from '../../../scim/urn.js';
import { demandsMembers } from '../../compare/required-members.js';
import { type Made, partsOf, valueFor, withParts } from '../required-parts.js';

/** What a scenario leaves out on purpose stays out: the standard's own required attributes. */
const NATURAL: Readonly<Record<ResourceType, string>> = { User: 'username', Group: 'displayname' };

/** What a body is completed with. */
export interface Completion {
  readonly type: ResourceType;
  /** What the target advertises. */
  readonly schemas: SchemaSet;
  /** URNs of the extensions of the type. */
  readonly extensions: readonly string[];
  /** The resource as it is; its values are put back. */
  readonly held?: JsonObject;
  /** Makes values that no schema tells. */
  readonly made: Made;
  /** The id of somebody who can be a member of a group. */
  readonly somebody?: string;
}

/**
 * A scenario's own body with what this target's schema requires beyond the standard (RFC 7643 §7), and with what it lets nobody change:
 * a refusal for want of it would be right, and would say nothing about what the scenario asks.
 *
 * @param written the body of a POST or PUT
 * @param completion what it is completed with
 */
export function withRequired(written: Json, completion: Completion): Json {
  const { type, schemas, extensions: urns, held, made } = completion;
  if (!isObject(written) || isMessage(written)) return written;
  const body = withSomebody(written, completion);
  const core = schemas.schema(CORE_URNS[type])?.attributes ?? [];
  const whole = withMembers(
    body,
    core.filter((each) => !isLeftOpen(each, type)),
    held,
    made,
  );
  const { schemas: named } = whole;
  // Which extensions a target wants in every resource only its refusals tell: one that has required attributes is sent.
  const extensions = schemas.schemas.filter(({ id, attributes }) => {
    const before = getMember(held ?? {}, id);
    return urns.includes(id) && attributes.some((each) => isRequired(each) || isFixed(each, before));
  });
  if (!Array.isArray(named) || extensions.length === 0) return whole;
  const added = extensions.map(({ id, attributes }): readonly [string, Json] => {
    const [written, before] = [getMember(whole, id), getMember(held ?? {}, id)];
    return [id, withMembers(isObject(written) ? written : {}, attributes, isObject(before) ? before : undefined, made)];
  });
  const names = new Set(added.map(([id]) => id.toLowerCase()));
  const others = Object.entries(whole).filter(([name]) => !names.has(name.toLowerCase()));
  const all = [
    ...named,
    ...extensions.flatMap(({ id }) => (named.some((urn) => plainText(urn).toLowerCase() === id.toLowerCase()) ? [] : [id])),
  ];
  return { ...Object.fromEntries([...others, ...added]), schemas: all };
}

/** A search request is sent to the endpoint of a type as well, and is no resource (RFC 7644 §3.4.3). */
function isMessage({ schemas }: JsonObject): boolean {
  return Array.isArray(schemas) && schemas.some((urn) => /^urn:ietf:params:scim:api:messages:/i.test(plainText(urn)));
}

/** A group of a target that has none without members: who is in it cannot be made up. */
function withSomebody(body: JsonObject, { type, schemas, held, somebody }: Completion): JsonObject {
  if (type !== 'Group' || somebody === undefined || !demandsMembers(schemas)) return body;
  const isNamed = (getMember(body, 'members') ?? getMember(held ?? {}, 'members') ?? null) !== null;
  return isNamed ? body : { ...body, members: [{ value: somebody }] };
}

/** The object with the required attributes that it lacks. */
function withMembers(body: JsonObject, attributes: readonly AttributeDefinition[], held: JsonObject | undefined, made: Made): JsonObject {
  const whole = withParts(body, attributes, made);
  const missing = attributes.filter((each) => (isRequired(each) || isFixed(each, held)) && (getMember(body, each.name) ?? null) === null);
  if (missing.length === 0) return whole;
  const names = new Set(missing.map((attribute) => attribute.name.toLowerCase()));
  return {
    ...Object.fromEntries(Object.entries(whole).filter(([name]) => !names.has(name.toLowerCase()))),
    ...Object.fromEntries(missing.map((attribute) => [attribute.name, getMember(held ?? {}, attribute.name) ?? valueFor(attribute, made)])),
  };
}

/** Whoever leaves it out of a PUT would take it away. */
function isFixed({ name, mutability, multiValued, subAttributes = [] }: AttributeDefinition, held: Json | undefined): boolean {
  const value = isObject(held) ? (getMember(held, name) ?? null) : null;
  if (value === null) return false;
  const isPartFixed =
    !multiValued &&
    subAttributes.some((part) => part.mutability === 'immutable' && isObject(value) && (getMember(value, part.name) ?? null) !== null);
  return mutability === 'immutable' || isPartFixed;
}

/** A complex attribute without parts has a value that nobody can know: it is left to the target to miss it. */
function isRequired(attribute: AttributeDefinition): boolean {
  const { required, mutability, type } = attribute;
  return required && mutability !== 'readOnly' && (type !== 'complex' || partsOf(attribute).length > 0);
}

/** What a scenario leaves out on purpose; and the common attributes are the standard's business (RFC 7643 §3.1), but for externalId. */
function isLeftOpen({ name }: AttributeDefinition, type: ResourceType): boolean {
  return name.toLowerCase() === NATURAL[type] || /^(id|schemas|meta)$/i.test(name);
}
