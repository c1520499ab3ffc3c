import type { AnySchemaObject } from 'ajv/dist/2020.js';
import { readPackageFile } from '../base/package-files.js';

/** The bodies that RFC 7643 and RFC 7644 define, by the names of the files under schemas/scim/. */
export const BODIES = [
  'user',
  'enterprise-user',
  'group',
  'list-response',
  'error',
  'patch-op',
  'service-provider-config',
  'resource-type',
  'schema',
] as const;
export type SchemaName = (typeof BODIES)[number];

const documents = new Map<string, AnySchemaObject>();

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
