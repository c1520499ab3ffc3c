// Written by `npm run index`.
import type { Variant } from '../defect.js';
import { alwaysReturned } from './always-returned.js';
import { attributesOnRequest } from './attributes-on-request.js';
import { awkwardIds } from './awkward-ids.js';
import { bareMembers } from './bare-members.js';
import { bulkReordered } from './bulk-reordered.js';
import { bulkStatusWithCode } from './bulk-status-with-code.js';
import { charsetInContentType } from './charset-in-content-type.js';
import { chunked } from './chunked.js';
import { connectionClosed } from './connection-closed.js';
import { datesWithOffset } from './dates-with-offset.js';
import { datesWithoutFraction } from './dates-without-fraction.js';
import { defaultsFilledIn } from './defaults-filled-in.js';
import { defaultsInPlaceOfBlanks } from './defaults-in-place-of-blanks.js';
import { defaultsWhenRemoved } from './defaults-when-removed.js';
import { discoveryFilterFindsNothing } from './discovery-filter-finds-nothing.js';
import { elementsDescribed } from './elements-described.js';
import { emptyListWithoutResources } from './empty-list-without-resources.js';
import { emptyListsShown } from './empty-lists-shown.js';
import { entitlements } from './entitlements.js';
import { errorsWithoutDetail } from './errors-without-detail.js';
import { errorsWithoutScimType } from './errors-without-scim-type.js';
import { externalIdsNotKept } from './external-ids-not-kept.js';
import { extraAttributes } from './extra-attributes.js';
import { extraHeaders } from './extra-headers.js';
import { fewAttributes } from './few-attributes.js';
import { filterOperatorsDeclined } from './filter-operators-declined.js';
import { filtersOfEqualityOnly } from './filters-of-equality-only.js';
import { firstIsPrimary } from './first-is-primary.js';
import { formattedNamesComputed } from './formatted-names-computed.js';
import { formattedNamesMade } from './formatted-names-made.js';
import { furtherResourceTypes } from './further-resource-types.js';
import { groupsDescribed } from './groups-described.js';
import { groupsNotShown } from './groups-not-shown.js';
import { gzip } from './gzip.js';
import { hiddenValuesNotFiltered } from './hidden-values-not-filtered.js';
import { idsDifferInCase } from './ids-differ-in-case.js';
import { inactiveByDefault } from './inactive-by-default.js';
import { inactiveNotListed } from './inactive-not-listed.js';
import { locationsByName } from './locations-by-name.js';
import { longIds } from './long-ids.js';
import { managersGoWhenDeleted } from './managers-go-when-deleted.js';
import { mediaTypeInCapitals } from './media-type-in-capitals.js';
import { membersAmongTheUsersGroups } from './members-among-the-users-groups.js';
import { membersNeverShown } from './members-never-shown.js';
import { membersNotInLists } from './members-not-in-lists.js';
import { membersOnRequest } from './members-on-request.js';
import { moreRequired } from './more-required.js';
import { moreUnique } from './more-unique.js';
import { namesInCapitals } from './names-in-capitals.js';
import { newestFirst } from './newest-first.js';
import { noBulk } from './no-bulk.js';
import { noEnterpriseExtension } from './no-enterprise-extension.js';
import { noEtags } from './no-etags.js';
import { noFilters } from './no-filters.js';
import { noGroupType } from './no-group-type.js';
import { noGroups } from './no-groups.js';
import { noPatch } from './no-patch.js';
import { noPut } from './no-put.js';
import { noSearchByPost } from './no-search-by-post.js';
import { noSort } from './no-sort.js';
import { nullLists } from './null-lists.js';
import { nullsForNothing } from './nulls-for-nothing.js';
import { numbersOmitted } from './numbers-omitted.js';
import { numericIds } from './numeric-ids.js';
import { patchNoContent } from './patch-no-content.js';
import { phoneNumbersAsUris } from './phone-numbers-as-uris.js';
import { putKeepsOmitted } from './put-keeps-omitted.js';
import { reversedAttributes } from './reversed-attributes.js';
import { reversedMembers } from './reversed-members.js';
import { severalChallenges } from './several-challenges.js';
import { slashesInIds } from './slashes-in-ids.js';
import { slowAnswers } from './slow-answers.js';
import { smallPages } from './small-pages.js';
import { sometimesThrottled } from './sometimes-throttled.js';
import { strongEtags } from './strong-etags.js';
import { textsDecomposed } from './texts-decomposed.js';
import { userNamesInLowerCase } from './user-names-in-lower-case.js';
import { valuesInCapitals } from './values-in-capitals.js';
import { versionsDemanded } from './versions-demanded.js';

/** Legal but unusual behaviours that the sample server can be given. */
export const VARIANTS: readonly Variant[] = [
  alwaysReturned,
  attributesOnRequest,
  awkwardIds,
  bareMembers,
  bulkReordered,
  bulkStatusWithCode,
  charsetInContentType,
  chunked,
  connectionClosed,
  datesWithOffset,
  datesWithoutFraction,
  defaultsFilledIn,
  defaultsInPlaceOfBlanks,
  defaultsWhenRemoved,
  discoveryFilterFindsNothing,
  elementsDescribed,
  emptyListWithoutResources,
  emptyListsShown,
  entitlements,
  errorsWithoutDetail,
  errorsWithoutScimType,
  externalIdsNotKept,
  extraAttributes,
  extraHeaders,
  fewAttributes,
  filterOperatorsDeclined,
  filtersOfEqualityOnly,
  firstIsPrimary,
  formattedNamesComputed,
  formattedNamesMade,
  furtherResourceTypes,
  groupsDescribed,
  groupsNotShown,
  gzip,
  hiddenValuesNotFiltered,
  idsDifferInCase,
  inactiveByDefault,
  inactiveNotListed,
  locationsByName,
  longIds,
  managersGoWhenDeleted,
  mediaTypeInCapitals,
  membersAmongTheUsersGroups,
  membersNeverShown,
  membersNotInLists,
  membersOnRequest,
  moreRequired,
  moreUnique,
  namesInCapitals,
  newestFirst,
  noBulk,
  noEnterpriseExtension,
  noEtags,
  noFilters,
  noGroupType,
  noGroups,
  noPatch,
  noPut,
  noSearchByPost,
  noSort,
  nullLists,
  nullsForNothing,
  numbersOmitted,
  numericIds,
  patchNoContent,
  phoneNumbersAsUris,
  putKeepsOmitted,
  reversedAttributes,
  reversedMembers,
  severalChallenges,
  slashesInIds,
  slowAnswers,
  smallPages,
  sometimesThrottled,
  strongEtags,
  textsDecomposed,
  userNamesInLowerCase,
  valuesInCapitals,
  versionsDemanded,
];
