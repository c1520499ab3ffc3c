import { checkOf } from '../../check/catalogue.js';
import type { CheckId } from '../../check/check-id.js';
import { checkOfRule } from '../../check/constraint/check-of-rule.js';
import { provisionalCheck } from '../../check/diagnose.js';
import { showResponse } from '../../check/show.js';
import type { Outcome } from '../../client/client.js';
import type { Step } from '../../scenario/scenario.js';
import { createdObjects, stepType } from '../../scenario/steps/registry.js';
import { isObject, objectsIn } from '../../scim/json.js';
import { isNotThere, type ResourceType, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { changedPaths } from '../compare/unsupported-attributes.js';
import { isServerError } from '../exchange/server-errors.js';
import type { StepLog, SymptomInput } from '../judge/step-log.js';
import { compilePath } from '../state/compiled-path.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { ConversationRunner } from './conversation-runner.js';
import type { DirectoryEntry } from './directory.js';
import type { RunContext } from './run-context.js';
import type { ScenarioState } from './scenario-state.js';
import { PASSED, type StepResult, unreliable } from './step-result.js';

/** The directory's entry for a key, or why a step that needs it cannot be played. */
export type Entry = { readonly ok: true; readonly entry: DirectoryEntry } | { readonly ok: false; readonly result: StepResult };

/** One step that is being played: the scenario so far, and the client's runner. */
export class StepContext {
  readonly state: ScenarioState;
  readonly step: Step;
  readonly runner: ConversationRunner;

  constructor(state: ScenarioState, step: Step, runner: ConversationRunner) {
    this.state = state;
    this.step = step;
    this.runner = runner;
  }

  /** The same step, played by another runner. */
  with(runner: ConversationRunner): StepContext {
    return new StepContext(this.state, this.step, runner);
  }

  get run(): RunContext {
    return this.runner.run;
  }

  get log(): StepLog {
    return this.runner.log;
  }

  /** Notes that what the step expects did not come about, under the check that it names. */
  report(input: SymptomInput): void {
    this.log.report(this.#neverShown() ?? [this.step.check ?? 'SC9002'], input);
  }

  /** What a target did not take from a creation it does not have: why, where the step changes nothing else. */
  #neverShown(): readonly CheckId[] | undefined {
    const { request } = this.log;
    if (request?.method !== 'PATCH' || !isObject(request.body)) return undefined;
    const paths = objectsIn(request.body['Operations']).flatMap(changedPaths);
    const causes = paths.flatMap((path) => this.run.log.neverShown(this.runner.client.dialect, path) ?? []);
    return paths.length > 0 && causes.length === paths.length ? causes[0]?.candidates : undefined;
  }

  /** Notes that what the step expects came about. */
  confirm(): void {
    if (this.step.check !== undefined) this.log.confirm(this.step.check);
  }

  /** The check of a rule of the target's own that its refusal names, where the client minds it. */
  ruleOf(request: ScimRequest | undefined, response: ScimResponse): CheckId | undefined {
    const check = request === undefined ? undefined : checkOfRule({ request, response, facts: this.run.facts });
    return check !== undefined && checkOf(check).clients.includes(this.runner.client.family) ? check : undefined;
  }

  /** Whether the target's schemas say that the letter case of an attribute counts. */
  isCaseExact(attribute: string, type: ResourceType): boolean {
    return compilePath(this.run.facts.schemas, type, attribute).definition?.caseExact === true;
  }

  /** The entry of a key. */
  entry(key: string): Entry {
    const entry = this.state.directory.get(key);
    if (entry === undefined) return this.#announced(key);
    if (entry.failed !== undefined)
      return { ok: false, result: { status: 'blocked', reason: `${key} was not created`, causes: entry.failed } };
    return { ok: true, entry };
  }

  /** The entry of a key, for steps that address its resource. */
  linkedEntry(key: string): Entry {
    const found = this.entry(key);
    if (!found.ok) return found;
    const { id, type } = found.entry.object;
    const given = this.run.resources.givenAway(type, id);
    if (given !== undefined) {
      const reason = `another resource was created with the id of ${key}`;
      return { ok: false, result: { status: 'blocked', reason, causes: given.cause === undefined ? [] : [given.cause] } };
    }
    if (id !== undefined) return found;
    return { ok: false, result: { status: 'blocked', reason: `${key} was not created`, causes: this.state.blockedBy } };
  }

  /** The entry of a key whose resource a write is to name: one that has vanished cannot be named. */
  namedEntry(key: string): Entry {
    const found = this.linkedEntry(key);
    const owned = found.ok ? this.ownedBy(found.entry) : undefined;
    if (owned === undefined || owned.deleted || owned.isThere) return found;
    return { ok: false, result: unreliable(`${key} is not there any more`, owned.reliabilityOf([...owned.unreliablePaths]).causes) };
  }

  /** The resource of this run that an entry stands for. */
  ownedBy({ object }: DirectoryEntry): OwnedResource | undefined {
    return this.run.resources.find(object.type, object.id);
  }

  /** Ends a step according to its outcome and to what was seen meanwhile. */
  end<T>(outcome: Outcome<T> | undefined, ...demands: ((value: T) => void)[]): StepResult {
    if (outcome?.ok === true) for (const demand of demands) demand(outcome.value);
    const asExpected = this.#judgeStatus();
    const { log } = this;
    if (log.answerIsInvalid()) return this.#failed();
    if (outcome === undefined) return { status: 'blocked', reason: log.firstReason ?? 'the run was stopped', cut: log.cut ?? 'stopped' };
    if (outcome.ok || asExpected) return log.symptoms.length > 0 ? this.#failed() : PASSED;
    const { kind, message } = outcome.failure;
    if (kind === 'endless') return { status: 'blocked', reason: message, cut: 'endless' };
    if (kind === 'unsupported') return { status: 'skipped', reason: message };
    const check = isListRefused(log) ? 'SC1408' : 'SC9001';
    log.report([check], { expected: 'an answer with which the client goes on', received: message, subject: kind });
    return { status: 'failed', reason: message };
  }

  /** Whether the step's last request was answered with a status that the step expects; anything else is a fault. */
  #judgeStatus(): boolean {
    const { answer } = this.log;
    const wanted = stepType(this.step.intent).rawAnswer === true ? undefined : this.step.expect.status;
    if (wanted === undefined || answer === undefined) return false;
    if (wanted.includes(answer.status)) return true;
    // What was not served is no answer to judge.
    if (this.log.answerIsInvalid() || this.log.cut !== undefined) return false;
    // Which names a deleted user may take is what the step's own check is about.
    const rule = this.step.as === 'renamed-on-delete' ? this.#fixedBy(answer) : this.ruleOf(this.log.request, answer);
    const input = { expected: `status ${wanted.join(' or ')}`, received: showResponse(answer), subject: 'status' };
    // A look-up on the way to what the step is about, at which the target breaks down, has nothing to do with it.
    if (this.log.request?.purpose === 'match' && isServerError(answer.status)) this.log.report(['SC1104'], input);
    else if (rule === undefined) this.report(input);
    else this.log.report([rule], input);
    return false;
  }

  /** What the target refuses by right was not done wrong: the step could not be played. */
  #failed(): StepResult {
    const { symptoms, firstReason } = this.log;
    const limit = symptoms.find((symptom) => checkOf(provisionalCheck(symptom)).constraint === true);
    const isRight = limit !== undefined && symptoms.every((symptom) => checkOf(provisionalCheck(symptom)).constraint === true);
    if (isRight) return { status: 'blocked', reason: `the target has a rule of its own: ${limit.received}`, causes: symptoms };
    return { status: 'failed', reason: firstReason ?? 'see the findings' };
  }

  #fixedBy(answer: ScimResponse): CheckId | undefined {
    const rule = this.ruleOf(this.log.request, answer);
    return rule === 'SC2802' ? undefined : rule;
  }

  /** A client looks people up before it creates them: the object as its `create` will bring it. */
  #announced(key: string): Entry {
    const spec = createdObjects(this.state.scenario).find((object) => object.key === key);
    if (spec === undefined) return { ok: false, result: { status: 'blocked', reason: `${key} was not created` } };
    return { ok: true, entry: { object: this.state.objectFor(spec), spec, deleted: false } };
  }
}

/**
 * Whether a list of all there are was refused: a target may want a filter with each query (RFC 7644 §3.12, tooMany). Where there is
 * nothing, nothing is refused.
 */
function isListRefused({ request, answer }: StepLog): boolean {
  if (request?.method !== 'GET' || answer === undefined || isNotThere(answer.status)) return false;
  return answer.status >= 400 && answer.status < 500 && /^\/(Users|Groups)(\?(?!.*\bfilter=)|$)/.test(request.target);
}
