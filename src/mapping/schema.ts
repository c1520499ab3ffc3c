import type { ValidateFunction } from 'ajv/dist/2020.js';
import { readPackageFile } from '../base/package-files.js';
import { newCompiler } from '../yaml/shape.js';
import type { Capabilities, MappedType } from './mapping.js';

/** A row as it is written. */
export interface WrittenAttribute {
  readonly name: string;
  readonly type: MappedType;
  readonly filterable?: boolean;
  readonly required?: boolean;
  readonly matching?: number;
  readonly createOnly?: boolean;
  readonly default?: string;
  readonly expression?: string;
  readonly line?: number;
}

/** A mapping as it is written: what schemas/mapping.schema.json accepts. */
export interface WrittenMapping {
  readonly app: string;
  readonly name?: string;
  readonly source: string;
  readonly capabilities: Capabilities;
  readonly clients?: readonly ('entra' | 'okta')[];
  readonly baseUrls?: Readonly<Partial<Record<'entra' | 'okta', string>>>;
  readonly notes?: readonly string[];
  readonly users: readonly WrittenAttribute[];
  readonly groups?: readonly WrittenAttribute[];
}

let compiled: ValidateFunction<WrittenMapping> | undefined;

/**
 * The mapping schema, compiled on first use.
 *
 * @throws Error when the installation is damaged
 */
export function mappingSchema(): ValidateFunction<WrittenMapping> {
  compiled ??= newCompiler().compile<WrittenMapping>(JSON.parse(readPackageFile('schemas/mapping.schema.json')));
  return compiled;
}
