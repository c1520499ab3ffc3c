import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { readPackageFile } from '../base/package-files.js';

/** The bodies that RFC 7643 and RFC 7644 define, by the names of the files under schemas/scim/. */
export type SchemaName =
  | 'user'
  | 'enterprise-user'
  | 'group'
  | 'list-response'
  | 'error'
  | 'patch-op'
  | 'service-provider-config'
  | 'resource-type'
  | 'schema';

const documents = new Map<string, AnySchemaObject>();
const compiled = new Map<SchemaName, ValidateFunction>();
let compiler: Ajv2020 | undefined;

/**
 * The validator of a schema, compiled when it is first wanted: compiling all of them would cost each start tens of
 * milliseconds.
 *
 * @param name the schema
 * @throws Error when the package is incomplete
 */
export function validatorOf(name: SchemaName): ValidateFunction {
  const ready = compiled.get(name);
  if (ready !== undefined) return ready;
  if (compiler === undefined) {
    // The schemas are ours, and a test holds them against the meta-schema: compiling that one costs more than all of them.
    compiler = new Ajv2020({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      strictRequired: false,
      strictTypes: false,
      validateSchema: false,
    });
    ajvFormats.default(compiler, { mode: 'fast', formats: ['uri-reference'] });
  }
  for (const file of ['common', ...(name === 'user' ? ['enterprise-user'] : [])]) add(compiler, `${file}.schema.json`);
  const validate = compiler.compile({ $ref: add(compiler, `${name}.schema.json`) });
  compiled.set(name, validate);
  return validate;
}

/**
 * A schema document.
 *
 * @param file name of the file under schemas/scim/
 * @throws Error when the package is incomplete
 */
export function documentOf(file: string): AnySchemaObject {
  const known = documents.get(file);
  if (known !== undefined) return known;
  const document: AnySchemaObject = JSON.parse(readPackageFile(`schemas/scim/${file}`));
  documents.set(file, document);
  return document;
}

function add(ajv: Ajv2020, file: string): string {
  if (ajv.getSchema(file) === undefined) ajv.addSchema(documentOf(file), file);
  return file;
}
