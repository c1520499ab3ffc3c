import type { CheckId } from '../../check/check-id.js';
import { showResponse } from '../../check/show.js';
import type { DirectoryObject, Outcome } from '../../client/client.js';
import { guid, seededRandom } from '../../client/values/random.js';
import type { Capability } from '../../event/capability.js';
import type { CutBy, StepStatus } from '../../event/event.js';
import type { ObjectSpec, Scenario, Step } from '../../scenario/scenario.js';
import { fillText, fillValue, type Variable } from '../../scenario/template.js';
import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import type { RunOptions } from '../run/options.js';
import type { ConversationRunner } from './conversation-runner.js';
import type { DirectoryEntry } from './directory.js';
import { buildDirectoryObject, variableOf } from './directory.js';

/** How a step ended. */
export interface StepResult {
  readonly status: StepStatus;
  readonly reason?: string;
  /** For a blocked step: the candidates of what is in its way. */
  readonly causes?: readonly (readonly CheckId[])[];
  /** For a blocked step that nothing that was found blocks: why. */
  readonly cut?: CutBy;
  /** What the step has shown of the client, where that depends on what was sent. */
  readonly shown?: readonly Capability[];
}

export const PASSED: StepResult = { status: 'passed' };

/** Filtering is optional, and a client of the standard does without where it is not promised (RFC 7644 §3.4.2.2). */
export const NO_FILTER: StepResult = { status: 'skipped', reason: 'ServiceProviderConfig does not promise filter' };

/** A scenario on stage: its play, its cast, and what its steps captured. */
export class StepContext {
  readonly runner: ConversationRunner;
  readonly scenario: Scenario;
  readonly options: RunOptions;
  readonly directory = new Map<string, DirectoryEntry>();
  readonly captured = new Map<string, string>();
  /** Names under which nothing could be captured, and why. */
  readonly missing = new Map<string, readonly (readonly CheckId[])[]>();
  /** Names under which nothing was captured because the answer may lack it. */
  readonly uncaptured = new Set<string>();
  /** Bodies of creations that were refused though they should not have been, and why. */
  readonly refused = new Map<string, readonly (readonly CheckId[])[]>();
  /** What kept the last creation from being played: what needs its object is blocked by the same. */
  blockedBy: readonly (readonly CheckId[])[] = [];
  /** The step that is being played. */
  #step: Step | undefined;
  readonly #random: () => number;

  constructor(runner: ConversationRunner, scenario: Scenario, options: RunOptions) {
    this.runner = runner;
    this.scenario = scenario;
    this.options = options;
    this.#random = seededRandom([options.seed, options.runId, runner.client.dialect, scenario.id, 'made up'].join('|'));
  }

  /**
   * Starts a step. Where it expects a status, a refusal may be what is wanted.
   *
   * @param step the step
   */
  enter(step: Step): void {
    this.#step = step;
    if (step.intent.kind !== 'request' && step.expect.status === undefined) return;
    this.runner.expectedStatuses = step.expect.status;
    this.runner.namedCheck = step.check;
  }

