import { describe, expect, it } from 'vitest';
import { findMapping, listMappings } from '../../src/mapping/catalogue.js';
import type { MappedAttribute, Mapping } from '../../src/mapping/mapping.js';
import { parsePath } from '../../src/scim/path.js';
import { COUNTS } from './counts.js';

const SHIPPED = listMappings();

function shipped(name: string): Mapping {
  const found = findMapping(name);
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
}

function marks(rows: readonly MappedAttribute[]): number[] {
  return [rows.filter((row) => row.filterable).length, rows.filter((row) => row.required).length];
}

describe.each([...COUNTS])('the shipped mapping %s', (name, counts) => {
  const [users = 0, filterable, required, groups = 0, groupsFilterable, groupsRequired, repeated = 0] = counts;

  it('has all rows of the article, each attribute once', () => {
    const mapping = shipped(name);
    expect(mapping.users.length + repeated).toBe(users);
    expect(mapping.groups?.length ?? 0).toBe(groups);
  });

  it('has the marks of the article', () => {
    const mapping = shipped(name);
    expect([...marks(mapping.users), ...marks(mapping.groups ?? [])]).toEqual([filterable, required, groupsFilterable, groupsRequired]);
  });

  it('has paths that can be parsed', () => {
    for (const row of [...shipped(name).users, ...(shipped(name).groups ?? [])]) expect(parsePath(row.name)).toMatchObject({ ok: true });
  });
});

it('every shipped mapping is counted, or was written by hand', () => {
  const byHand = ['default', 'entra-default', 'okta-default', 'rollbar', 'rootly', 'tribeloo'];
  expect(SHIPPED.filter((name) => !COUNTS.has(name))).toEqual(byHand);
});

it("the clients' default mappings are what the default mapping is made of", () => {
  const names = (name: string): string[] => shipped(name).users.map((row) => row.name.toLowerCase());
  for (const name of names('entra-default')) expect(names('default')).toContain(name);
  expect(names('okta-default')).toEqual(expect.arrayContaining(['username', 'name.givenname', 'name.familyname']));
});
