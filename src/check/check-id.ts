import { CHECK_IDS } from './check-ids.js';

/** `SC2104`: the id of a check that exists. An id is for ever: what is no longer judged leaves a gap. */
export type CheckId = (typeof CHECK_IDS)[number];

const KNOWN: ReadonlySet<string> = new Set(CHECK_IDS);

/**
 * Whether a text is the id of a check.
 *
 * @param text any text
 */
export function isCheckId(text: string): text is CheckId {
  return KNOWN.has(text);
}
