import type { TargetFacts } from '../../check/context.js';
import type { Mapping } from '../../mapping/mapping.js';

/** What must be known of the target and of the app to compare a resource. */
export interface CompareContext {
  readonly mapping: Mapping;
  readonly facts: TargetFacts;
}
