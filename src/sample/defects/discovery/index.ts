// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { configMissing404 } from './config-missing-404.js';
import { discoveryFilterIgnored } from './discovery-filter-ignored.js';
import { entitlementsCountIgnored } from './entitlements-count-ignored.js';
import { filterDeniedInConfig } from './filter-denied-in-config.js';
import { maxResultsUntrue } from './max-results-untrue.js';
import { ownSchemaUntrue } from './own-schema-untrue.js';
import { patchDeniedInConfig } from './patch-denied-in-config.js';
import { resourceTypesBareArray } from './resource-types-bare-array.js';
import { schemasBareArray } from './schemas-bare-array.js';
import { schemasMissing404 } from './schemas-missing-404.js';
import { singleResourceType404 } from './single-resource-type-404.js';
import { singleSchema404 } from './single-schema-404.js';

/** The defects that concern the area "discovery". */
export const DISCOVERY_DEFECTS: readonly Defect[] = [
  configMissing404,
  discoveryFilterIgnored,
  entitlementsCountIgnored,
  filterDeniedInConfig,
  maxResultsUntrue,
  ownSchemaUntrue,
  patchDeniedInConfig,
  resourceTypesBareArray,
  schemasBareArray,
  schemasMissing404,
  singleResourceType404,
  singleSchema404,
];
