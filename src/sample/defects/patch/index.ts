// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { addListRefused } from './add-list-refused.js';
import { addReplacesList } from './add-replaces-list.js';
import { addSingularRefused } from './add-singular-refused.js';
import { addressRefusesWholePatch } from './address-refuses-whole-patch.js';
import { change500Kept } from './change-500-kept.js';
import { complexReplacedWhole } from './complex-replaced-whole.js';
import { departmentClearsManager } from './department-clears-manager.js';
import { extensionAbsent500 } from './extension-absent-500.js';
import { extensionNeedsUrn } from './extension-needs-urn.js';
import { extensionPathDotSplit } from './extension-path-dot-split.js';
import { groupLabelsStay } from './group-labels-stay.js';
import { lastOfEachPath } from './last-of-each-path.js';
import { lastOperationAlone } from './last-operation-alone.js';
import { listAppended } from './list-appended.js';
import { managerStringIgnored } from './manager-string-ignored.js';
import { managerStringRefused } from './manager-string-refused.js';
import { manyOperationsRefused } from './many-operations-refused.js';
import { nameMissing500 } from './name-missing-500.js';
import { noChangeChangesTime } from './no-change-changes-time.js';
import { noChangeRefused } from './no-change-refused.js';
import { noTargetIgnored } from './no-target-ignored.js';
import { nullInPatchRefused } from './null-in-patch-refused.js';
import { opCaseIgnoredForGroups } from './op-case-ignored-for-groups.js';
import { opCaseSensitive } from './op-case-sensitive.js';
import { operationsReversed } from './operations-reversed.js';
import { partRemovesElement } from './part-removes-element.js';
import { patchAnswers202 } from './patch-answers-202.js';
import { patchClearsNickname } from './patch-clears-nickname.js';
import { patchNotAtomic } from './patch-not-atomic.js';
import { patchUnknown204 } from './patch-unknown-204.js';
import { patchUnsupported } from './patch-unsupported.js';
import { pathless500 } from './pathless-500.js';
import { pathlessDottedIgnored } from './pathless-dotted-ignored.js';
import { pathlessDottedLiteral } from './pathless-dotted-literal.js';
import { pathlessExtensionIgnored } from './pathless-extension-ignored.js';
import { pathlessIgnored } from './pathless-ignored.js';
import { pathlessListAppended } from './pathless-list-appended.js';
import { pathlessUrnLiteral } from './pathless-urn-literal.js';
import { pathsIgnored } from './paths-ignored.js';
import { pathsRefused } from './paths-refused.js';
import { photosStay } from './photos-stay.js';
import { profileUrlLost } from './profile-url-lost.js';
import { readOnlyIgnored } from './read-only-ignored.js';
import { readonlyIdRefused } from './readonly-id-refused.js';
import { removeIgnored } from './remove-ignored.js';
import { removePart500 } from './remove-part-500.js';
import { removeWithoutPathAccepted } from './remove-without-path-accepted.js';
import { removeWritesValue } from './remove-writes-value.js';
import { removesAppliedLast } from './removes-applied-last.js';
import { replaceIgnored } from './replace-ignored.js';
import { replaceWithoutValueRefused } from './replace-without-value-refused.js';
import { requiredRemoved } from './required-removed.js';
import { roleJsonStored } from './role-json-stored.js';
import { secondOperationIgnored } from './second-operation-ignored.js';
import { secondPrimaryRefused } from './second-primary-refused.js';
import { twoPrimaries } from './two-primaries.js';
import { unknownOperationAccepted } from './unknown-operation-accepted.js';
import { unknownPathAccepted } from './unknown-path-accepted.js';
import { valuePathClearsElement } from './value-path-clears-element.js';
import { valuePathIgnored } from './value-path-ignored.js';
import { valuePathNoTarget } from './value-path-no-target.js';
import { valuePathRefused } from './value-path-refused.js';
import { valuePathRemovesAlone } from './value-path-removes-alone.js';
import { valuePathReplaceIgnored } from './value-path-replace-ignored.js';
import { valuePathWrongElement } from './value-path-wrong-element.js';
import { versionsWanted } from './versions-wanted.js';
import { wholeElement500 } from './whole-element-500.js';
import { youngerManager500 } from './younger-manager-500.js';

/** The defects that concern the area "patch". */
export const PATCH_DEFECTS: readonly Defect[] = [
  addListRefused,
  addReplacesList,
  addSingularRefused,
  addressRefusesWholePatch,
  change500Kept,
  complexReplacedWhole,
  departmentClearsManager,
  extensionAbsent500,
  extensionNeedsUrn,
  extensionPathDotSplit,
  groupLabelsStay,
  lastOfEachPath,
  lastOperationAlone,
  listAppended,
  managerStringIgnored,
  managerStringRefused,
  manyOperationsRefused,
  nameMissing500,
  noChangeChangesTime,
  noChangeRefused,
  noTargetIgnored,
  nullInPatchRefused,
  opCaseIgnoredForGroups,
  opCaseSensitive,
  operationsReversed,
  partRemovesElement,
  patchAnswers202,
  patchClearsNickname,
  patchNotAtomic,
  patchUnknown204,
  patchUnsupported,
  pathless500,
  pathlessDottedIgnored,
  pathlessDottedLiteral,
  pathlessExtensionIgnored,
  pathlessIgnored,
  pathlessListAppended,
  pathlessUrnLiteral,
  pathsIgnored,
  pathsRefused,
  photosStay,
  profileUrlLost,
  readOnlyIgnored,
  readonlyIdRefused,
  removeIgnored,
  removePart500,
  removeWithoutPathAccepted,
  removeWritesValue,
  removesAppliedLast,
  replaceIgnored,
  replaceWithoutValueRefused,
  requiredRemoved,
  roleJsonStored,
  secondOperationIgnored,
  secondPrimaryRefused,
  twoPrimaries,
  unknownOperationAccepted,
  unknownPathAccepted,
  valuePathClearsElement,
  valuePathIgnored,
  valuePathNoTarget,
  valuePathRefused,
  valuePathRemovesAlone,
  valuePathReplaceIgnored,
  valuePathWrongElement,
  versionsWanted,
  wholeElement500,
  youngerManager500,
];
