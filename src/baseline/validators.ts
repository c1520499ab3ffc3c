import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { newCompiler } from '../yaml/schema-compiler.js';
import { baselineSchema } from './form.js';

/** The schema of baselines. */
export const SOURCE: SchemaSource = {
  compiler: () => newCompiler().addSchema(baselineSchema(), 'baseline'),
  pieces: () => ({ baseline: 'baseline' }),
};

/** The validator of a piece. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
