import type { Json, JsonObject } from '../scim/json.js';

/** What one test has come to, in the template's own terms. */
export interface GalleryOutcome {
  readonly overallResult: 'PASSED' | 'FAILED' | 'SKIPPED';
  /** `success`, `SKIPPED - …` or `FAILED - Action: …`. */
  readonly result: string;
  readonly errorDetails?: Json;
  readonly summary?: JsonObject;
  readonly detailedResults?: Json;
  /** Where the template's text names another step than the one that failed, or leaves the cause open: what really happened. */
  readonly cause?: string;
  /** The part of `result` that is in scim-check's words: the template's for it were not to be found. */
  readonly ownWords?: string;
  /** What the template lets pass and Entra's own client, or the standard, does not. */
  readonly stricter?: readonly string[];
}

/** A test that passed. */
export function passed(more: Partial<GalleryOutcome> = {}): GalleryOutcome {
  return { overallResult: 'PASSED', result: 'success', ...more };
}

/**
 * A test that failed.
 *
 * @param result the template's text, from `FAILED - ` on
 * @param more details
 */
export function failed(result: string, more: Partial<GalleryOutcome> = {}): GalleryOutcome {
  return { overallResult: 'FAILED', result, ...more };
}

/** A test that was not played. */
export function skipped(reason?: string): GalleryOutcome {
  return { overallResult: 'SKIPPED', result: reason === undefined ? 'SKIPPED' : `SKIPPED - ${reason}` };
}
