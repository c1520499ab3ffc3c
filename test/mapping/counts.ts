import { readPackageFile } from '../../src/base/package-files.js';

/**
 * Counts of the tutorials' tables by name: users, filterable, required, groups, filterable, required, repeated rows.
 * `scripts/count-tables.sh` took them from the articles; it shares nothing with the importer.
 */
export const COUNTS: ReadonlyMap<string, readonly number[]> = new Map(
  readPackageFile('test/mapping/counts.tsv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([name = '', ...numbers]) => [name, numbers.map(Number)]),
);
