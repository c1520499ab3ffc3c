import { CREDENTIAL_FAULTS } from './credentials.js';
import type { GalleryDefect } from './defect.js';
import { DIRECT_FAULTS } from './direct.js';
import { GROUP_FAULTS } from './groups.js';
import { USER_FAULTS } from './users.js';

/** One fault for each of the 25 tests of the gallery rehearsal. */
export const GALLERY_DEFECTS: readonly GalleryDefect[] = [...USER_FAULTS, ...GROUP_FAULTS, ...DIRECT_FAULTS, ...CREDENTIAL_FAULTS];
