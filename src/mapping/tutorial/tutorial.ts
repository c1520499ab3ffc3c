import { defined } from '../../base/defined.js';
import type { Capabilities } from '../mapping.js';
import { isInbound, whyNone } from './absence.js';
import { appName, slugOf } from './app-name.js';
import { type ClaimedCapabilities, capabilitiesIn } from './capabilities.js';
import { withoutFrontMatter } from './front-matter.js';
import { kindOf } from './kind.js';
import { describeNameProblem, nameProblem } from './name-repair.js';
import { type Outline, outlineOf } from './outline.js';
import type { TableRow } from './row.js';
import { sourceLines } from './source-lines.js';
import { type MappingTable, readTables } from './tables.js';
import { tenantUrls } from './tenant-url.js';
import { inLineOrder, type Warning } from './warning.js';

/** What an article says about an app. */
export interface Tutorial {
  /** Path of the document as shown to people. */
  readonly file: string;
  /** The app as the article spells it. */
  readonly app: string;
  /** Name in the catalogue, from the file's name. */
  readonly name: string;
  /** The date that the article carries. */
  readonly date?: string;
  /** As the list of capabilities has them; groups also when there is a table of group attributes. */
  readonly capabilities: Capabilities;
  readonly users: readonly TableRow[];
  readonly groups: readonly TableRow[];
  /** The tenant URL as the article states it; several when it differs by region. */
  readonly tenantUrls: readonly string[];
  readonly warnings: readonly Warning[];
}

/** An article, or why it holds no mapping. */
export type ReadTutorial =
  | { readonly ok: true; readonly tutorial: Tutorial }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly warnings: readonly Warning[] };

/** A longer document is no article; parsing Markdown takes time and memory in proportion. */
export const LARGEST_TUTORIAL = 2 * 1024 * 1024;

/**
 * Reads an article "Configure X for automatic user provisioning". It never throws; each line of a table is a row or has
 * a warning.
 *
 * @param text the Markdown
 * @param file path of the document as shown to people; its name gives the name in the catalogue
 * @param options `fix` uses the likely meaning of wrong attribute names
 */
export function readTutorial(text: string, file: string, options: { readonly fix?: boolean } = {}): ReadTutorial {
  if (text.length > LARGEST_TUTORIAL)
    return { ok: false, message: 'the document is larger than 2 MiB; no tutorial is', line: 1, warnings: [] };
  const fronted = withoutFrontMatter(text);
  const outline = outlineOf(fronted.text);
  const { tables, warnings } = readTables(sourceLines(fronted.text, outline.hidden));
  const firstHeading = outline.blocks.find(({ kind }) => kind === 'heading')?.text;
  const titles = [fronted.title, firstHeading].filter((title) => title !== undefined);
  const inbound = isInbound(file, titles);
  if (inbound || tables.every(({ rows }) => rows.length === 0)) {
    return { ok: false, ...whyNone(fronted.text, outline, inbound), warnings: inLineOrder([...warnings, ...cut(outline)]) };
  }
  const sorted = sortTables(tables, outline);
  const claimed = capabilitiesIn(fronted.text, outline);
  const name = slugOf(file);
  const users = named(sorted.users, 'User', options.fix === true);
  const groups = named(sorted.groups, 'Group', options.fix === true);
  const all = [
    ...warnings,
    ...sorted.warnings,
    ...users.warnings,
    ...groups.warnings,
    ...contradictions(fronted.text, claimed, groups.rows, outline),
    ...outline.htmlTables.map((line) => ({ line, message: 'A table in HTML is not read.' })),
  ];
  return {
    ok: true,
    tutorial: {
      file,
      app: appName(titles, outline.blocks, tables, name),
      name,
      ...defined({ date: fronted.date }),
      capabilities: {
        create: claimed.create,
        update: claimed.update,
        remove: claimed.remove,
        groups: claimed.groups || groups.rows.length > 0,
      },
      users: users.rows,
      groups: groups.rows,
      tenantUrls: tenantUrls(outline.blocks),
      warnings: inLineOrder(all),
    },
  };
}

