// Written by `npm run index`.
import type { Defect } from '../defect.js';
import { ACTIVATION_DEFECTS } from './activation/index.js';
import { BULK_DEFECTS } from './bulk/index.js';
import { CREATE_DEFECTS } from './create/index.js';
import { DELETE_DEFECTS } from './delete/index.js';
import { DISCOVERY_DEFECTS } from './discovery/index.js';
import { ERRORS_DEFECTS } from './errors/index.js';
import { FILTER_DEFECTS } from './filter/index.js';
import { GROUPS_DEFECTS } from './groups/index.js';
import { INTEGRITY_DEFECTS } from './integrity/index.js';
import { PAGING_DEFECTS } from './paging/index.js';
import { PATCH_DEFECTS } from './patch/index.js';
import { PUT_DEFECTS } from './put/index.js';
import { SHAPE_DEFECTS } from './shape/index.js';
import { TRANSPORT_DEFECTS } from './transport/index.js';

/** All faults that the sample server can be given, by area. */
export const DEFECTS: readonly Defect[] = [
  ...ACTIVATION_DEFECTS,
  ...BULK_DEFECTS,
  ...CREATE_DEFECTS,
  ...DELETE_DEFECTS,
  ...DISCOVERY_DEFECTS,
  ...ERRORS_DEFECTS,
  ...FILTER_DEFECTS,
  ...GROUPS_DEFECTS,
  ...INTEGRITY_DEFECTS,
  ...PAGING_DEFECTS,
  ...PATCH_DEFECTS,
  ...PUT_DEFECTS,
  ...SHAPE_DEFECTS,
  ...TRANSPORT_DEFECTS,
];
