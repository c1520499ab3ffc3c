import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPackageFile } from '../../src/base/package-files.js';
import { listMappings } from '../../src/mapping/catalogue.js';
import { mappingSchema } from '../../src/mapping/form.js';
import { loadMapping } from '../../src/mapping/load.js';

const schema = JSON.parse(readPackageFile('schemas/mapping.schema.json'));
const accepts = new Ajv2020({ strict: false }).compile(schema);

function loads(document: unknown): boolean {
  return loadMapping(stringify(document, { aliasDuplicateObjects: false }), 'x').problems.every(({ stage }) => stage === 'meaning');
}

it('the schema is published as it stands in the code: npm run schemas writes it anew', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(mappingSchema())));
});

it('the schema and the loader agree on arbitrary mappings', () => {
  const text = fc.constantFrom('userName', 'String', 'entra', '', 'Acme', 'a-b');
  const any: fc.Arbitrary<unknown> = fc.oneof(
    text,
    fc.constantFrom(null, true, false, 0, 1, 1.5),
    fc.array(text, { maxLength: 2 }),
    fc.dictionary(text, text),
  );
  const truth = fc.oneof({ weight: 9, arbitrary: fc.boolean() }, { weight: 1, arbitrary: any });
  const row = fc.record(
    {
      name: text,
      type: fc.constantFrom('String', 'Boolean', 'Unknown', 'string'),
      filterable: truth,
      required: truth,
      line: fc.nat({ max: 3 }),
    },
    { requiredKeys: ['name', 'type'] },
  );
  const rows = fc.oneof({ weight: 5, arbitrary: fc.array(row, { maxLength: 3 }) }, { weight: 1, arbitrary: any });
  const capabilities = fc.record(
    { create: truth, update: truth, remove: truth, groups: truth },
    { requiredKeys: ['create', 'update', 'groups'] },
  );
  const document = fc.record(
    { app: text, source: text, name: any, capabilities, clients: any, baseUrls: any, notes: any, users: rows, groups: rows, odd: any },
    { requiredKeys: ['app', 'source', 'capabilities', 'users'] },
  );
  let good = 0;
  fc.assert(
    fc.property(
      fc.oneof(
        document,
        document.map(({ app, source, capabilities: all, users }) => ({ app, source, capabilities: all, users })),
      ),
      (written) => {
        const accepted = accepts(written);
        if (accepted) good += 1;
        expect(loads(written)).toBe(accepted);
      },
    ),
    { numRuns: 1500 },
  );
  expect(good).toBeGreaterThan(10);
});

it.each([
  ['rows for users', { extends: 'default', users: [{ name: 'badge', type: 'String' }] }],
  ['rows for groups', { extends: 'default', name: 'mine', groups: [{ name: 'cost', type: 'String' }] }],
  ['another base', { extends: 'rootly', users: [{ name: 'badge', type: 'String' }] }],
  ['capabilities', { extends: 'default', capabilities: {}, users: [{ name: 'badge', type: 'String' }] }],
  ['no list', { extends: 'default', users: {} }],
])('and on an extension with %s', (_what, written) => expect(loads(written)).toBe(accepts(written)));

it('every shipped mapping points editors at the schema and follows it', () => {
  for (const name of listMappings().filter((each) => each !== 'default')) {
    const text = readPackageFile(`fixtures/mappings/${name}.yaml`);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/mapping.schema.json');
    expect(loadMapping(text, `${name}.yaml`).problems).toEqual([]);
  }
});