function sortTables(tables: readonly MappingTable[], outline: Outline): { users: TableRow[]; groups: TableRow[]; warnings: Warning[] } {
  const users: TableRow[] = [];
  const groups: TableRow[] = [];
  const warnings: Warning[] = [];
  for (const table of tables) {
    const stated = kindOf(table, outline.blocks);
    const kind = stated ?? (users.length === 0 ? 'users' : 'groups');
    const rows = kind === 'users' ? users : groups;
    if (stated === undefined)
      warnings.push({ line: table.line, message: `Nothing says whose attributes the table lists; it is taken for ${kind}.` });
    if (rows.length > 0) warnings.push({ line: table.line, message: `A further table of attributes of ${kind}; its rows are added.` });
    if (table.rows.length === 0) warnings.push({ line: table.line, message: 'The table has no rows.' });
    rows.push(...table.rows);
  }
  return { users, groups, warnings };
}

/** Looks at the names, uses the likely ones where that is wanted, and finds attributes that stand twice. */
function named(rows: readonly TableRow[], type: 'User' | 'Group', fix: boolean): { rows: TableRow[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const first = new Map<string, number>();
  const result: TableRow[] = [];
  for (const row of rows) {
    const problem = nameProblem(row.name, type);
    if (problem !== undefined) warnings.push({ line: row.line, message: describeNameProblem(problem, fix) });
    const name = fix ? (problem?.likely ?? row.name) : row.name;
    const at = first.get(name.toLowerCase());
    const before = at === undefined ? undefined : result[at];
    if (at !== undefined && before !== undefined) {
      warnings.push({ line: row.line, message: `"${name}" stands already in line ${before.line}; the marks of both rows count.` });
      result[at] = { ...before, filterable: before.filterable || row.filterable, required: before.required || row.required };
    } else {
      first.set(name.toLowerCase(), result.length);
    }
    result.push({ ...row, name });
  }
  return { rows: result, warnings };
}

const DONE = { create: 'created', update: 'updated', remove: 'removed', groups: 'grouped' } as const;

function listOfCapabilities(capabilities: ClaimedCapabilities['assumed']): string {
  return capabilities
    .map((each) => DONE[each])
    .join(', ')
    .replace(/, (?=\w+$)/, ' and ');
}

function contradictions(text: string, claimed: ClaimedCapabilities, groups: readonly TableRow[], outline: Outline): Warning[] {
  const warnings: Warning[] = [];
  const line = outline.blocks.find(({ kind, text: said }) => kind === 'heading' && /capabilit/i.test(said))?.line ?? 1;
  if (claimed.assumed.length > 0)
    warnings.push({
      line,
      message: `There is no complete list of capabilities; that users can be ${listOfCapabilities(claimed.assumed)} is assumed.`,
    });
  if (claimed.groups && groups.length === 0)
    warnings.push({ line, message: 'The list of capabilities names groups, but there is no table of group attributes.' });
  if (!claimed.groups && groups.length > 0 && claimed.assumed.length === 0)
    warnings.push({ line, message: 'The list of capabilities names no groups, but there is a table of group attributes; the table wins.' });
  const denied = text
    .split('\n')
    .findIndex((each) => /(?:does not|doesn['’]t|do not|don['’]t) support group(?:s|\s+provisioning)\b/i.test(each));
  if (denied !== -1 && groups.length > 0)
    warnings.push({
      line: denied + 1,
      message: 'The text says that groups are not supported, but there is a table of group attributes; the table wins.',
    });
  return [...warnings, ...cut(outline)];
}

function cut({ cutAt }: Outline): Warning[] {
  const message = 'From here on, text that is too long or nested too deeply is not read; tables are.';
  return cutAt === undefined ? [] : [{ line: cutAt, message }];
}
