import type { Mapping } from '../../mapping/mapping.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import type { ResourceType } from '../../scim/message.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { type CompiledPath, compilePath } from '../state/compiled-path.js';

/** What the clients go by on every read: a target that declares them hidden is compared all the same. */
const ALWAYS_COMPARED = new Set(['username', 'active']);

/**
 * When a target returns an attribute, as its /Schemas says (`returned`, RFC 7643 §7).
 *
 * @param path a target path, read with the schemas that the target follows
 * @returns `default` for an attribute that nobody describes
 */
export function returnedWhen({ key, attribute, definition }: CompiledPath): 'always' | 'never' | 'default' | 'request' {
  if (ALWAYS_COMPARED.has(key)) return 'default';
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
