import { expect, it } from 'vitest';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { diffWithSchemas } from '../../src/mapping/diff.js';
import { proposeMapping } from '../../src/mapping/discover.js';
import { readEntraExport } from '../../src/mapping/entra-export/read-export.js';
import { loadMapping } from '../../src/mapping/load.js';
import type { MappedAttribute, Mapping } from '../../src/mapping/mapping.js';
import { printMapping } from '../../src/mapping/print.js';
import type { AttributeDefinition } from '../../src/scim/attribute.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';
import { playSample } from '../proof/play.js';
import { scenariosNamed } from '../scenario/shipped.js';

const APP = 'urn:ietf:params:scim:schemas:extension:app:2.0:User';
const list = (name: string, type: MappedAttribute['type'], more: Partial<MappedAttribute> = {}): MappedAttribute => ({
  name,
  type,
  filterable: false,
  required: false,
  multiValued: true,
  ...more,
});
const LISTS = [
  list('tags', 'String'),
  list(`${APP}:sites`, 'String', { required: true }),
  list(`${APP}:levels`, 'Integer'),
  list(`${APP}:dates`, 'DateTime'),
  list(`${APP}:flags`, 'Boolean'),
];
const MAPPING: Mapping = { ...DEFAULT_MAPPING, users: [...DEFAULT_MAPPING.users, ...LISTS] };

/** The app's schemas, which say of one of the lists that it is required. */
const SCHEMAS = schemasBeyondStandard(MAPPING).map((schema) => ({
  ...schema,
  attributes: schema.attributes.map((each): AttributeDefinition => (each.name === 'sites' ? { ...each, required: true } : each)),
}));

it('lists of plain values are sent, changed and taken away, and a correct server has no finding', async () => {
  const { findings } = await playSample({ extraSchemas: SCHEMAS }, ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'rfc'], {
    mapping: MAPPING,
    scenarios: scenariosNamed(
      'users/joiner',
      'users/existing',
      'users/mover',
      'users/poor',
      'mapping/changed',
      'mapping/cleared',
      'rfc/put',
      'rfc/nulls',
    ),
  });
  expect(findings.map(({ check, dialect, expected, received }) => ({ check, dialect, expected, received }))).toEqual([]);
});

it('a mapping that is discovered marks them, and can be read again', () => {
  const proposed = proposeMapping([...STANDARD_SCHEMAS.schemas, ...SCHEMAS], undefined, { name: 'app', source: 'there' });
  const marked = (mapping: Mapping | undefined) => mapping?.users.filter((row) => row.multiValued).map((row) => row.name);
  expect(marked(proposed)).toEqual(expect.arrayContaining([`${APP}:sites`, `${APP}:levels`]));
  expect(marked(loadMapping(printMapping(proposed as Mapping), 'app.yaml').mapping)).toEqual(marked(proposed));
});

it('a comparison with the target tells lists and single values apart', () => {
  const rows = [list(`${APP}:sites`, 'String', { multiValued: false }), list(`${APP}:levels`, 'Integer'), list('title', 'String')];
  const found = diffWithSchemas({ ...MAPPING, users: rows }, [...STANDARD_SCHEMAS.schemas, ...SCHEMAS]);
  expect(found.map(({ name, kind }) => [name, kind])).toEqual([
    [`${APP}:sites`, 'multi-valued'],
    ['title', 'not-multi-valued'],
  ]);
});

it("Entra's export says which attributes are lists of plain values", () => {
  const attributes = [
    { name: 'userName', type: 'String', multivalued: false },
    { name: `${APP}:sites`, type: 'String', multivalued: true },
    { name: 'emails[type eq "work"].value', type: 'String', multivalued: true },
    { name: 'roles', type: 'String', multivalued: true },
  ];
  const schema = {
    directories: [{ name: 'App', objects: [{ name: 'User', attributes }] }],
    synchronizationRules: [
      {
        sourceDirectoryName: 'Microsoft Entra ID',
        targetDirectoryName: 'App',
        objectMappings: [
          {
            sourceObjectName: 'User',
            targetObjectName: 'User',
            attributeMappings: attributes.map(({ name }) => ({ targetAttributeName: name, source: { type: 'Attribute', name: 'mail' } })),
          },
        ],
      },
    ],
  };
  const read = readEntraExport(JSON.stringify(schema), 'app', 'app.json');
  expect(read.ok && read.mapping.users.filter((row) => row.multiValued).map((row) => row.name)).toEqual([`${APP}:sites`]);
});
