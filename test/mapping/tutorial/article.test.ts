import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMapping, MOST_ATTRIBUTES, tooLong } from '../../../src/mapping/import.js';
import { loadMapping } from '../../../src/mapping/load.js';
import { printMapping } from '../../../src/mapping/print.js';
import { readTutorial } from '../../../src/mapping/tutorial/tutorial.js';

const TABLE = '|Attribute|Type|\n|---|---|\n|userName|String|\n|active|Boolean|\n';
const GROUPS = '\n1. Review the group attributes.\n\n   |Attribute|Type|\n   |---|---|\n   |displayName|String|\n   |members|Reference|\n';
const read = (text: string, file = 'acme-provisioning-tutorial.md') => {
  const found = readTutorial(text, file);
  if (!found.ok) throw new Error(found.message);
  return found.tutorial;
};
const list = (...items: string[]) =>
  `## Capabilities supported\n> [!div class="checklist"]\n${items.map((item) => `> * ${item}\n`).join('')}\n`;

describe('capabilities', () => {
  it.each([
    [
      [
        'Create users in Acme',
        'Remove users in Acme when they do not require access anymore',
        'Keep user attributes synchronized between Microsoft Entra ID and Acme',
        'Provision groups and group memberships in Acme',
      ],
      'create remove update groups',
    ],
    [["Remove users in Acme when they don't require access anymore.", '[Single sign-on](acme.md) to Acme'], 'remove'],
    [['Deactivate users in Acme', 'Update user profiles'], 'remove update'],
    [['Provision groups and group memberships in Acme'], 'groups'],
    [['Create and update users', 'Removing users is not supported'], 'create update'],
  ])('%j', (items, expected) => {
    const { capabilities } = read(`${list(...items)}${TABLE}`);
    expect(
      Object.entries(capabilities)
        .filter(([, able]) => able)
        .map(([name]) => name)
        .sort(),
    ).toEqual(expected.split(' ').sort());
  });

  it('a table of groups wins over a list that names none', () => {
    const tutorial = read(`${list('Create users in Acme')}${TABLE}${GROUPS}`);
    expect(tutorial.capabilities).toEqual({ create: true, update: false, remove: false, groups: true });
    expect(tutorial.warnings.map(({ message }) => message).join()).toContain('the table wins');
  });

  it('without a list, users can be managed', () => {
    expect(read(TABLE).capabilities).toEqual({ create: true, update: true, remove: true, groups: false });
  });
});

describe('the name of the app', () => {
  it.each([
    ["---\ntitle: 'Tutorial: Configure Acme One for automatic user provisioning with Microsoft Entra ID'\n---\n", 'Acme One'],
    ['# Configure Acme & Co for automatic user provisioning with Microsoft Entra ID\n\n', 'Acme & Co'],
    ['# Configure Acme for automatic user provisioning\n\n', 'Acme'],
    [list('Keep user attributes synchronized between Microsoft Entra ID and Acme Two.'), 'Acme Two'],
    ['', 'acme'],
  ])('%j', (before, app) => {
    expect(read(`${before}${TABLE}`).app).toBe(app);
  });
});

describe('the tenant URL', () => {
  it.each([
    ['Enter `https://acme.example.com/scim/v2` in **Tenant URL**.', 'https://acme.example.com/scim/v2'],
    ['The **Tenant URL** is `https://<Your Domain>.example.com/{tenant}/scim`.', 'https://<Your Domain>.example.com/{tenant}/scim'],
    ['Sign in at https://login.example.com/.', undefined],
  ])('%s', (text, url) => {
    expect(read(`${text}\n\n${TABLE}`).tenantUrls[0]).toBe(url);
  });
});

describe('documents without a mapping', () => {
  it.each([
    ['![Screenshot of the user attribute mappings](a.png)', 'x.md', 'image only', 1],
    ['# Configure Workday for automatic user provisioning with Active Directory\n\n', 'workday-inbound-tutorial.md', 'inbound', 1],
    [`# x\n\n${TABLE}`, 'sap-successfactors-writeback-tutorial.md', 'inbound provisioning or writeback', 1],
    ['In the **Attribute Mappings** section, review the user attributes.', 'x.md', 'has no table of them', 1],
    ['hello', 'x.md', 'there is no table of attribute mappings', 1],
    ['\n\n<table><tr><td>Attribute</td></tr></table>', 'x.md', 'tables in HTML only', 3],
    ['', 'x.md', 'the document is empty', 1],
    ['a\0b', 'x.md', 'this is no text', 1],
  ])('%j says so', (text, file, message, line) => {
    const found = importMapping(Buffer.from(text), file);
    expect(found.ok ? '' : found.message).toContain(message);
    expect(found.ok ? '' : found.message).toContain(`${file}:${line}: `);
  });

  it('a file of 50 MB is refused', () => {
    expect(importMapping(new Uint8Array(50_000_000), 'x.md')).toMatchObject({
      ok: false,
      message: expect.stringContaining('larger than 8 MiB'),
    });
  });
});

describe('large and strange documents', () => {
  const long = (count: number) => {
    const rows = Array.from(
      { length: count - 2 },
      (_, index) => `|urn:ietf:params:scim:schemas:extension:acme:2.0:User:a${index}|String||&check;|`,
    );
    const found = importMapping(Buffer.from(`${TABLE.replace('Type|', 'Type|Filtering|Required')}${rows.join('\n')}`), 'x.md');
    if (!found.ok) throw new Error(found.message);
    return found;
  };

  it('5,000 rows are read; for a mapping file they are too many, and that is told', () => {
    const found = long(5000);
    expect(found.summary.users).toHaveLength(5000);
    expect(tooLong(found.mapping)).toContain('5000 attributes are too many for a mapping file');
  });

  it('as many rows as a mapping file may hold can be loaded from one', () => {
    const { mapping } = long(MOST_ATTRIBUTES);
    expect(tooLong(mapping)).toBeUndefined();
    expect(loadMapping(printMapping(mapping), 'x.yaml').problems).toEqual([]);
  });

  it('reads UTF-16, a byte-order mark and lines in Windows-1252', () => {
    const names = (bytes: Uint8Array) => {
      const found = importMapping(bytes, 'x.md');
      return found.ok ? found.mapping.users.map(({ name }) => name) : found.message;
    };
    const expected = ['userName', 'active'];
    expect(names(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TABLE, 'utf16le')]))).toEqual(expected);
    expect(names(Buffer.from(TABLE, 'utf16le'))).toEqual(expected);
    expect(names(Buffer.from(TABLE, 'utf16le').swap16())).toEqual(expected);
    expect(names(Buffer.from(`\uFEFF${TABLE}`))).toEqual(expected);
    expect(names(Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9, 0x0a, 0x0a]), Buffer.from(`é\n\n${TABLE}`)]))).toEqual(expected);
    expect(names(Buffer.from(TABLE.replaceAll('\n', '\r\n')))).toEqual(expected);
  });

  it('whatever an app is called, its YAML is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (app) => {
        const found = importMapping(Buffer.from(TABLE), 'x.md');
        if (!found.ok) throw new Error(found.message);
        const mapping = { ...found.mapping, app, notes: [app] };
        expect(loadMapping(printMapping(mapping), 'x.yaml').mapping).toEqual(mapping);
      }),
      { numRuns: 500 },
    );
  });
});
