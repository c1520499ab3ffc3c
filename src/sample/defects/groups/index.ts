// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { createdMembersNotKept } from './created-members-not-kept.js';
import { createdWithTwo } from './created-with-two.js';
import { emptiedGroupDeleted } from './emptied-group-deleted.js';
import { emptyGroupRefused } from './empty-group-refused.js';
import { excludedAttributesIgnored } from './excluded-attributes-ignored.js';
import { groupDeletionDeletesMembers } from './group-deletion-deletes-members.js';
import { groupExtensionRefused } from './group-extension-refused.js';
import { groupExternalIdRefused } from './group-external-id-refused.js';
import { groupFilterEmpty } from './group-filter-empty.js';
import { groupFilterUnsupported } from './group-filter-unsupported.js';
import { groupListRefused } from './group-list-refused.js';
import { groupNamesFixed } from './group-names-fixed.js';
import { groupNamesImmutable } from './group-names-immutable.js';
import { groupNamesNarrow } from './group-names-narrow.js';
import { groupNamesShort } from './group-names-short.js';
import { groupRenameClearsMembers } from './group-rename-clears-members.js';
import { groupRenameIgnored } from './group-rename-ignored.js';
import { groupsNotServed } from './groups-not-served.js';
import { groupsReadOnly } from './groups-read-only.js';
import { groupsWithoutMembers } from './groups-without-members.js';
import { innerGroups500 } from './inner-groups-500.js';
import { innerGroupsDropped } from './inner-groups-dropped.js';
import { largeGroupRefused } from './large-group-refused.js';
import { lastMemberKept } from './last-member-kept.js';
import { lastMemberStays } from './last-member-stays.js';
import { lostMember } from './lost-member.js';
import { memberAgainRefused } from './member-again-refused.js';
import { memberAgainStopsOthers } from './member-again-stops-others.js';
import { memberAgainToggled } from './member-again-toggled.js';
import { memberDisplayNullRefused } from './member-display-null-refused.js';
import { memberTwice } from './member-twice.js';
import { memberTwiceInOneRequest500 } from './member-twice-in-one-request-500.js';
import { memberTypeFixed } from './member-type-fixed.js';
import { memberTypesRequired } from './member-types-required.js';
import { memberWithoutDisplayRefused } from './member-without-display-refused.js';
import { membersByUserName } from './members-by-user-name.js';
import { membersCutAtHundred } from './members-cut-at-hundred.js';
import { membersCutAtTwenty } from './members-cut-at-twenty.js';
import { membersEmptyingRefused } from './members-emptying-refused.js';
import { membersLimited } from './members-limited.js';
import { membersLostWithName } from './members-lost-with-name.js';
import { membersOverlap500 } from './members-overlap-500.js';
import { membersOverlapLost } from './members-overlap-lost.js';
import { membersReplacedByThemselvesGone } from './members-replaced-by-themselves-gone.js';
import { membersRequired } from './members-required.js';
import { microsoftGroupSchemaRefused } from './microsoft-group-schema-refused.js';
import { newAddressLeavesGroups } from './new-address-leaves-groups.js';
import { newDepartmentLeavesGroups } from './new-department-leaves-groups.js';
import { newManagerLeavesGroups } from './new-manager-leaves-groups.js';
import { newcomersNotAddable } from './newcomers-not-addable.js';
import { noMemberLeft500 } from './no-member-left-500.js';
import { noMemberRemoved500 } from './no-member-removed-500.js';
import { noMemberRemovedTakesAnother } from './no-member-removed-takes-another.js';
import { nullMembers } from './null-members.js';
import { oneOfTwoRemoved } from './one-of-two-removed.js';
import { parallelChangesLost } from './parallel-changes-lost.js';
import { referencesOfFirst } from './references-of-first.js';
import { removeAllMembersRefused } from './remove-all-members-refused.js';
import { removeMembersByFilterEmpties } from './remove-members-by-filter-empties.js';
import { removeMembersByFilterIgnored } from './remove-members-by-filter-ignored.js';
import { removeMembersByValueEmpties } from './remove-members-by-value-empties.js';
import { removeMembersByValueIgnored } from './remove-members-by-value-ignored.js';
import { removeMembersByValueRefused } from './remove-members-by-value-refused.js';
import { renamedLeavesGroups } from './renamed-leaves-groups.js';
import { replaceMembersAdds } from './replace-members-adds.js';
import { replaceMembersIgnored } from './replace-members-ignored.js';
import { secondMemberDropped } from './second-member-dropped.js';
import { singleMemberNoList } from './single-member-no-list.js';
import { thirdMemberReplaces } from './third-member-replaces.js';
import { unknownMember500 } from './unknown-member-500.js';
import { writesAnswerFirstGroup } from './writes-answer-first-group.js';

/** The defects that concern the area "groups". */
export const GROUPS_DEFECTS: readonly Defect[] = [
  createdMembersNotKept,
  createdWithTwo,
  emptiedGroupDeleted,
  emptyGroupRefused,
  excludedAttributesIgnored,
  groupDeletionDeletesMembers,
  groupExtensionRefused,
  groupExternalIdRefused,
  groupFilterEmpty,
  groupFilterUnsupported,
  groupListRefused,
  groupNamesFixed,
  groupNamesImmutable,
  groupNamesNarrow,
  groupNamesShort,
  groupRenameClearsMembers,
  groupRenameIgnored,
  groupsNotServed,
  groupsReadOnly,
  groupsWithoutMembers,
  innerGroups500,
  innerGroupsDropped,
  largeGroupRefused,
  lastMemberKept,
  lastMemberStays,
  lostMember,
  memberAgainRefused,
  memberAgainStopsOthers,
  memberAgainToggled,
  memberDisplayNullRefused,
  memberTwice,
  memberTwiceInOneRequest500,
  memberTypeFixed,
  memberTypesRequired,
  memberWithoutDisplayRefused,
  membersByUserName,
  membersCutAtHundred,
  membersCutAtTwenty,
  membersEmptyingRefused,
  membersLimited,
  membersLostWithName,
  membersOverlap500,
  membersOverlapLost,
  membersReplacedByThemselvesGone,
  membersRequired,
  microsoftGroupSchemaRefused,
  newAddressLeavesGroups,
  newDepartmentLeavesGroups,
  newManagerLeavesGroups,
  newcomersNotAddable,
  noMemberLeft500,
  noMemberRemoved500,
  noMemberRemovedTakesAnother,
  nullMembers,
  oneOfTwoRemoved,
  parallelChangesLost,
  referencesOfFirst,
  removeAllMembersRefused,
  removeMembersByFilterEmpties,
  removeMembersByFilterIgnored,
  removeMembersByValueEmpties,
  removeMembersByValueIgnored,
  removeMembersByValueRefused,
  renamedLeavesGroups,
  replaceMembersAdds,
  replaceMembersIgnored,
  secondMemberDropped,
  singleMemberNoList,
  thirdMemberReplaces,
  unknownMember500,
  writesAnswerFirstGroup,
];
