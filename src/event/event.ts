import type { Authority, Impact, Severity } from '../check/check.js';
import type { Dialect, Family } from '../client/client.js';
import type { Json } from '../scim/json.js';
import type { Header, Method, Purpose, ResourceType } from '../scim/message.js';
import type { Position } from '../yaml/position.js';
import type { BaselineEvent } from './baseline-event.js';
import type { Capability } from './capability.js';
import type { ExploreEvent } from './exploration.js';
import type { GalleryRequirementEvent, GalleryTestEvent } from './gallery-event.js';

export type { BaselineEvent, BaselineProblem, KnownFinding } from './baseline-event.js';
export type { GalleryRequirementEvent, GalleryTestEvent } from './gallery-event.js';

/** Everything that a run tells. The engine emits events and prints nothing; each report is a function of them. */
export type RunEvent =
  | RunStarted
  | NoticeEvent
  | NotProvisioned
  | ClientStarted
  | ScenarioStarted
  | StepStarted
  | ExchangeEvent
  | StepFinished
  | ScenarioFinished
  | GalleryTestEvent
  | GalleryRequirementEvent
  | ExploreEvent
  | FindingEvent
  | ClientFinished
  | CleanupProgress
  | CleanupFinished
  | BaselineEvent
  | RunFinished;

export interface RunStarted {
  readonly type: 'run-started';
  /** Version of the event format. */
  readonly format: 1;
  readonly version: string;
  readonly runId: string;
  /** ISO 8601. */
  readonly time: string;
  /** The base URL without credentials or query; `sample` runs name the loopback URL. */
  readonly target: string;
  readonly mapping: {
    readonly name: string;
    readonly app: string;
    readonly source: string;
    /** Attributes that the clients send and the run cannot: what makes their values cannot be worked out. */
    readonly unsent?: readonly { readonly name: string; readonly reason: string }[];
  };
  readonly seed: number;
  /** What the way to the target depends on: the configuration file in use, the proxy without its password, the file of authorities. */
  readonly setup?: { readonly config?: string; readonly proxy?: string; readonly ca?: string };
  /** Options of "scim-check run" that a repetition of a part needs besides target, client, seed and scenario. */
  readonly command?: readonly string[];
  /** Scenarios were named: what the others would have shown is not missed by the exit code. */
  readonly selected?: boolean;
  /** Files of the user's own whose scenarios are played; all other scenarios come with scim-check, and their files with it. */
  readonly ownFiles?: readonly string[];
  readonly clients: readonly PlannedClient[];
}

/** A client that the run is to play. */
export interface PlannedClient {
  readonly dialect: Dialect;
  readonly family: Family;
  readonly title: string;
  /** How many scenarios it is to play. */
  readonly scenarios: number;
  /** What it must be able to do by the mapping, as far as this dialect is the one to show it. Absent in runs saved before there was coverage. */
  readonly needs?: readonly Capability[];
}

/** Something the reader should know that is no finding: an assumption, a wait, a skipped part. */
export interface NoticeEvent {
  readonly type: 'notice';
  readonly level: 'info' | 'warning';
  readonly message: string;
  readonly dialect?: Dialect;
}

/** What a client does without, because the target does not offer it and need not: nobody misses its proof. */
export interface NotProvisioned {
  readonly type: 'not-provisioned';
  readonly dialect: Dialect;
  readonly capabilities: readonly Capability[];
  /** How many of the planned scenarios are not played for it. */
  readonly scenarios: number;
  /** Why, in the target's words where it has said so. */
  readonly reason: string;
  /** What to do about it, in one line. */
  readonly advice: string;
}

export interface ClientStarted {
  readonly type: 'client-started';
  readonly dialect: Dialect;
}

/** Names one play of one scenario by one dialect. */
export interface CaseRef {
  readonly dialect: Dialect;
  readonly scenario: string;
}

export interface ScenarioStarted extends CaseRef {
  readonly type: 'scenario-started';
  readonly title: string;
  readonly source: Position;
  readonly steps: number;
}

export interface StepStarted extends CaseRef {
  readonly type: 'step-started';
  /** Counted from 1. */
  readonly step: number;
  /** `update mover: emails[type eq "work"].value`. */
  readonly label: string;
  readonly source: Position;
}

/** One request with its answer, or with the reason why there is none. */
export interface ExchangeEvent {
  readonly type: 'exchange';
  /** Unique within the run: `E17`. */
  readonly id: string;
  readonly dialect: Dialect;
  /** Absent for requests outside any scenario: discovery, probe, clean-up. */
  readonly scenario?: string;
  readonly step?: number;
  readonly purpose: Purpose;
  /** scim-check's own request, which no client sends: a read after a write, discovery, clean-up. Absent: the client's. */
  readonly own?: boolean;
  readonly resourceType?: ResourceType;
  readonly request: { readonly method: Method; readonly url: string; readonly headers: readonly Header[]; readonly body?: string };
  readonly response?: {
    readonly status: number;
    readonly headers: readonly Header[];
    readonly body: string;
    readonly truncated: boolean;
    readonly milliseconds: number;
  };
  /** Why no response came. */
  readonly failure?: { readonly kind: string; readonly message: string };
  /** ISO 8601. */
  readonly time: string;
}

