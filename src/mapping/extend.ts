import type { MappedAttribute, Mapping } from './mapping.js';

/**
 * A mapping with the rows of another one on top: a row of the same name takes the place of the one that was there.
 *
 * @param base what is exchanged anyway
 * @param added the rows on top, and the name of the whole
 */
export function extended(base: Mapping, added: Mapping): Mapping {
  const { extends: _extends, users, groups, capabilities: _capabilities, ...names } = added;
  // A target without groups has none of their attributes either.
  const all = base.groups === undefined ? {} : { groups: joined(base.groups, groups ?? []) };
  return { ...base, ...names, users: joined(base.users, users), ...all };
}

function joined(base: readonly MappedAttribute[], added: readonly MappedAttribute[]): MappedAttribute[] {
  const byName = new Map(added.map((row) => [row.name.toLowerCase(), row]));
  const kept = base.map((row) => {
    const other = byName.get(row.name.toLowerCase());
    byName.delete(row.name.toLowerCase());
    return other ?? row;
  });
  return [...kept, ...byName.values()];
}
