import { describe, expect, it } from 'vitest';
import { readPackageFile } from '../../src/base/package-files.js';
import { findMapping, listMappings } from '../../src/mapping/catalogue.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';

/** The rows of the Markdown tables in a text, cell by cell; a missing cell is empty. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let current: string[][] | undefined;
  for (const line of markdown.split('\n')) {
    if (!line.trim().startsWith('|')) {
      current = undefined;
    } else if (current === undefined) {
      current = [];
      tables.push(current);
    } else if (!/^\s*\|-/.test(line)) {
      current.push(
        line
          .trim()
          .slice(1)
          .split('|')
          .map((cell) => cell.trim()),
      );
    }
  }
  return tables;
}

const CHECK = '&check;';

describe('the mappings of the four apps', () => {
  it.each(['rollbar', 'rootly', 'sentry', 'tribeloo'])('%s has the rows of its tutorial, in order', (name) => {
    const found = findMapping(name);
    if (!found.ok) throw new Error(found.message);
    const { users, groups = [] } = found.mapping;
    const written = [users, groups].filter((rows) => rows.length > 0);
    const tables = tablesOf(readPackageFile(`fixtures/tutorials/${name}.md`));
    expect(written.map((rows) => rows.map(({ name: path, type, filterable, required }) => [path, type, filterable, required]))).toEqual(
      tables.map((rows) => rows.map((cells) => [cells[0], cells[1], cells[2] === CHECK, cells[3] === CHECK])),
    );
    // The lines of a table follow each other in the source.
    for (const rows of written) {
      const lines = rows.map(({ line }) => line ?? 0);
      expect(lines[0]).toBeGreaterThan(0);
      expect(lines).toEqual(lines.map((_, index) => (lines[0] ?? 0) + index));
    }
  });

  it('carry the contradictions of their sources as notes', () => {
    const notes = (name: string): string => {
      const found = findMapping(name);
      return found.ok ? (found.mapping.notes ?? []).join('\n') : '';
    };
    expect(notes('rollbar')).toContain('emails[type eq "work"].value is meant');
    expect(notes('rootly')).toContain('the table wins');
    expect(notes('sentry')).toContain('No active attribute is mapped');
    expect(notes('tribeloo')).toContain('only users are tested');
  });

  it('know groups where there is a table of them', () => {
    const groups = ['rollbar', 'rootly', 'sentry', 'tribeloo'].map((name) => {
      const found = findMapping(name);
      return found.ok && found.mapping.capabilities.groups;
    });
    expect(groups).toEqual([true, true, true, false]);
  });
});

describe('the catalogue', () => {
  it('lists what is shipped and can load all of it', () => {
    const names = listMappings();
    expect(names).toEqual(expect.arrayContaining(['default', 'rollbar', 'rootly', 'sentry', 'tribeloo']));
    for (const name of names) expect(findMapping(name)).toMatchObject({ ok: true, mapping: { name } });
  });

  it('finds by the app name and in any letter case', () => {
    expect(findMapping(' Rootly ')).toMatchObject({ ok: true, mapping: { app: 'Rootly' } });
    expect(findMapping('DEFAULT')).toEqual({ ok: true, mapping: DEFAULT_MAPPING });
  });

  it('suggests the nearest name, and never reads outside its folder', () => {
    expect(findMapping('rotly')).toEqual({
      ok: false,
      message: 'there is no mapping "rotly"',
      hint: 'Did you mean "rootly"?',
      problems: [],
    });
    expect(findMapping('../mappings/rootly')).toMatchObject({ ok: false });
    expect(findMapping('')).toMatchObject({ ok: false });
  });
});
