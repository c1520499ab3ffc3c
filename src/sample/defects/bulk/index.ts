// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { bulkAlways200 } from './bulk-always-200.js';
import { bulkErrorsUntold } from './bulk-errors-untold.js';
import { bulkFailOnErrorsIgnored } from './bulk-fail-on-errors-ignored.js';
import { bulkPatchReferencesRefused } from './bulk-patch-references-refused.js';
import { bulkPromised404 } from './bulk-promised-404.js';
import { bulkReferencesDropped } from './bulk-references-dropped.js';
import { bulkStopsAtFirstError } from './bulk-stops-at-first-error.js';
import { bulkWithoutBulkId } from './bulk-without-bulk-id.js';
import { bulkWithoutLimit } from './bulk-without-limit.js';
import { bulkWithoutLocation } from './bulk-without-location.js';

/** The defects that concern the area "bulk". */
export const BULK_DEFECTS: readonly Defect[] = [
  bulkAlways200,
  bulkErrorsUntold,
  bulkFailOnErrorsIgnored,
  bulkPatchReferencesRefused,
  bulkPromised404,
  bulkReferencesDropped,
  bulkStopsAtFirstError,
  bulkWithoutBulkId,
  bulkWithoutLimit,
  bulkWithoutLocation,
];