export type StepStatus = 'passed' | 'failed' | 'blocked' | 'skipped';

/**
 * Why a step was blocked that no finding blocks. `throttled`: come back later; `unanswered`: no answer came; `stopped`: the run ended;
 * `endless`: a list had no end; `unserved`: the target wants what the client does not send; `unread`: the answer was too large.
 */
export type CutBy = 'throttled' | 'unanswered' | 'stopped' | 'endless' | 'unserved' | 'unread' | 'other';

export interface StepFinished extends CaseRef {
  readonly type: 'step-finished';
  readonly step: number;
  readonly label: string;
  readonly source: Position;
  readonly status: StepStatus;
  /** Why it was blocked or skipped; for a failure, what was seen first. */
  readonly reason?: string;
  /** The checks that failed here, or that block it. */
  readonly checks: readonly string[];
  /** What the step shows when it passes: each of these was done, and was read back where it can be. */
  readonly capabilities?: readonly Capability[];
  /** Of a failed step: the worst that was seen. Warnings keep no client from going on. */
  readonly severity?: Severity;
  /** Of a blocked step: why, where nothing that was found is the reason. */
  readonly cut?: CutBy;
  readonly milliseconds: number;
}

export interface ScenarioFinished extends CaseRef {
  readonly type: 'scenario-finished';
  readonly title: string;
  readonly source: Position;
  readonly status: StepStatus;
  readonly reason?: string;
}

/** A finding: one defect, told once per dialect, at its root. */
export interface FindingEvent {
  readonly type: 'finding';
  /** Unique within the run: `F3`. */
  readonly id: string;
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly authorities: readonly Authority[];
  readonly client: Family;
  readonly dialect: Dialect;
  readonly scenario?: string;
  readonly step?: number;
  readonly label?: string;
  readonly source?: Position;
  /** The exchange that shows it. */
  readonly exchange?: string;
  /** One line: what was sent. */
  readonly sent?: string;
  readonly expected: string;
  readonly received: string;
  readonly effect: string;
  readonly fix: string;
  /** A shell command that repeats the request, with the credential as an environment variable. */
  readonly repeat?: string;
  /** In how many exchanges it was seen. */
  readonly count: number;
  /** Scenario steps that could not be judged because of it: `users/leaver:3`. */
  readonly blocks: readonly string[];
  /** Where it was seen, each place once; the same in every run against the same target. Absent in runs that were saved before. */
  readonly seen?: readonly SeenIn[];
  /** Further facts for machine readers. */
  readonly details?: Json;
}

/** A place where a finding was seen. */
export interface SeenIn {
  /** Absent: outside the scenarios. */
  readonly scenario?: string;
  /** The target path that was not as it should be, where it is about one. */
  readonly attribute?: string;
}

export interface ClientFinished {
  readonly type: 'client-finished';
  readonly dialect: Dialect;
  /** The client's requests and scim-check's own. */
  readonly requests: number;
  /** Of these scim-check's own. */
  readonly ownRequests: number;
  readonly seconds: number;
}

/** A resource that is still in the target after the clean-up. */
export interface LeftOver {
  readonly resourceType: ResourceType;
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  /** The target does not offer DELETE, so that nobody could remove it. */
  readonly unsupported?: boolean;
}

/** How far the clean-up has come; the first one has `done` 0. None where there is nothing to remove. */
export interface CleanupProgress {
  readonly type: 'cleanup-progress';
  /** Resources that were seen to, whether they are gone or not. */
  readonly done: number;
  readonly of: number;
}

export interface CleanupFinished {
  readonly type: 'cleanup';
  readonly created: number;
  readonly deleted: number;
  /** What is still in the target; each also stands in the ledger. */
  readonly left: readonly LeftOver[];
  /** The ledger file, when something is left. */
  readonly ledger?: string;
}

export interface RunFinished {
  readonly type: 'run-finished';
  /** ISO 8601. */
  readonly time: string;
  readonly seconds: number;
  /** The clients' requests and scim-check's own. */
  readonly requests: number;
  /** Of these scim-check's own. */
  readonly ownRequests: number;
  /** Why the run ended before its plan did. */
  readonly aborted?: {
    readonly kind: 'interrupted' | 'unusable' | 'throttled' | 'lost' | 'deadline' | 'ledger' | 'internal';
    readonly message: string;
  };
}

/** Receives events in order. Reporters and the redactor have this shape. */
export type Sink = (event: RunEvent) => void;
