import type { Difference } from '../../mapping/diff.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import { escapeTerminal } from '../../report/escape.js';
import { pad, wrap } from '../../report/layout.js';
import { countOf } from '../../report/words.js';

/**
 * A mapping for people.
 *
 * @param mapping the mapping
 * @param columns width of the terminal
 */
export function describeMapping(mapping: Mapping, columns: number): string {
  const { app, name, source, capabilities, baseUrls = {}, notes = [], users, groups = [] } = mapping;
  const can = Object.entries(capabilities).map(([what, able]) => `${what} ${able ? 'yes' : 'no'}`);
  const lines = [
    `${app} (${name})`,
    `  source        ${source}`,
    `  capabilities  ${can.join(', ')}`,
    ...Object.entries(baseUrls).map(([family, url]) => `  ${pad(`${family} URL`, 12)}  ${url}`),
    ...table('User attributes', users),
    ...(groups.length === 0 ? [] : table('Group attributes', groups)),
    ...(notes.length === 0
      ? []
      : [
          '',
          'Notes',
          ...notes.flatMap((note) => wrap(note, Math.max(30, columns - 4)).map((line, at) => `${at === 0 ? '  - ' : '    '}${line}`)),
        ]),
  ];
  return text(lines);
}

function table(title: string, rows: readonly MappedAttribute[]): string[] {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return [
    '',
    `${title} (${rows.length})`,
    ...rows.map((row) => `  ${pad(row.name, width)}  ${pad(row.type, 9)}  ${facts(row).join(', ')}`),
  ];
}

function facts(row: MappedAttribute): string[] {
  return [
    ...(row.matching === undefined ? [] : [`matching ${row.matching}`]),
    ...(row.filterable ? ['filterable'] : []),
    ...(row.required ? ['required'] : []),
    ...(row.createOnly === true ? ['on create only'] : []),
    ...(row.default === undefined ? [] : [`default ${JSON.stringify(row.default)}`]),
    ...(row.expression === undefined ? [] : [row.expression]),
  ];
}

/**
 * Differences for people.
 *
 * @param differences what differs
 * @param first what is compared
 * @param second with what
 */
export function describeDifferences(differences: readonly Difference[], first: string, second: string): string {
  if (differences.length === 0) return text([`${first} and ${second}: no differences`]);
  const width = Math.max(...differences.map(({ name }) => name.length));
  return text([
    `${first} and ${second}: ${countOf(differences.length, 'difference')}`,
    ...differences.map(({ table: where, name, message }) => `  ${pad(where, 12)}  ${pad(name, width)}  ${message}`),
  ]);
}

function text(lines: readonly string[]): string {
  return `${lines.map((line) => escapeTerminal(line).trimEnd()).join('\n')}\n`;
}
