import type { MappedAttribute, Mapping } from '../mapping/mapping.js';
import { type AttributeDefinition, type AttributeType, attribute, type SchemaDefinition } from '../scim/attribute.js';
import type { ResourceType } from '../scim/message.js';
import { parsePath } from '../scim/path.js';
import { STANDARD_SCHEMAS } from '../scim/schema-set.js';
import { CORE_URNS } from '../scim/urn.js';

/**
 * Schemas for what a mapping exchanges beyond the standard: the app that the mapping belongs to has these attributes, so the
 * sample that stands in for it must have them too.
 *
 * @param mapping the mapping
 */
export function schemasBeyondStandard(mapping: Mapping): SchemaDefinition[] {
  const schemas = new Map<string, Map<string, AttributeDefinition>>();
  const rows: readonly (readonly [ResourceType, MappedAttribute])[] = [
    ...mapping.users.map((row) => ['User', row] as const),
    ...(mapping.groups ?? []).map((row) => ['Group', row] as const),
  ];
  for (const [type, row] of rows) {
    const parsed = parsePath(row.name);
    if (!parsed.ok || parsed.value.attribute === undefined || STANDARD_SCHEMAS.find(parsed.value, type) !== undefined) continue;
    const { urn = CORE_URNS[type], attribute: name, sub, filter } = parsed.value;
    const attributes = schemas.get(urn) ?? new Map<string, AttributeDefinition>();
    const known = attributes.get(name.toLowerCase());
    attributes.set(name.toLowerCase(), extended(known, name, row, sub, filter !== undefined));
    schemas.set(urn, attributes);
  }
  return [...schemas].map(([id, attributes]) => ({ id, name: mapping.app, attributes: [...attributes.values()] }));
}

function extended(
  known: AttributeDefinition | undefined,
  name: string,
  row: MappedAttribute,
  sub: string | undefined,
  multiValued: boolean,
): AttributeDefinition {
  const what = `Exchanged by ${row.name}.`;
  if (sub === undefined && !multiValued) return attribute(name, what, { type: typeOf(row), multiValued: row.multiValued === true });
  const parts = [...(known?.subAttributes ?? (multiValued ? [attribute('type', 'What the value is for.')] : []))];
  parts.push(attribute(sub ?? 'value', what, { type: typeOf(row) }));
  return attribute(name, what, { type: 'complex', multiValued: multiValued || known?.multiValued === true, subAttributes: parts });
}

function typeOf(row: MappedAttribute): AttributeType {
  switch (row.type) {
    case 'Boolean':
      return 'boolean';
    case 'Integer':
      return 'integer';
    case 'Decimal':
      return 'decimal';
    case 'DateTime':
      return 'dateTime';
    case 'Binary':
      return 'binary';
    case 'Reference':
      return 'reference';
    default:
      return 'string';
  }
}
