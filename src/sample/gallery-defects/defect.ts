import type { GalleryTestName } from '../../event/gallery-tests.js';
import type { Deviation } from '../defect.js';

/**
 * A fault that turns one test of the gallery rehearsal red, and no other. Where several tests look at the same behaviour, it shows
 * only at the names that its test gives.
 */
export interface GalleryDefect extends Deviation {
  readonly test: GalleryTestName;
}
