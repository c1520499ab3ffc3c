import type { Ajv2020, ErrorObject } from 'ajv/dist/2020.js';

/** A JSON Schema, compiled. */
export interface Validator<T = unknown> {
  (value: unknown): value is T;
  /** What was wrong with the value that was asked about last. */
  errors?: ErrorObject[] | null;
}

/** Schemas of this package, and the pieces of them that values are held against. The build compiles them in advance. */
export interface SchemaSource {
  /** A compiler that knows the schemas. */
  compiler(): Ajv2020;
  /**
   * The pieces by name, as references: `events#/$defs/finding`.
   *
   * @throws Error when the installation is damaged
   */
  pieces(): Readonly<Record<string, string>>;
}

/**
 * The validators of a source, each compiled when it is first wanted.
 *
 * @param source the schemas
 * @returns validator by name; undefined when there is no such piece
 */
export function validatorsFrom(source: SchemaSource): (name: string) => Validator | undefined {
  let compiler: Ajv2020 | undefined;
  let pieces: Readonly<Record<string, string>> | undefined;
  return (name) => {
    pieces ??= source.pieces();
    const reference = Object.hasOwn(pieces, name) ? pieces[name] : undefined;
    if (reference === undefined) return undefined;
    compiler ??= source.compiler();
    return compiler.getSchema(reference);
  };
}
