import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { newCompiler } from '../yaml/schema-compiler.js';
import { mappingSchema } from './form.js';

/** The schema of mapping files. */
export const SOURCE: SchemaSource = {
  compiler: () => newCompiler().addSchema(mappingSchema(), 'mapping'),
  pieces: () => ({ mapping: 'mapping#/$defs/mapping', extension: 'mapping#/$defs/extension' }),
};

/** The validator of a piece. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
