import type { Validator } from '../base/validator.js';
import type { Capabilities, MappedType, UnsentAttribute } from './mapping.js';
import { validatorOf } from './validators.js';

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
  readonly unsent?: readonly UnsentAttribute[];
  readonly users: readonly WrittenAttribute[];
  readonly groups?: readonly WrittenAttribute[];
}

/**
 * The validator of a mapping file.
 *
 * @throws Error when the installation is damaged
 */
export function mappingValidator(): Validator<WrittenMapping> {
  const validator = validatorOf('mapping');
  if (validator === undefined) throw new Error('schemas/mapping.schema.json is missing');
  // What the schema accepts is of the type above: a test holds the two together.
  return validator as Validator<WrittenMapping>;
}
