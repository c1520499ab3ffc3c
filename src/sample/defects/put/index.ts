// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { etagNotCompared } from './etag-not-compared.js';
import { etagPromisedNotSent } from './etag-promised-not-sent.js';
import { ifMatchNeverMatches } from './if-match-never-matches.js';
import { ifNoneMatchIgnored } from './if-none-match-ignored.js';
import { inactivePut404 } from './inactive-put-404.js';
import { namelessPut500 } from './nameless-put-500.js';
import { putAnswers204 } from './put-answers-204.js';
import { putCreates } from './put-creates.js';
import { putCreatesGroups } from './put-creates-groups.js';
import { putCutsMembers } from './put-cuts-members.js';
import { putDoublesMembers } from './put-doubles-members.js';
import { putDropsExtension } from './put-drops-extension.js';
import { putDropsManager } from './put-drops-manager.js';
import { putGroupsHonoured } from './put-groups-honoured.js';
import { putIgnoresActive } from './put-ignores-active.js';
import { putIgnoresMembers } from './put-ignores-members.js';
import { putMergesMembers } from './put-merges-members.js';
import { putNoChangeRefused } from './put-no-change-refused.js';
import { putOfOwnNameTaken } from './put-of-own-name-taken.js';
import { putUnsupported } from './put-unsupported.js';
import { putWithoutActiveDeactivates } from './put-without-active-deactivates.js';

/** The defects that concern the area "put". */
export const PUT_DEFECTS: readonly Defect[] = [
  etagNotCompared,
  etagPromisedNotSent,
  ifMatchNeverMatches,
  ifNoneMatchIgnored,
  inactivePut404,
  namelessPut500,
  putAnswers204,
  putCreates,
  putCreatesGroups,
  putCutsMembers,
  putDoublesMembers,
  putDropsExtension,
  putDropsManager,
  putGroupsHonoured,
  putIgnoresActive,
  putIgnoresMembers,
  putMergesMembers,
  putNoChangeRefused,
  putOfOwnNameTaken,
  putUnsupported,
  putWithoutActiveDeactivates,
];
