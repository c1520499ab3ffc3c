import { defined } from '../base/defined.js';
import { CHECKS } from '../check/catalogue.js';
import { CLIENTS } from '../client/registry.js';
import { findMapping, listMappings } from '../mapping/catalogue.js';
import { escapeTerminal } from '../report/escape.js';
import { pad, wrap } from '../report/layout.js';
import { REPORTERS } from '../report/registry.js';
import { DEFECTS } from '../sample/defects/index.js';
import { GALLERY_DEFECTS } from '../sample/gallery-defects/index.js';
import { VARIANTS } from '../sample/variants/index.js';
import { builtinScenarios } from '../scenario/builtin-scenarios.js';
import type { Kind } from './catalogue-kind.js';

/** One entry of a catalogue: a name, what it is, and further facts for programs. */
export interface Row {
  readonly name: string;
  readonly title: string;
  readonly [fact: string]: unknown;
}

/** The catalogues by the word that `list` takes. */
export const CATALOGUES: Readonly<Record<Kind, () => readonly Row[]>> = {
  scenarios: () =>
    builtinScenarios().scenarios.map(({ id, title, needs, clients, steps, source }) => ({
      name: id,
      title,
      needs,
      ...defined({ clients }),
      steps: steps.length,
      file: source.file,
    })),
  mappings: () =>
    listMappings().flatMap((name) => {
      const found = findMapping(name);
      if (!found.ok) return [];
      const { app, source, users, groups, capabilities } = found.mapping;
      return [{ name, title: app, source, users: users.length, groups: groups?.length ?? 0, capabilities }];
    }),
  clients: () => Object.values(CLIENTS).map(({ dialect, title, family }) => ({ name: dialect, title, family })),
  checks: () => [...CHECKS.values()].map(({ id, title, severity, impact, clients }) => ({ name: id, title, severity, impact, clients })),
  defects: () => [
    ...DEFECTS.map(({ name, title, area, clients, check }) => ({ name, title, area, clients, ...(check === '' ? {} : { check }) })),
    ...GALLERY_DEFECTS.map(({ name, title, test }) => ({ name, title, area: 'gallery', clients: [], test })),
  ],
  variants: () => VARIANTS.map(({ name, title, allowedBy }) => ({ name, title, allowedBy })),
  reports: () => Object.values(REPORTERS).map(({ name, description, live }) => ({ name, title: description, live })),
};

/**
 * Entries as two columns for people.
 *
 * @param rows the entries
 * @param columns width of the terminal
 */
export function tableOf(rows: readonly Row[], columns: number): string {
  const width = Math.max(0, ...rows.map((row) => row.name.length));
  const lines = rows.flatMap((row) =>
    wrap(row.title, Math.max(20, columns - width - 2)).map(
      (line, index) => `${pad(index === 0 ? escapeTerminal(row.name) : '', width)}  ${line}`,
    ),
  );
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
