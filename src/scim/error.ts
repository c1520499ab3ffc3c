import { defined } from '../base/defined.js';
import type { JsonObject } from './json.js';
import { ERROR_URN } from './urn.js';

/** The detail error keywords of RFC 7644 §3.12, table 9. */
export const SCIM_TYPES = [
  'invalidFilter',
  'tooMany',
  'uniqueness',
  'mutability',
  'invalidSyntax',
  'invalidPath',
  'noTarget',
  'invalidValue',
  'invalidVers',
  'sensitive',
] as const;

/** One of the detail error keywords of RFC 7644 §3.12, table 9. */
export type ScimType = (typeof SCIM_TYPES)[number];

/**
 * Builds the body of a failure. RFC 7644 §3.12 has `status` as a JSON string.
 *
 * @param status the HTTP status code
 * @param detail a sentence for people
 * @param scimType a keyword of `SCIM_TYPES`, where one fits
 */
export function errorBody(status: number, detail: string, scimType?: string): JsonObject {
  return { schemas: [ERROR_URN], status: String(status), ...defined({ scimType }), detail };
}
