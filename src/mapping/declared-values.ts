import type { ResourceType } from '../scim/message.js';
import { KNOWN_URNS, parsePath } from '../scim/path.js';
import type { SchemaSet } from '../scim/schema-set.js';
import type { MappedAttribute, Mapping } from './mapping.js';

/**
 * The mapping with what a target says of values: the canonical ones, since it "MAY restrict accepted values to the specified values"
 * (RFC 7643 §2.3.1), and those that nobody shares with others (§7, `uniqueness`). A value of the client's own choice may be refused
 * by right.
 *
 * @param mapping what is exchanged
 * @param schemas what the target advertises
 */
export function withDeclaredValues(mapping: Mapping, schemas: SchemaSet): Mapping {
  const urns = [...KNOWN_URNS, ...schemas.urns];
  const marked = <Row extends MappedAttribute>(rows: readonly Row[], type: ResourceType): readonly Row[] =>
    rows.map((row): Row => {
      const path = parsePath(row.name, urns);
      const { canonicalValues: values = [], uniqueness = 'none' } = (path.ok ? schemas.find(path.value, type) : undefined) ?? {};
      return { ...row, ...(values.length === 0 ? {} : { allowed: values }), ...(uniqueness === 'none' ? {} : { unique: true }) };
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
