import type { ErrorObject } from 'ajv/dist/2020.js';

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
