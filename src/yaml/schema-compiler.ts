import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * A schema compiler set up for this project's schemas: all errors at once, and the words that editors understand beyond the standard.
 */
export function newCompiler(): Ajv2020 {
  // The schemas come with the package and are checked against the meta-schema by the tests; doing so here would double the start-up time.
  const ajv = new Ajv2020({
    meta: false,
    validateSchema: false,
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true },
  });
  ajv.addVocabulary(['patternErrorMessage', 'x-hint']);
  return ajv;
}
