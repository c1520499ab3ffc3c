import type { Defect } from '../../defect.js';
import { patchDeniedInConfig } from './patch-denied-in-config.js';
import { schemasBareArray } from './schemas-bare-array.js';
import { schemasMissing404 } from './schemas-missing-404.js';

/** The defects that concern the area "discovery". */
export const DISCOVERY_DEFECTS: readonly Defect[] = [schemasMissing404, schemasBareArray, patchDeniedInConfig];
