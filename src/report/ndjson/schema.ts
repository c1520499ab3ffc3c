import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { readPackageFile } from '../../base/package-files.js';
import type { RunEvent } from '../../event/event.js';

let compiled: ((type: string) => ValidateFunction<RunEvent> | undefined) | undefined;

/**
 * The validator for one type of event, from the published schema. An event is held against its own type only, so that a
 * message is about that type and not about all others.
 *
 * @param type `finding`, `exchange` …
 * @returns undefined when there is no such event
 * @throws Error when the installation is damaged: the schema file is missing or broken
 */
export function validatorOf(type: string): ValidateFunction<RunEvent> | undefined {
  compiled ??= compile();
  return compiled(type);
}

function compile(): (type: string) => ValidateFunction<RunEvent> | undefined {
  // `format` is only an annotation in JSON Schema 2020-12, and an odd time is no reason to refuse a saved run.
  const ajv = new Ajv2020({ strict: true, validateFormats: false });
  const schema = JSON.parse(readPackageFile('schemas/events.schema.json'));
  ajv.addSchema(schema, 'events');
  const types = new Set<unknown>(schema.oneOf.map((each: { $ref: string }) => each.$ref.replace('#/$defs/', '')));
  return (type) => (types.has(type) ? ajv.getSchema<RunEvent>(`events#/$defs/${type}`) : undefined);
}

/**
 * What is wrong with an event, in a few words: `/findings/0: must have required property 'id'`.
 *
 * @param error the first error that the validator told
 */
export function explain(error: ErrorObject | undefined): string {
  const unknown = error?.params['additionalProperty'];
  const allowed = error?.params['allowedValue'] ?? error?.params['allowedValues'];
  const detail = unknown !== undefined ? `: ${JSON.stringify(unknown)}` : allowed !== undefined ? `: ${JSON.stringify(allowed)}` : '';
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is invalid'}${detail}`.trim();
}
