import type { TargetFacts } from '../../check/context.js';
import type { Family } from '../../client/client.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import type { ResourceType } from '../../scim/message.js';
import { SchemaSet } from '../../scim/schema-set.js';
import { CORE_URNS } from '../../scim/urn.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { type CompiledPath, compilePath } from '../state/compiled-path.js';

/**
 * What is known of a target, as a client takes it: one of the standard reads in /Schemas what it must ask for by name (RFC 7643 §7,
 * `returned`), and what it cannot change. Entra and Okta go by the user name and by active on every read, and set active, whatever it
 * says.
 *
 * @param facts what is known of the target
 * @param family the client's family
 */
export function factsFor(facts: TargetFacts, family: Family): TargetFacts {
  if (family === 'rfc') return facts;
  return {
    ...facts,
    schemas: asTaken(facts.schemas),
    ...(facts.advertised === undefined ? {} : { advertised: asTaken(facts.advertised) }),
  };
}

function asTaken(set: SchemaSet): SchemaSet {
  const core = set.schema(CORE_URNS.User);
  if (core === undefined) return set;
  const attributes = core.attributes.map((each): AttributeDefinition => {
    if (!/^(userName|active)$/i.test(each.name)) return each;
    const isSet = /^active$/i.test(each.name) && each.mutability === 'readOnly';
    return { ...each, returned: 'default', ...(isSet ? { mutability: 'readWrite' } : {}) };
  });
  return new SchemaSet(set.schemas.map((schema) => (schema === core ? { ...core, attributes } : schema)));
}

/**
 * When a target returns an attribute, as its /Schemas says (`returned`, RFC 7643 §7).
 *
 * @param path a target path, read with the schemas that the target follows
 * @returns `default` for an attribute that nobody describes
 */
export function returnedWhen({ attribute, definition }: CompiledPath): 'always' | 'never' | 'default' | 'request' {
  return withheld(attribute) ?? withheld(definition) ?? 'default';
}

function withheld({ returned }: Partial<AttributeDefinition> = {}): 'never' | 'request' | undefined {
  return returned === 'never' || returned === 'request' ? returned : undefined;
}

/**
 * Whether an answer may lack an attribute because the target says that it does not return it unasked.
 *
 * @param path a target path, or a JSON pointer, of which nothing is known
 */
export function isHidden(path: CompiledPath): boolean {
  return !path.text.startsWith('/') && ['never', 'request'].includes(returnedWhen(path));
}

/**
 * The attributes of a mapping of which a target says that it never returns them: whether it keeps them cannot be seen.
 *
 * @param schemas what the target follows
 * @param mapping what is exchanged
 */
export function neverReturned(schemas: SchemaSet, mapping: Mapping): string[] {
  const hidden = (type: ResourceType, names: readonly string[]): string[] =>
    names.filter((name) => returnedWhen(compilePath(schemas, type, name)) === 'never');
  const users = mappedRows(mapping, 'User').map((row) => row.name);
  const groups = mapping.groups === undefined ? [] : [...mappedRows(mapping, 'Group').map((row) => row.name), 'members'];
  return [...hidden('User', users), ...new Set(hidden('Group', groups).map((name) => `Group ${name}`))];
}
