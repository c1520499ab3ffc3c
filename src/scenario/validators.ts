import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { readPackageFile } from '../base/package-files.js';
import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { newCompiler } from '../yaml/schema-compiler.js';

/** schemas/scenario.schema.json in pieces: the file without its steps, and each form of step. */
export const SOURCE: SchemaSource = {
  compiler: () => {
    const schema: AnySchemaObject = JSON.parse(readPackageFile('schemas/scenario.schema.json'));
    const { items: _items, ...steps } = schema['properties'].steps;
    return newCompiler()
      .addSchema(schema, 'scenario')
      .addSchema({ ...schema, properties: { ...schema['properties'], steps } }, 'head');
  },
  pieces: () => ({
    head: 'head',
    ...Object.fromEntries(
      ['connect', 'createUser', 'createGroup', 'match', 'read', 'update', 'delete', 'list', 'request'].map((form) => [
        form,
        `scenario#/$defs/${form}Step`,
      ]),
    ),
  }),
};

/** The validator of a piece. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
