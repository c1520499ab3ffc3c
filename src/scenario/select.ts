import { nearest } from '../yaml/nearest.js';
import type { Scenario } from './scenario.js';

/** A pattern of the command line that selects nothing. */
export interface SelectionProblem {
  readonly pattern: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Selects scenarios by id.
 *
 * @param all the scenarios that there are
 * @param patterns ids (`users/leaver`), folders (`users`, `users/`), patterns in which `*` stands for any text (`users/*`, `*leaver`), or tags
 *   (`tag:smoke`); none: everything. Scenario files are not patterns: the command line loads them.
 * @param about what selects by checks and sections, where a pattern does (see by-check.ts)
 * @returns the selected scenarios in the order of `all`, each once, and a problem for each pattern that selects nothing
 */
export function selectScenarios(
  all: readonly Scenario[],
  patterns: readonly string[],
  about?: (pattern: string) => { readonly hits: readonly Scenario[]; readonly problem?: SelectionProblem } | undefined,
): { selected: Scenario[]; problems: SelectionProblem[] } {
  if (all.length === 0)
    return { selected: [], problems: [{ pattern: patterns.join(' '), message: 'there are no scenarios to select from' }] };
  if (patterns.length === 0) return { selected: [...all], problems: [] };
  const selected = new Set<Scenario>();
  const problems: SelectionProblem[] = [];
  for (const pattern of patterns) {
    const found = about?.(pattern);
    const hits = found?.hits ?? all.filter((scenario) => isTagged(pattern, scenario) || selects(pattern, scenario.id));
    for (const hit of hits) selected.add(hit);
    if (hits.length === 0) problems.push(found?.problem ?? nothingSelected(pattern, all));
  }
  return { selected: all.filter((scenario) => selected.has(scenario)), problems };
}

const TAG = /^tag:/;

function isTagged(pattern: string, { tags = [] }: Scenario): boolean {
  return TAG.test(pattern) && tags.includes(pattern.slice('tag:'.length));
}

/**
 * Whether a pattern selects a scenario.
 *
 * @param pattern an id, a folder, or a pattern in which `*` stands for any text
 * @param id of the scenario
 */
export function selects(pattern: string, id: string): boolean {
  const folder = pattern.replace(/\/+$/, '');
  if (folder.includes('*')) return matches(folder, id);
  return folder !== '' && (id === folder || id.startsWith(`${folder}/`));
}

/** Matches `*` against any text, in time linear in both lengths for each star; no regular expression is built from input. */
function matches(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const head = pieces[0] ?? '';
  const tail = pieces.at(-1) ?? '';
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  let at = head.length;
  const end = text.length - tail.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

function nothingSelected(pattern: string, all: readonly Scenario[]): SelectionProblem {
  if (TAG.test(pattern)) {
    const tags = [...new Set(all.flatMap((scenario) => scenario.tags ?? []))];
    const near = nearest(pattern.slice('tag:'.length), tags);
    const hint = near === undefined ? `Tags: ${tags.join(', ')}.` : `Did you mean "tag:${near}"?`;
    return { pattern, message: `no scenario has the tag of "${pattern}"`, hint };
  }
  const ids = all.map(({ id }) => id);
  const folders = [...new Set(ids.filter((id) => id.includes('/')).map((id) => id.slice(0, id.lastIndexOf('/'))))];
  const word = pattern.replaceAll('*', '').replace(/\/+$/, '');
  const lastParts = new Map(ids.map((id) => [id.slice(id.lastIndexOf('/') + 1), id]));
  const byLastPart = nearest(word.slice(word.lastIndexOf('/') + 1), lastParts.keys());
  const meant = nearest(word, [...ids, ...folders]) ?? (byLastPart === undefined ? undefined : lastParts.get(byLastPart));
  const message = `no scenario matches "${pattern}"`;
  return { pattern, message, hint: meant === undefined ? `Folders: ${folders.join(', ')}.` : `Did you mean "${meant}"?` };
}
