import type { Block } from './outline.js';
import type { MappingTable } from './tables.js';

export type TableKind = 'users' | 'groups';

/**
 * Tells whether a table is about users or about groups: by its `members`, by its header, by the text before it, and at
 * last by its other attributes.
 *
 * @param table the table
 * @param blocks the document's texts, in order
 * @returns undefined when nothing tells
 */
export function kindOf(table: MappingTable, blocks: readonly Block[]): TableKind | undefined {
  const has = (name: string): boolean => table.rows.some((row) => row.name.toLowerCase() === name);
  if (has('username')) return 'users';
  if (has('members')) return 'groups';
  if (table.columns.of !== undefined) return table.columns.of;
  const introduced = introduction(table.line, blocks);
  if (introduced !== undefined) return introduced;
  return has('active') || has('name.familyname') || has('emails[type eq "work"].value') ? 'users' : undefined;
}

/** The nearest of the few texts before the table that names attributes or a synchronisation of one kind. */
function introduction(line: number, blocks: readonly Block[]): TableKind | undefined {
  const before = blocks.filter((block) => block.line < line && block.kind !== 'image').slice(-6);
  for (const { text } of before.reverse()) {
    const alone = /^(?:select |open |expand )?(users?|groups?)[.:]?$/i.exec(text)?.[1];
    if (alone !== undefined) return alone.toLowerCase().startsWith('u') ? 'users' : 'groups';
    const users = /\busers? (?:\w+ )?(?:attributes?|mappings?|schema)\b|\busers to\b|\bprovision\b.*\busers\b/i.test(text);
    const groups = /\bgroups? (?:\w+ )?(?:attributes?|mappings?|schema)\b|\bgroups to\b|\bprovision\b.*\bgroups\b/i.test(text);
    if (users !== groups) return users ? 'users' : 'groups';
  }
  return undefined;
}
