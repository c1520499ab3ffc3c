import type { Clock } from '../../base/clock.js';
import type { CheckId } from '../../check/check-id.js';
import type { TargetFacts } from '../../check/context.js';
import type { Client } from '../../client/client.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import type { ComparisonRules } from '../compare/comparison.js';
import type { ReadBack } from '../compare/read-back.js';
import type { Ledger } from '../ledger/ledger.js';
import type { OwnedResources } from '../state/owned-resources.js';
import type { LookUps } from './look-ups.js';
import type { RunLog } from './run-log.js';
import type { StepLog } from './step-log.js';
import type { Trials } from './trials.js';

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
    readonly trials: Trials;
    readonly lookUps: LookUps;
    readonly clock: Clock;
    readonly ownWordsHold?: true;
  };
  readonly log: StepLog;
  readonly readBack: ReadBack;
  readonly expectation: StepExpectation;
  rules(type: ResourceType): ComparisonRules;
  /** Sends a write of scim-check's own, which no check judges and which is cleaned up after; undefined: it was not answered. */
  attempt(request: ScimRequest): Promise<ScimResponse | undefined>;
}

/** Whether the scenario asks for an answer like this, or for none in particular. */
export function isWanted({ statuses }: StepExpectation, response: ScimResponse): boolean {
  return statuses === undefined || statuses.includes(response.status);
}

/** A refusal where the step means to succeed, whatever check it names. */
export function isUnexpected({ statuses }: StepExpectation, response: ScimResponse): boolean {
  return statuses === undefined || (!statuses.includes(response.status) && statuses.every((status) => status < 400));
}

/** A refusal that nobody provoked. Whether a provoked one is the right one is the scenario's expectation to say. */
export function isUnwanted(expectation: StepExpectation, response: ScimResponse): boolean {
  // Where the scenario names the check, the expectation says it.
  return expectation.check === undefined && isUnexpected(expectation, response);
}
