import type { CheckId } from '../../check/check-id.js';
import type { TargetFacts } from '../../check/context.js';
import type { Client } from '../../client/client.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import type { ComparisonRules } from '../compare/comparison.js';
import type { ReadBack } from '../compare/read-back.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResources } from '../state/owned-resources.js';
import type { RunLog } from './run-log.js';
import type { StepLog } from './step-log.js';

/** What a step expects of the answer to its write. */
export interface StepExpectation {
  /** Statuses that the scenario asks for. */
  readonly statuses?: readonly number[] | undefined;
  /** The check that the step's expectation is reported as. */
  readonly check?: CheckId | undefined;
}

/** What the outcome of a write is judged with. */
export interface OutcomeContext {
  readonly client: Client;
  readonly run: {
    readonly resources: OwnedResources;
    readonly ledger: Ledger;
    readonly facts: TargetFacts;
    readonly mapping: Mapping;
    readonly log: RunLog;
  };
  readonly log: StepLog;
  readonly readBack: ReadBack;
  readonly expectation: StepExpectation;
  rules(type: ResourceType): ComparisonRules;
  /** Sends a write of scim-check's own to a resource of this run, which no check judges; undefined: it was not answered. */
  attempt(request: ScimRequest): Promise<ScimResponse | undefined>;
}

/** Whether the scenario asks for an answer like this, or for none in particular. */
export function isWanted({ statuses }: StepExpectation, response: ScimResponse): boolean {
  return statuses === undefined || statuses.includes(response.status);
}

/** A refusal that nobody provoked. Whether a provoked one is the right one is the scenario's expectation to say. */
export function isUnwanted({ statuses, check }: StepExpectation, response: ScimResponse): boolean {
  // Where the scenario names the check, the expectation says it.
  if (check !== undefined) return false;
  return statuses === undefined || (!statuses.includes(response.status) && statuses.every((status) => status < 400));
}
