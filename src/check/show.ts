import type { Json } from '../scim/json.js';

/** Longest text of a value in a finding. */
const LONGEST = 300;

/**
 * A value as it stands in a finding's text: compact JSON, shortened.
 *
 * @param value any value; undefined reads "no value"
 */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'no value';
  const text = JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

/** `200 application/json: {"id":…`: a response in one line. */
export function showResponse(response: { readonly status: number; readonly text: string }): string {
  const text = response.text.trim();
  if (text === '') return `${response.status} with an empty body`;
  return `${response.status} ${text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`}`;
}
