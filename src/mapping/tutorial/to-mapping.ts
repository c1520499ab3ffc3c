import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import { STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import type { MappedAttribute, MappedType, Mapping } from '../mapping.js';
import type { TableRow } from './row.js';
import type { Tutorial } from './tutorial.js';
import { typeNamed } from './types.js';
import type { Warning } from './warning.js';

/** No mapping file holds more notes. */
const MOST_NOTES = 100;
const LONGEST_NOTE = 2000;

/**
 * Makes a mapping of an article: each attribute once, rows without a usable path left out, warnings as notes.
 *
 * @param tutorial what the article says
 * @param source the document as the report will name it; default: the file's name and the article's date
 * @returns the mapping, and a warning for each row that was left out
 */
export function tutorialMapping(tutorial: Tutorial, source = sourceOf(tutorial)): { mapping: Mapping; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const users = attributesOf(tutorial.users, 'User', warnings);
  const groups = attributesOf(tutorial.groups, 'Group', warnings);
  if (users.length > 0 && !users.some(({ name }) => name.toLowerCase() === 'username'))
    warnings.push({
      line: users[0]?.line ?? 1,
      message: 'No userName is mapped: the app is probably no SCIM endpoint, and no client can create users with this mapping.',
    });
  const notes = [...tutorial.warnings, ...warnings].sort((a, b) => a.line - b.line).map(({ line, message }) => `Line ${line}: ${message}`);
  if (tutorial.tenantUrls.length > 1) notes.push(`The article states several tenant URLs: ${tutorial.tenantUrls.join(' ')}`);
  const url = tutorial.tenantUrls[0];
  return {
    mapping: {
      name: tutorial.name,
      app: tutorial.app.slice(0, 200),
      source,
      capabilities: { ...tutorial.capabilities, groups: groups.length > 0 },
      users,
      ...(groups.length > 0 ? { groups } : {}),
      ...(url === undefined ? {} : { baseUrls: { entra: url } }),
      ...(notes.length === 0 ? {} : { notes: limited(notes) }),
    },
    warnings,
  };
}

function sourceOf({ file, date }: Tutorial): string {
  const base = file.split(/[/\\]/).at(-1) ?? file;
  return `Microsoft Entra tutorial ${base === '-' ? '(standard input)' : base}${date === undefined ? '' : ` (${date})`}`.slice(0, 1000);
}

function attributesOf(rows: readonly TableRow[], of: ResourceType, warnings: Warning[]): MappedAttribute[] {
  const attributes = new Map<string, MappedAttribute>();
  for (const { name, type, filterable, required, line } of rows) {
    const key = name.toLowerCase();
    const before = attributes.get(key);
    if (before !== undefined) {
      attributes.set(key, { ...before, filterable: before.filterable || filterable, required: before.required || required });
      continue;
    }
    if (name.length > 500 || !parsePath(name).ok) {
      warnings.push({ line, message: `"${name.slice(0, 200)}" is no attribute path; the row is left out of the mapping.` });
      continue;
    }
    attributes.set(key, { name, type: mappedType(name, type, of), filterable, required, line });
  }
  return [...attributes.values()];
}

/**
 * What a table says, except where the standard leaves no choice: an attribute that is an object has no type of its own, and
 * when it points at a resource it is a reference, whatever the table calls it.
 */
function mappedType(name: string, type: string, of: ResourceType): MappedType {
  const parsed = parsePath(name);
  const definition = parsed.ok ? STANDARD_SCHEMAS.find(parsed.value, of) : undefined;
  if (definition?.type === 'boolean') return 'Boolean';
  if (definition?.type !== 'complex') return typeNamed(type) ?? 'Unknown';
  const points = definition.subAttributes?.some((part) => part.name === '$ref') === true && definition.name !== 'groups';
  return points ? 'Reference' : 'Unknown';
}

function limited(notes: readonly string[]): string[] {
  const short = notes.map((note) => (note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1)}…` : note));
  if (short.length <= MOST_NOTES) return short;
  return [...short.slice(0, MOST_NOTES - 1), `${short.length - MOST_NOTES + 1} more notes are left out; import the document to see them.`];
}
