// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { absenceIsCached } from './absence-is-cached.js';
import { blanksTrimmed } from './blanks-trimmed.js';
import { bystanderWritten } from './bystander-written.js';
import { changesInARow500 } from './changes-in-a-row-500.js';
import { changesInARowRefused } from './changes-in-a-row-refused.js';
import { createAnswersOtherName } from './create-answers-other-name.js';
import { deletedGroupsStillShown } from './deleted-groups-still-shown.js';
import { displayNamesComposed } from './display-names-composed.js';
import { inactiveManagerDropped } from './inactive-manager-dropped.js';
import { indexIsLate } from './index-is-late.js';
import { latinLettersOnly } from './latin-letters-only.js';
import { leadingZerosLost } from './leading-zeros-lost.js';
import { listsAreCached } from './lists-are-cached.js';
import { listsInLowerCase } from './lists-in-lower-case.js';
import { listsShowOldNames } from './lists-show-old-names.js';
import { listsWithoutEmails } from './lists-without-emails.js';
import { listsWithoutExtension } from './lists-without-extension.js';
import { lookUpsAreCached } from './look-ups-are-cached.js';
import { markupEscaped } from './markup-escaped.js';
import { markupRemoved } from './markup-removed.js';
import { membersAreLate } from './members-are-late.js';
import { oneNameForTwoAttributes } from './one-name-for-two-attributes.js';
import { passwordReturned } from './password-returned.js';
import { patchAnswersOldState } from './patch-answers-old-state.js';
import { phoneNumbersReformatted } from './phone-numbers-reformatted.js';
import { putAnswersOldState } from './put-answers-old-state.js';
import { readWrongUser } from './read-wrong-user.js';
import { readsAreLate } from './reads-are-late.js';
import { secondGroupEndsFirst } from './second-group-ends-first.js';
import { textsCutAt255 } from './texts-cut-at-255.js';
import { textsCutAtForty } from './texts-cut-at-forty.js';
import { userPatchesIgnored } from './user-patches-ignored.js';
import { valuesLowerCased } from './values-lower-cased.js';
import { writeNotKept } from './write-not-kept.js';
import { writesAnswerLists } from './writes-answer-lists.js';
import { youngerManagerDropped } from './younger-manager-dropped.js';

/** The defects that concern the area "integrity". */
export const INTEGRITY_DEFECTS: readonly Defect[] = [
  absenceIsCached,
  blanksTrimmed,
  bystanderWritten,
  changesInARow500,
  changesInARowRefused,
  createAnswersOtherName,
  deletedGroupsStillShown,
  displayNamesComposed,
  inactiveManagerDropped,
  indexIsLate,
  latinLettersOnly,
  leadingZerosLost,
  listsAreCached,
  listsInLowerCase,
  listsShowOldNames,
  listsWithoutEmails,
  listsWithoutExtension,
  lookUpsAreCached,
  markupEscaped,
  markupRemoved,
  membersAreLate,
  oneNameForTwoAttributes,
  passwordReturned,
  patchAnswersOldState,
  phoneNumbersReformatted,
  putAnswersOldState,
  readWrongUser,
  readsAreLate,
  secondGroupEndsFirst,
  textsCutAt255,
  textsCutAtForty,
  userPatchesIgnored,
  valuesLowerCased,
  writeNotKept,
  writesAnswerLists,
  youngerManagerDropped,
];
