import type { TargetFacts } from '../../check/context.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResources } from '../state/owned-resources.js';
import type { Wire } from './wire.js';

/** What an exchange with the target needs of its run. */
export interface ExchangeContext {
  readonly wire: Wire;
  readonly resources: OwnedResources;
  readonly ledger: Ledger;
  readonly facts: TargetFacts;
  /** Ids that the run made up for requests that must find nothing. */
  readonly madeUpIds: ReadonlySet<string>;
}
