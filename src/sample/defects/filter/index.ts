// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { accentsPassedOver } from './accents-passed-over.js';
import { andIgnored } from './and-ignored.js';
import { apostropheBreaksLists } from './apostrophe-breaks-lists.js';
import { atLeastAsMore } from './at-least-as-more.js';
import { attributesIgnored } from './attributes-ignored.js';
import { attributesInLowerCase } from './attributes-in-lower-case.js';
import { attributesUrnUnknown } from './attributes-urn-unknown.js';
import { attributesWithoutId } from './attributes-without-id.js';
import { bracketsInNamesRefused } from './brackets-in-names-refused.js';
import { domainsPassedOver } from './domains-passed-over.js';
import { dotsPassedOver } from './dots-passed-over.js';
import { extensionFilterEmpty } from './extension-filter-empty.js';
import { externalIdFilterEmpty } from './external-id-filter-empty.js';
import { externalIdsIndexedOnce } from './external-ids-indexed-once.js';
import { filterAttributeCaseSensitive } from './filter-attribute-case-sensitive.js';
import { filterCaseSensitive } from './filter-case-sensitive.js';
import { filterEscapesMisread } from './filter-escapes-misread.js';
import { filterExternalIdRefused } from './filter-external-id-refused.js';
import { filterIgnored } from './filter-ignored.js';
import { filterValuesCaseSensitive } from './filter-values-case-sensitive.js';
import { filterWithPagingIgnored } from './filter-with-paging-ignored.js';
import { filterWithSpacesFindsNothing } from './filter-with-spaces-finds-nothing.js';
import { filterWithoutValueFindsNothing } from './filter-without-value-finds-nothing.js';
import { filtersNotSupported } from './filters-not-supported.js';
import { formerNameFound } from './former-name-found.js';
import { foundOncePerAddress } from './found-once-per-address.js';
import { invalidFilterIgnored } from './invalid-filter-ignored.js';
import { lessAsAtMost } from './less-as-at-most.js';
import { listPathFilterEmpty } from './list-path-filter-empty.js';
import { lookUpFindsTwice } from './look-up-finds-twice.js';
import { namesArePatterns } from './names-are-patterns.js';
import { namesFoundByBeginning } from './names-found-by-beginning.js';
import { namesFoundByPattern } from './names-found-by-pattern.js';
import { namesFoundInsideOthers } from './names-found-inside-others.js';
import { namesIndexedOnce } from './names-indexed-once.js';
import { noMatch404 } from './no-match-404.js';
import { orFindsNothing } from './or-finds-nothing.js';
import { partsNotProjected } from './parts-not-projected.js';
import { plusNotDecoded } from './plus-not-decoded.js';
import { punctuationPassedOver } from './punctuation-passed-over.js';
import { putNamesNotIndexed } from './put-names-not-indexed.js';
import { queryDecodedTwice } from './query-decoded-twice.js';
import { searchTakenForCreate } from './search-taken-for-create.js';
import { startsWithAsEquals } from './starts-with-as-equals.js';
import { truthFilterEmpty } from './truth-filter-empty.js';
import { userFilterEmpty } from './user-filter-empty.js';
import { valuePathContainsEmpty } from './value-path-contains-empty.js';
import { valuePathFilterRefused } from './value-path-filter-refused.js';
import { wordsInNamesMisread } from './words-in-names-misread.js';

/** The defects that concern the area "filter". */
export const FILTER_DEFECTS: readonly Defect[] = [
  accentsPassedOver,
  andIgnored,
  apostropheBreaksLists,
  atLeastAsMore,
  attributesIgnored,
  attributesInLowerCase,
  attributesUrnUnknown,
  attributesWithoutId,
  bracketsInNamesRefused,
  domainsPassedOver,
  dotsPassedOver,
  extensionFilterEmpty,
  externalIdFilterEmpty,
  externalIdsIndexedOnce,
  filterAttributeCaseSensitive,
  filterCaseSensitive,
  filterEscapesMisread,
  filterExternalIdRefused,
  filterIgnored,
  filterValuesCaseSensitive,
  filterWithPagingIgnored,
  filterWithSpacesFindsNothing,
  filterWithoutValueFindsNothing,
  filtersNotSupported,
  formerNameFound,
  foundOncePerAddress,
  invalidFilterIgnored,
  lessAsAtMost,
  listPathFilterEmpty,
  lookUpFindsTwice,
  namesArePatterns,
  namesFoundByBeginning,
  namesFoundByPattern,
  namesFoundInsideOthers,
  namesIndexedOnce,
  noMatch404,
  orFindsNothing,
  partsNotProjected,
  plusNotDecoded,
  punctuationPassedOver,
  putNamesNotIndexed,
  queryDecodedTwice,
  searchTakenForCreate,
  startsWithAsEquals,
  truthFilterEmpty,
  userFilterEmpty,
  valuePathContainsEmpty,
  valuePathFilterRefused,
  wordsInNamesMisread,
];
