import { Ajv2020 } from 'ajv/dist/2020.js';
import { readPackageFile } from '../../base/package-files.js';
import { type SchemaSource, validatorsFrom } from '../../base/validator.js';

const FILE = 'schemas/events.schema.json';

/**
 * schemas/events.schema.json by type of event. An event is held against its own type only, so that a message is about that
 * type and not about all others.
 */
export const SOURCE: SchemaSource = {
  // `format` is only an annotation in JSON Schema 2020-12, and an odd time is no reason to refuse a saved run.
  compiler: () =>
    new Ajv2020({ strict: true, validateFormats: false, code: { source: true } }).addSchema(JSON.parse(readPackageFile(FILE)), 'events'),
  pieces: () => {
    const { oneOf }: { oneOf: readonly { $ref: string }[] } = JSON.parse(readPackageFile(FILE));
    return Object.fromEntries(oneOf.map(({ $ref }) => [$ref.replace('#/$defs/', ''), `events${$ref}`]));
  },
};

/** The validator of one type of event: `finding`. In the build, validators.compiled.ts takes the place of this file. */
export const validatorOf = validatorsFrom(SOURCE);
