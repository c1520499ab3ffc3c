import { describe, expect, it } from 'vitest';
import { findMapping, listMappings } from '../../src/mapping/catalogue.js';
import type { MappedAttribute, Mapping } from '../../src/mapping/mapping.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { type Fault, playFaulty } from './faulty.js';

function mappingNamed(name: string): Mapping {
  const found = findMapping(name);
  if (!found.ok) throw new Error(found.message);
  return found.mapping;
}

/** All apps of the catalogue that are SCIM apps: g-suite has no userName. */
const MAPPINGS = listMappings()
  .map(mappingNamed)
  .filter((mapping) => mapping.users.some((row) => row.name === 'userName'));

/** The rows of the user tables that fit, one case each. */
function rowsLike(fits: (row: MappedAttribute) => boolean): [string, MappedAttribute, Mapping][] {
  return MAPPINGS.flatMap((mapping) => {
    const row = mapping.users.find((each) => each.sparse !== true && fits(each));
    return row === undefined ? [] : [[`${mapping.name}: ${row.name}`, row, mapping] as [string, MappedAttribute, Mapping]];
  });
}

const named = (pattern: RegExp) => (row: MappedAttribute) => pattern.test(row.name);
const text = (change: (value: string) => string) => (value: unknown) => (typeof value === 'string' ? change(value) : String(value));
const extension = /^urn:(?!ietf:params:scim:schemas:extension:enterprise).*:[^:]+$/;

interface Case {
  readonly fault: Fault;
  readonly rows: (row: MappedAttribute) => boolean;
  /** Fewer apps than this would prove little. */
  readonly apps: number;
  readonly clients?: 'okta';
  readonly scenario?: string;
}

const CASES: readonly Case[] = [
  {
    fault: { name: 'reformats a phone number', shows: text((value) => value.replace(/[^+\d]/g, '')) },
    rows: named(/^phoneNumbers\b.*value$/),
    apps: 30,
  },
  {
    fault: { name: 'lower-cases an e-mail address', shows: text((value) => value.toLowerCase()) },
    rows: named(/^emails\b.*value$/),
    apps: 50,
  },
  {
    fault: { name: 'lower-cases another e-mail address', shows: text((value) => value.toLowerCase()) },
    rows: named(/^emails\[type eq "(home|other)"\]/),
    apps: 3,
  },
  {
    fault: { name: 'shows a boolean as text', shows: (value) => (typeof value === 'boolean' ? String(value) : value) },
    rows: (row) => row.type === 'Boolean',
    apps: 60,
  },
  {
    fault: { name: 'shows a boolean of an extension as text', shows: (value) => (typeof value === 'boolean' ? String(value) : value) },
    rows: (row) => row.type === 'Boolean' && extension.test(row.name),
    apps: 1,
  },
  {
    fault: { name: 'shows a number as text', shows: (value) => (typeof value === 'number' ? String(value) : value) },
    rows: (row) => row.type === 'Integer',
    apps: 0,
  },
  {
    fault: { name: 'reformats a date', shows: text((value) => value.replace(/^(\d+)-(\d+)-(\d+)T.*/, '$3/$2/$1')) },
    rows: (row) => row.type === 'DateTime',
    apps: 1,
  },
  {
    fault: { name: 'drops an attribute of an extension', shows: () => undefined },
    rows: (row) => extension.test(row.name) && row.type !== 'Reference',
    apps: 12,
  },
  {
    fault: { name: 'drops an enterprise attribute', shows: () => undefined },
    rows: named(/enterprise:2\.0:User:(employeeNumber|costCenter|division|organization)$/),
    apps: 20,
  },
  { fault: { name: 'drops a part of an address', shows: () => undefined }, rows: named(/^addresses\b.*(locality|country)$/), apps: 20 },
  { fault: { name: 'drops roles', shows: () => undefined }, rows: named(/^roles\b/), apps: 4 },
  { fault: { name: 'ignores changes of the title', ignoresChange: true }, rows: named(/^title$/), apps: 30 },
  {
    fault: { name: 'ignores changes of an extension', ignoresChange: true },
    rows: (row) => extension.test(row.name) && row.type !== 'Reference',
    apps: 12,
  },
  { fault: { name: 'ignores changes of the locale', ignoresChange: true }, rows: named(/^(locale|preferredLanguage|timezone)$/), apps: 20 },
  {
    fault: { name: 'ignores that a value is cleared', ignoresClear: true },
    rows: named(/^(title|nickName|userType|urn:.*:(department|costCenter))$/),
    apps: 30,
    clients: 'okta',
    scenario: 'mapping/cleared',
  },
  {
    fault: { name: 'ignores a filter', ignoresFilter: true },
    rows: (row) => row.filterable && row.name !== 'userName' && row.type !== 'Reference',
    apps: 10,
    scenario: 'users/matching-attributes',
  },
  {
    fault: { name: 'refuses a filter', refusesFilter: true },
    rows: (row) => row.filterable && row.name !== 'userName' && row.type !== 'Reference',
    apps: 10,
    scenario: 'users/matching-attributes',
  },
  { fault: { name: 'refuses a change', refusesChange: true }, rows: named(/^(title|displayName)$/), apps: 40 },
];

/** So many apps are tried with each fault, spread over the catalogue. */
const MOST_APPS = 12;

describe('a server that is wrong about one mapped attribute is found, with the row of the mapping', () => {
  it.each(CASES)('$fault.name', async ({ fault, rows, apps, clients, scenario = 'mapping/changed' }) => {
    const all = rowsLike(rows);
    expect(all.length).toBeGreaterThanOrEqual(apps);
    const scenarios = scenariosNamed(scenario);
    const step = Math.max(1, Math.floor(all.length / MOST_APPS));
    const unseen = await Promise.all(
      all
        .filter((_, index) => index % step === 0)
        .map(async ([name, row, mapping]) => {
          const { findings } = await playFaulty({ ...mapping, clients: ['entra', 'okta'] }, row.name, fault, {
            scenarios,
            dialects: clients === undefined ? ['entra-default'] : ['okta-oin'],
          });
          const told = findings.filter(({ expected }) => expected.includes(row.name));
          const line = row.line === undefined ? '' : `row of line ${row.line})`;
          const others = findings.filter((finding) => !told.includes(finding));
          return told.some(({ expected }) => expected.includes(line)) && others.length === 0
            ? []
            : [{ name, others: others.map(({ check, expected }) => `${check} ${expected}`), told: told.map(({ expected }) => expected) }];
        }),
    );
    expect(unseen.flat()).toEqual([]);
  });
});
