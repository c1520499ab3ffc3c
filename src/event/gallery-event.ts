import type { Json } from '../scim/json.js';

/** One test of Microsoft's validation template, in its own terms (`scim-check gallery`). */
export interface GalleryTestEvent {
  readonly type: 'gallery-test';
  /** `Create_User_Test`. */
  readonly name: string;
  readonly category: 'mandatory' | 'optional';
  readonly title: string;
  readonly overallResult: 'PASSED' | 'FAILED' | 'SKIPPED';
  /** The template's text. */
  readonly result: string;
  /** What really happened, where the template's text leaves it open or names another step. */
  readonly cause?: string;
  /** The part of `result` that is scim-check's own: the template's words for it are not known. */
  readonly ownWords?: string;
  /** What the template lets pass, and Entra's client or the standard does not. */
  readonly stricter?: readonly string[];
  readonly errorDetails?: Json;
  readonly summary?: Json;
  readonly detailedResults?: Json;
  readonly milliseconds: number;
}

/** One of the gallery's requirements. */
export interface GalleryRequirementEvent {
  readonly type: 'gallery-requirement';
  /** `several-members`. */
  readonly name: string;
  readonly title: string;
  readonly need: 'required' | 'recommended';
  /** `person`: no wire can show it. */
  readonly status: 'proven' | 'failed' | 'not-tested' | 'person';
  /** What has shown it, or why it was not tested. */
  readonly evidence: string;
}
