import type { Clock } from '../../base/clock.js';
import type { TargetFacts } from '../../check/context.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Patience } from '../compare/patience.js';
import type { Wire } from '../exchange/wire.js';
import type { RunLog } from '../judge/findings.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResources } from '../state/owned-resources.js';

/** What all plays of a run share. */
export interface RunContext {
  readonly wire: Wire;
  readonly clock: Clock;
  readonly resources: OwnedResources;
  readonly log: RunLog;
  readonly mapping: Mapping;
  readonly facts: TargetFacts;
  readonly ledger: Ledger | undefined;
  /** Ids that the run made up for requests that must find nothing. */
  readonly madeUpIds: Set<string>;
  readonly onSecret: (secret: string) => void;
  /** How long a target is waited for that is slow to show a write. */
  readonly patience: Patience;
}
