import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { newCompiler } from '../yaml/schema-compiler.js';
import { definitionOf, EACH, STEP_FORMS, scenarioSchema } from './forms/schema.js';

/** The schema of scenario files in pieces: the file without its steps, and each form of step. */
export const SOURCE: SchemaSource = {
  compiler: () => {
    const schema: AnySchemaObject = scenarioSchema();
    const { items: _items, ...steps } = schema['properties'].steps;
    return newCompiler()
      .addSchema(schema, 'scenario')
      .addSchema({ ...schema, properties: { ...schema['properties'], steps } }, 'head');
  },
  pieces: () => ({
    head: 'head',
    each: `scenario#/$defs/${definitionOf(EACH)}`,
    ...Object.fromEntries(Object.keys(STEP_FORMS).map((form) => [form, `scenario#/$defs/${definitionOf(form)}`])),
  }),
};

/** The validator of a piece. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
