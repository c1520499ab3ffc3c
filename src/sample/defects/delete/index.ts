// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { delete500 } from './delete-500.js';
import { delete500Done } from './delete-500-done.js';
import { deleteAnswers200 } from './delete-answers-200.js';
import { deleteDeactivates } from './delete-deactivates.js';
import { deleteKeeps } from './delete-keeps.js';
import { deleteUnknown204 } from './delete-unknown-204.js';
import { deleteUnsupported } from './delete-unsupported.js';
import { deletedGroupNameStaysTaken } from './deleted-group-name-stays-taken.js';
import { deletedNameBreaksCreates } from './deleted-name-breaks-creates.js';
import { deletedNameNotForOthers } from './deleted-name-not-for-others.js';
import { deletedNameStaysTaken } from './deleted-name-stays-taken.js';
import { deletedNamesFreeLater } from './deleted-names-free-later.js';
import { deletedStillListed } from './deleted-still-listed.js';
import { recreatedInOldGroups } from './recreated-in-old-groups.js';
import { recreatedInactive } from './recreated-inactive.js';
import { recreatedNotAddable } from './recreated-not-addable.js';
import { recreatedWithOldId } from './recreated-with-old-id.js';
import { recreatedWithOldMembers } from './recreated-with-old-members.js';
import { recreatedWithOldTitle } from './recreated-with-old-title.js';
import { reportsDeletedWithManager } from './reports-deleted-with-manager.js';

/** The defects that concern the area "delete". */
export const DELETE_DEFECTS: readonly Defect[] = [
  delete500,
  delete500Done,
  deleteAnswers200,
  deleteDeactivates,
  deleteKeeps,
  deleteUnknown204,
  deleteUnsupported,
  deletedGroupNameStaysTaken,
  deletedNameBreaksCreates,
  deletedNameNotForOthers,
  deletedNameStaysTaken,
  deletedNamesFreeLater,
  deletedStillListed,
  recreatedInOldGroups,
  recreatedInactive,
  recreatedNotAddable,
  recreatedWithOldId,
  recreatedWithOldMembers,
  recreatedWithOldTitle,
  reportsDeletedWithManager,
];
