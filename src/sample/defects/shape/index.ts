// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { activeReturnedAsString } from './active-returned-as-string.js';
import { answersWithoutId } from './answers-without-id.js';
import { createdMoves } from './created-moves.js';
import { datesWithoutTime } from './dates-without-time.js';
import { extensionsNotNamed } from './extensions-not-named.js';
import { idNumber } from './id-number.js';
import { lastModifiedStays } from './last-modified-stays.js';
import { listValuesLost } from './list-values-lost.js';
import { listValuesMerged } from './list-values-merged.js';
import { locationInside } from './location-inside.js';
import { locationOfOthers } from './location-of-others.js';
import { managerAsName } from './manager-as-name.js';
import { managerReturnedAsString } from './manager-returned-as-string.js';
import { metaMissing } from './meta-missing.js';
import { nameMissing } from './name-missing.js';
import { nullsReturned } from './nulls-returned.js';
import { ownExtensionWrapped } from './own-extension-wrapped.js';
import { schemasMissing } from './schemas-missing.js';
import { versionStays } from './version-stays.js';

/** The defects that concern the area "shape". */
export const SHAPE_DEFECTS: readonly Defect[] = [
  activeReturnedAsString,
  answersWithoutId,
  createdMoves,
  datesWithoutTime,
  extensionsNotNamed,
  idNumber,
  lastModifiedStays,
  listValuesLost,
  listValuesMerged,
  locationInside,
  locationOfOthers,
  managerAsName,
  managerReturnedAsString,
  metaMissing,
  nameMissing,
  nullsReturned,
  ownExtensionWrapped,
  schemasMissing,
  versionStays,
];
