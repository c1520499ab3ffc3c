import type { TargetFacts } from '../check/context.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Record } from './findings.js';
import type { Ledger } from './ledger.js';
import type { Patience } from './patience.js';
import type { Population } from './population.js';
import type { Wire } from './wire.js';

/** What all plays of a run share. */
export interface Stage {
  readonly wire: Wire;
  readonly population: Population;
  readonly record: Record;
  readonly mapping: Mapping;
  readonly facts: TargetFacts;
  readonly ledger: Ledger | undefined;
  /** Ids that the run made up for requests that must find nothing. */
  readonly madeUp: Set<string>;
  readonly onSecret: (secret: string) => void;
  /** How long a target is waited for that is slow to show a write. */
  readonly patience: Patience;
}
