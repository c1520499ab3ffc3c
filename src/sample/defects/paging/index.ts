// Written by `npm run index`.
import type { Defect } from '../../defect.js';
import { beyondEndRepeats } from './beyond-end-repeats.js';
import { emptyResourcesNull } from './empty-resources-null.js';
import { filteredPagesRepeat } from './filtered-pages-repeat.js';
import { filteredTotalIsPageSize } from './filtered-total-is-page-size.js';
import { filteredTotalZero } from './filtered-total-zero.js';
import { firstResourceSkipped } from './first-resource-skipped.js';
import { groupCountNegativeRefused } from './group-count-negative-refused.js';
import { groupPagesIgnored } from './group-pages-ignored.js';
import { groupTotalIsPageSize } from './group-total-is-page-size.js';
import { hundredthSkipped } from './hundredth-skipped.js';
import { itemsPerPageIsCount } from './items-per-page-is-count.js';
import { listBareArray } from './list-bare-array.js';
import { listNamesInLowerCase } from './list-names-in-lower-case.js';
import { negativeCountMeansAll } from './negative-count-means-all.js';
import { negativeCountRefused } from './negative-count-refused.js';
import { negativeStartIndex500 } from './negative-start-index-500.js';
import { pagingIgnored } from './paging-ignored.js';
import { secondPageEmpty } from './second-page-empty.js';
import { secondPageRepeats } from './second-page-repeats.js';
import { sortByLetterCase } from './sort-by-letter-case.js';
import { sortNoValueFirst } from './sort-no-value-first.js';
import { sortOrderIgnored } from './sort-order-ignored.js';
import { sortPromisedIgnored } from './sort-promised-ignored.js';
import { startIndexFromZero } from './start-index-from-zero.js';
import { startIndexIgnored } from './start-index-ignored.js';
import { startIndexMissing } from './start-index-missing.js';
import { totalCountsDeleted } from './total-counts-deleted.js';
import { totalIsPageSize } from './total-is-page-size.js';
import { totalOfEverything } from './total-of-everything.js';
import { totalStopsAtHundred } from './total-stops-at-hundred.js';
import { totalsAsStrings } from './totals-as-strings.js';
import { unstableOrder } from './unstable-order.js';
import { userListRefused } from './user-list-refused.js';

/** The defects that concern the area "paging". */
export const PAGING_DEFECTS: readonly Defect[] = [
  beyondEndRepeats,
  emptyResourcesNull,
  filteredPagesRepeat,
  filteredTotalIsPageSize,
  filteredTotalZero,
  firstResourceSkipped,
  groupCountNegativeRefused,
  groupPagesIgnored,
  groupTotalIsPageSize,
  hundredthSkipped,
  itemsPerPageIsCount,
  listBareArray,
  listNamesInLowerCase,
  negativeCountMeansAll,
  negativeCountRefused,
  negativeStartIndex500,
  pagingIgnored,
  secondPageEmpty,
  secondPageRepeats,
  sortByLetterCase,
  sortNoValueFirst,
  sortOrderIgnored,
  sortPromisedIgnored,
  startIndexFromZero,
  startIndexIgnored,
  startIndexMissing,
  totalCountsDeleted,
  totalIsPageSize,
  totalOfEverything,
  totalStopsAtHundred,
  totalsAsStrings,
  unstableOrder,
  userListRefused,
];
