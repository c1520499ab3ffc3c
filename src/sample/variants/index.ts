import type { Variant } from '../defect.js';
import { awkwardIds } from './awkward-ids.js';
import { bareMembers } from './bare-members.js';
import { charsetInContentType } from './charset-in-content-type.js';
import { emptyListWithoutResources } from './empty-list-without-resources.js';
import { emptyListsShown } from './empty-lists-shown.js';
import { extraAttributes } from './extra-attributes.js';
import { newestFirst } from './newest-first.js';
import { noEtags } from './no-etags.js';
import { numericIds } from './numeric-ids.js';
import { patchNoContent } from './patch-no-content.js';
import { smallPages } from './small-pages.js';
import { sometimesThrottled } from './sometimes-throttled.js';

/** Legal but unusual behaviours that the sample server can be given. */
export const VARIANTS: readonly Variant[] = [
  patchNoContent,
  numericIds,
  awkwardIds,
  smallPages,
  emptyListWithoutResources,
  noEtags,
  charsetInContentType,
  bareMembers,
  newestFirst,
  extraAttributes,
  emptyListsShown,
  sometimesThrottled,
];
