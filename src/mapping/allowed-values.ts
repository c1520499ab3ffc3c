import type { ResourceType } from '../scim/message.js';
import { KNOWN_URNS, parsePath } from '../scim/path.js';
import type { SchemaSet } from '../scim/schema-set.js';
import type { MappedAttribute, Mapping } from './mapping.js';

/**
 * The mapping with the canonical values that a target names: it "MAY restrict accepted values to the specified values" (RFC 7643
 * §2.3.1), so that a value of the client's own choice may be refused by right.
 *
 * @param mapping what is exchanged
 * @param schemas what the target advertises
 */
export function withAllowedValues(mapping: Mapping, schemas: SchemaSet): Mapping {
  const urns = [...KNOWN_URNS, ...schemas.urns];
  const marked = <Row extends MappedAttribute>(rows: readonly Row[], type: ResourceType): readonly Row[] =>
    rows.map((row): Row => {
      const path = parsePath(row.name, urns);
      const values = path.ok ? schemas.find(path.value, type)?.canonicalValues : undefined;
      return values === undefined || values.length === 0 ? row : { ...row, allowed: values };
    });
  const { besides } = mapping;
  const users = marked(mapping.users, 'User');
  return {
    ...mapping,
    users,
    ...(mapping.groups === undefined ? {} : { groups: marked(mapping.groups, 'Group') }),
    ...(besides === undefined
      ? {}
      : { besides: { User: marked(besides.User ?? [], 'User'), Group: marked(besides.Group ?? [], 'Group') } }),
  };
}