  /** Notes that what the step expects did not come about, under the check that it names. */
  report(problem: { readonly expected: string; readonly received: string; readonly subject: string; readonly path?: string }): void {
    this.runner.report([this.#step?.check ?? 'SC9002'], problem);
  }

  /** Notes that what the step expects came about. */
  confirm(): void {
    if (this.#step?.check !== undefined) this.runner.confirm(this.#step.check);
  }

  /** A GUID that no resource has; requests that address it are allowed. */
  madeUpId(): string {
    const id = guid(this.#random);
    this.runner.run.madeUpIds.add(id);
    return id;
  }

  /** Fills the variables of a scenario's text, percent-encoding their values when told how. */
  text(template: string, encode?: (value: string) => string): string {
    return fillText(template, (variable) => this.#valueOf(variable), encode);
  }

  /** Fills the variables in all texts of a value. */
  value(value: Json): Json {
    return fillValue(value, (variable) => this.#valueOf(variable));
  }

  /** Whether the target's schemas say that the letter case of an attribute counts. */
  isCaseExact(attribute: string, type: ResourceType): boolean {
    const { schemas } = this.runner.run.facts;
    const path = parsePath(attribute, schemas.urns);
    return path.ok && schemas.find(path.value, type)?.caseExact === true;
  }

  /** The actor of a key, or why a step that needs it cannot be played. */
  entry(key: string): DirectoryEntry | StepResult {
    const entry = this.directory.get(key);
    if (entry === undefined) return this.#announced(key);
    if (entry.failed !== undefined) return { status: 'blocked', reason: `${key} was not created`, causes: entry.failed };
    return entry;
  }

  /** The actor of a key, for steps that address its resource. */
  linkedEntry(key: string): DirectoryEntry | StepResult {
    const entry = this.entry(key);
    if ('status' in entry || entry.object.id !== undefined) return entry;
    return { status: 'blocked', reason: `${key} was not created`, causes: this.blockedBy };
  }

  /** Ends a step according to its outcome and to what was seen meanwhile. */
  end<T>(outcome: Outcome<T> | undefined, ...demands: ((value: T) => void)[]): StepResult {
    if (outcome?.ok === true) for (const demand of demands) demand(outcome.value);
    const asExpected = this.#judgeStatus();
    if (this.runner.causes.length > 0) return { status: 'failed', reason: this.runner.firstReason ?? 'see the findings' };
    if (outcome === undefined)
      return { status: 'blocked', reason: this.runner.firstReason ?? 'the run was stopped', cut: this.runner.cut ?? 'stopped' };
    if (outcome.ok || asExpected) return PASSED;
    if (outcome.failure.kind === 'endless') return { status: 'blocked', reason: outcome.failure.message, cut: 'endless' };
    if (outcome.failure.kind === 'unsupported') return { status: 'skipped', reason: outcome.failure.message };
    this.runner.report(['SC9001'], {
      expected: 'an answer with which the client goes on',
      received: outcome.failure.message,
      subject: outcome.failure.kind,
    });
    return { status: 'failed', reason: outcome.failure.message };
  }

  /** Whether the step's last request was answered with a status that the step expects; anything else is a fault. */
  #judgeStatus(): boolean {
    const { answer } = this.runner;
    const wanted = this.#step?.intent.kind === 'request' ? undefined : this.#step?.expect.status;
    if (wanted === undefined || answer === undefined) return false;
    if (wanted.includes(answer.status)) return true;
    if (this.runner.causes.length === 0)
      this.report({ expected: `status ${wanted.join(' or ')}`, received: showResponse(answer), subject: 'status' });
    return false;
  }

  /** A client looks people up before it creates them: the object as its `create` will bring it. */
  #announced(key: string): DirectoryEntry | StepResult {
    const spec = this.scenario.steps.map((step) => step.intent).find((intent) => intent.kind === 'create' && intent.object.key === key);
    if (spec?.kind !== 'create') return { status: 'blocked', reason: `${key} was not created` };
    return { object: this.objectFor(spec.object), spec: spec.object, deleted: false };
  }

  /** The directory's object for a spec, with the values that this scenario's people have. */
  objectFor(spec: ObjectSpec): DirectoryObject {
    const { runner, options, scenario } = this;
    return buildDirectoryObject(spec, this.directory, {
      seed: options.seed,
      domain: options.domain,
      dialect: runner.client.dialect,
      scenario: scenario.id,
      mapping: runner.run.mapping,
      fill: (value) => this.value(value),
    });
  }

  #valueOf(variable: Variable): string {
    switch (variable.kind) {
      case 'run-id':
        return this.options.runId;
      case 'random-uuid':
        return this.madeUpId();
      case 'captured':
        return this.captured.get(variable.name) ?? '';
      case 'object': {
        const entry = this.directory.get(variable.object);
        return (entry === undefined ? undefined : variableOf(entry, variable.path)) ?? '';
      }
    }
  }
}
