import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { type SchemaSource, validatorsFrom } from '../base/validator.js';
import { BODIES, documentOf } from './documents.js';

/** The documents that others refer to. */
const SHARED = 'common';

/** schemas/scim/*.schema.json. */
export const SOURCE: SchemaSource = {
  compiler: () => {
    // The schemas are ours, and a test holds them against the meta-schema: compiling that one costs more than all of them.
    const ajv = new Ajv2020({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
      validateSchema: false,
      code: { source: true },
    });
    ajvFormats.default(ajv, { mode: 'fast', formats: ['uri-reference'] });
    for (const name of [SHARED, ...BODIES]) ajv.addSchema(documentOf(fileOf(name)), fileOf(name));
    return ajv;
  },
  pieces: () => Object.fromEntries(BODIES.map((name) => [name, fileOf(name)])),
};

/** The validator of a body. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);

function fileOf(name: string): string {
  return `${name}.schema.json`;
}
