// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { etagNotCompared } from './etag-not-compared.js';
import { etagPromisedNotSent } from './etag-promised-not-sent.js';
import { ifMatchNeverMatches } from './if-match-never-matches.js';
import { ifNoneMatchIgnored } from './if-none-match-ignored.js';
import { putCreates } from './put-creates.js';
import { putGroupsHonoured } from './put-groups-honoured.js';
import { putIgnoresActive } from './put-ignores-active.js';
import { putIgnoresMembers } from './put-ignores-members.js';
import { putMergesMembers } from './put-merges-members.js';
import { putUnsupported } from './put-unsupported.js';
import { putWithoutActiveDeactivates } from './put-without-active-deactivates.js';

/** The defects that concern the area "put". */
export const PUT_DEFECTS: readonly Defect[] = [
  etagNotCompared,
  etagPromisedNotSent,
  ifMatchNeverMatches,
  ifNoneMatchIgnored,
  putCreates,
  putGroupsHonoured,
  putIgnoresActive,
  putIgnoresMembers,
  putMergesMembers,
  putUnsupported,
  putWithoutActiveDeactivates,
];
