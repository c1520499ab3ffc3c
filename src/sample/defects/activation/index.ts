// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { activeNotInLists } from './active-not-in-lists.js';
import { activeNotReturned } from './active-not-returned.js';
import { activeStringIgnored } from './active-string-ignored.js';
import { activeStringRefused } from './active-string-refused.js';
import { activeStringStored } from './active-string-stored.js';
import { deactivationIgnored } from './deactivation-ignored.js';
import { deletedNameRefused } from './deleted-name-refused.js';
import { inactiveChangeIgnored } from './inactive-change-ignored.js';
import { inactiveChangedActivates } from './inactive-changed-activates.js';
import { inactiveGone } from './inactive-gone.js';
import { inactiveHiddenFromFilter } from './inactive-hidden-from-filter.js';
import { inactiveLosesGroups } from './inactive-loses-groups.js';
import { inactiveMembersHidden } from './inactive-members-hidden.js';
import { inactiveNotAdded } from './inactive-not-added.js';
import { inactiveNotChanged } from './inactive-not-changed.js';
import { namesImmutable } from './names-immutable.js';
import { renameChangesId } from './rename-changes-id.js';
import { renamesIgnored } from './renames-ignored.js';
import { renamesRefused } from './renames-refused.js';
import { restoreChangesId } from './restore-changes-id.js';
import { restoreEndsMemberships } from './restore-ends-memberships.js';
import { restoreRefused } from './restore-refused.js';
import { userNamesFixed } from './user-names-fixed.js';
import { userNamesImmutable } from './user-names-immutable.js';

/** The defects that concern the area "activation". */
export const ACTIVATION_DEFECTS: readonly Defect[] = [
  activeNotInLists,
  activeNotReturned,
  activeStringIgnored,
  activeStringRefused,
  activeStringStored,
  deactivationIgnored,
  deletedNameRefused,
  inactiveChangeIgnored,
  inactiveChangedActivates,
  inactiveGone,
  inactiveHiddenFromFilter,
  inactiveLosesGroups,
  inactiveMembersHidden,
  inactiveNotAdded,
  inactiveNotChanged,
  namesImmutable,
  renameChangesId,
  renamesIgnored,
  renamesRefused,
  restoreChangesId,
  restoreEndsMemberships,
  restoreRefused,
  userNamesFixed,
  userNamesImmutable,
];
