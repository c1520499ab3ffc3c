import { readPackageFile } from '../base/package-files.js';
import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { newCompiler } from '../yaml/schema-compiler.js';

/** schemas/mapping.schema.json. */
export const SOURCE: SchemaSource = {
  compiler: () => newCompiler().addSchema(JSON.parse(readPackageFile('schemas/mapping.schema.json')), 'mapping'),
  pieces: () => ({ mapping: 'mapping' }),
};

/** The validator of a piece. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
