import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath, readPackageFile } from '../../../src/base/package-files.js';
import { loadMapping } from '../../../src/mapping/load.js';
import { printMapping } from '../../../src/mapping/print.js';
import type { TableRow } from '../../../src/mapping/tutorial/row.js';
import { tutorialMapping } from '../../../src/mapping/tutorial/to-mapping.js';
import { readTutorial, type Tutorial } from '../../../src/mapping/tutorial/tutorial.js';
import { COUNTS } from '../counts.js';

const NAMES = readdirSync(packagePath('fixtures/tutorials')).map((name) => name.replace(/\.md$/, ''));

function read(name: string, fix = false): Tutorial {
  const found = readTutorial(readPackageFile(`fixtures/tutorials/${name}.md`), `${name}.md`, { fix });
  if (!found.ok) throw new Error(found.message);
  return found.tutorial;
}

function warningsOf(name: string): string {
  return read(name)
    .warnings.map(({ line, message }) => `${line}: ${message}`)
    .join('\n');
}

function count(rows: readonly TableRow[]): number[] {
  return [rows.length, rows.filter((row) => row.filterable).length, rows.filter((row) => row.required).length];
}

it.each(NAMES.filter((name) => COUNTS.has(name)))('the tables of %s have the counts that another program took', (name) => {
  const { users, groups } = read(name);
  expect([...count(users), ...count(groups)]).toEqual(COUNTS.get(name)?.slice(0, 6));
});

describe.each(NAMES)('the tables of %s', (name) => {
  it.each([false, true])('survive the way through YAML (fix: %s)', (fix) => {
    const { mapping } = tutorialMapping(read(name, fix));
    expect(loadMapping(printMapping(mapping), 'x.yaml')).toEqual({ mapping, problems: [] });
  });

  it('name the line on which each row stands', () => {
    const lines = readPackageFile(`fixtures/tutorials/${name}.md`).split('\n');
    for (const { name: attribute, line } of [...read(name).users, ...read(name).groups]) expect(lines[line - 1]).toContain(attribute);
  });
});

describe('what is odd about single articles', () => {
  it('knowbe4: a lone pipe as the last row', () => {
    expect(read('knowbe4-security-awareness-training').users).toHaveLength(18);
    expect(warningsOf('knowbe4-security-awareness-training')).toContain('A row without any text is left out.');
  });

  it('juno-journey: another header word, rows without the first pipe', () => {
    const { users } = read('juno-journey');
    expect(users.slice(-3).map((row) => row.name.split(':').at(-1))).toEqual(['division', 'manager', 'organization']);
    expect(warningsOf('juno-journey')).toContain('The row has no pipe before its first cell');
  });

  it('clarizen-one: a bracket in the wrong place is reported, and repaired only when asked', () => {
    const names = (fix: boolean) => read('clarizen-one', fix).users.map((row) => row.name);
    expect(names(false)).toContain('roles[primary eq "True".value]');
    expect(names(true)).toContain('roles[primary eq "True"].value');
    expect(warningsOf('clarizen-one')).toContain('"roles[primary eq "True"].value" is probably meant (--fix uses it)');
  });

  it('zoho-one: a misspelt name', () => {
    expect(read('zoho-one').users.map((row) => row.name)).toContain('pphoneNumbers[type eq "fax"].value');
    expect(read('zoho-one', true).users.map((row) => row.name)).toContain('phoneNumbers[type eq "fax"].value');
  });

  it('mediusflow: names that the standard writes differently', () => {
    const { users, groups } = read('mediusflow', true);
    expect(users.map((row) => row.name)).toContain('displayName');
    expect(groups.map((row) => row.name)).toEqual(['displayName', 'externalId', 'members']);
    expect(read('mediusflow').groups[1]?.name).toBe('externalID');
  });

  it('rollbar: a filter without a sub-attribute', () => {
    expect(read('rollbar').users.at(-1)?.name).toBe('emails[type eq "work"]');
    expect(read('rollbar', true).users.at(-1)?.name).toBe('emails[type eq "work"].value');
  });

  it('slack: SCIM 1 URNs with a dot', () => {
    expect(read('slack', true).users.at(-1)?.name).toBe('urn:scim:schemas:extension:enterprise:1.0:division');
  });

  it('airtable: an attribute twice, required once, is required', () => {
    const { mapping } = tutorialMapping(read('airtable'));
    expect(mapping.users.filter((row) => row.name === 'name.familyName')).toMatchObject([{ required: true }]);
    expect(warningsOf('airtable')).toContain('"name.familyName" stands already in line');
  });

  it('swit, shopify-plus, bic-cloud-design: rows of two cells below a header of four have no marks', () => {
    expect(read('swit').users.find((row) => row.name.startsWith('phoneNumbers'))).toMatchObject({
      type: 'String',
      filterable: false,
      required: false,
    });
    expect(read('shopify-plus').users.find((row) => row.name === 'active')).toMatchObject({
      type: 'Boolean',
      filterable: false,
      required: false,
    });
    expect(read('bic-cloud-design').groups.find((row) => row.name === 'members')).toMatchObject({ type: 'Reference', required: false });
  });

  it('amazon-business: a table of URLs is no mapping, a free text is no type', () => {
    const tutorial = read('amazon-business');
    expect(tutorial.users.map((row) => row.name)).not.toContain('Canada');
    expect(tutorial.users.at(-1)).toMatchObject({ name: 'roles', type: 'List of appRoleAssignments [appRoleAssignments]' });
    expect(tutorialMapping(tutorial).mapping.users.at(-1)?.type).toBe('Unknown');
  });

  it('g-suite: no userName', () => {
    expect(
      tutorialMapping(read('g-suite'))
        .warnings.map(({ message }) => message)
        .join('\n'),
    ).toContain('No userName is mapped');
  });
});
