import { DEFECTS } from '../sample/defects/index.js';
import { GALLERY_DEFECTS } from '../sample/gallery-defects/index.js';
import { VARIANTS } from '../sample/variants/index.js';
import { didYouMean } from '../yaml/nearest.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';

/** How a sample server deviates from a plain correct one. */
export interface Deviations {
  readonly defects: readonly string[];
  readonly variants: readonly string[];
}

/**
 * Makes sure that the sample knows the defects and variants named.
 *
 * @param defects names of defects
 * @param variants names of legal variants
 * @throws UsageError for an unknown name
 */
export function chosenDeviations(defects: Setting<readonly string[]>, variants: Setting<readonly string[]>): Deviations {
  const known = { defects: [...DEFECTS, ...GALLERY_DEFECTS].map((each) => each.name), variants: VARIANTS.map((each) => each.name) };
  for (const name of defects.value) refuseUnknown('defect', name, defects.from, known.defects);
  for (const name of variants.value) refuseUnknown('variant', name, variants.from, known.variants);
  return { defects: [...new Set(defects.value)], variants: [...new Set(variants.value)] };
}

function refuseUnknown(kind: 'defect' | 'variant', name: string, from: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const hint = didYouMean(name, known) ?? `All of them: scim-check list ${kind}s`;
  throw new UsageError(`${from}: the sample has no ${kind} "${name}"`, hint);
}
