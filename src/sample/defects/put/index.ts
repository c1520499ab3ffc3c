import type { Defect } from '../../defect.js';
import { putCreates } from './put-creates.js';
import { putIgnoresActive } from './put-ignores-active.js';
import { putIgnoresMembers } from './put-ignores-members.js';
import { putMerges } from './put-merges.js';
import { putMergesMembers } from './put-merges-members.js';
import { putUnsupported } from './put-unsupported.js';
import { putWithoutActiveDeactivates } from './put-without-active-deactivates.js';

/** The defects that concern the area "put". */
export const PUT_DEFECTS: readonly Defect[] = [
  putUnsupported,
  putMergesMembers,
  putIgnoresMembers,
  putIgnoresActive,
  putWithoutActiveDeactivates,
  putMerges,
  putCreates,
];
