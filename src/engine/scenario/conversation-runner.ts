import type { CheckId } from '../../check/check-id.js';
import type { Observation } from '../../check/context.js';
import { provisionalCheck } from '../../check/diagnose.js';
import { judgeResponse } from '../../check/judge.js';
import { NO_ID } from '../../check/lifecycle/right-resource.js';
import type { Judgement, Sighting, Symptom } from '../../check/symptom.js';
import { type Client, type Conversation, isParallel, type Outcome, type ParallelRequests, type Session } from '../../client/client.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { percentEncode } from '../../client/encode.js';
import type { Variant } from '../../client/variant.js';
import type { CutBy } from '../../event/event.js';
import { isObject, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import { ComparedPaths } from '../compare/compared-paths.js';
import { withOnRequestAttributes } from '../compare/visibility.js';
import { creationOf } from '../exchange/creation.js';
import { type Unserved, unservedBy } from '../exchange/unserved.js';
import type { Answer, At } from '../exchange/wire.js';
import { refusalOf } from '../exchange/write-guard.js';
import { invalidatesAnswer } from '../judge/answer-validity.js';
import { isBulk, judgeBulkOutcome, markUnknown, planBulk } from '../judge/bulk-outcome.js';
import { type SymptomInput, symptomFrom } from '../judge/symptom-from.js';
import { judgeParallelWrites, judgeWriteOutcome } from '../judge/write-outcome.js';
import { withRowPositions, withSubjectRow } from '../mapping/row-position.js';
import type { RunContext } from '../run/run-context.js';
import type { OwnedResource } from '../state/owned-resources.js';
import type { ComparisonRules } from '../state/twin.js';

/** Another resource than the one asked for: writing on would damage it. */
const MISTAKEN = new Set(['SC1302', 'SC2502']);

/** One client playing one scenario: drives conversations, judges every exchange, keeps the twins. */
export class ConversationRunner {
  readonly run: RunContext;
  readonly client: Client;
  session: Session;
  /** Target paths that the scenario gives values to on top of the mapping. */
  readonly extraPaths = new Set<string>();
  at: At;
  sighting: Omit<Sighting, 'order' | 'exchange'>;
  /** Symptoms of the current step, as candidates. */
  causes: (readonly CheckId[])[] = [];
  /** What was seen first in the current step. */
  firstReason: string | undefined;
  /** Writes sent in the current step. */
  writes = 0;
  expectedStatuses: readonly number[] | undefined;
  /** Why an earlier write of the scenario was not served: what comes after it cannot be judged. */
  unserved: Unserved | undefined;
  /** The same of the current step, for any request. */
  cut: CutBy | undefined;
  /** The check that the step's expectation is reported as. */
  namedCheck: CheckId | undefined;
  /** The row of the mapping that the step is about just now, for the report. */
  subjectRow: string | undefined;
  /** The last exchange of the current step: what a finding without an exchange of its own is about. */
  #last: string | undefined;
  /** The last answer of the current step, but for reads of scim-check's own. */
  answer: ScimResponse | undefined;
  readonly #compared = new ComparedPaths();
  readonly #scenario: number;
  /** What the current step has noted, one for each entry of `seen`. */
  #noted: Symptom[] = [];
  #exchanges = 0;
  /** The target showed another resource than the one asked for: the conversation must not go on with it. */
  #mistaken = false;

  constructor(run: RunContext, client: Client, session: Session, scenario: number, at: At) {
    this.run = run;
    this.client = client;
    this.session = session;
    this.#scenario = scenario;
    this.at = at;
    this.sighting = { dialect: client.dialect };
  }

  /** Starts a step: forgets what the last one saw. */
  begin(at: At, sighting: Omit<Sighting, 'order' | 'exchange'>, variant?: Variant): void {
    const { variant: _last, ...session } = this.session;
    this.session = variant === undefined ? session : { ...session, variant };
    this.at = at;
    this.sighting = sighting;
    this.causes = [];
    this.firstReason = this.cut = this.#last = this.answer = undefined;
    this.writes = 0;
    this.expectedStatuses = undefined;
    this.namedCheck = undefined;
    this.subjectRow = undefined;
    this.#noted = [];
  }

  /** Takes back what the step noted after the first `kept` symptoms: it tries again in a way that tells more. */
  withdraw(kept: number): void {
    this.run.log.withdraw(this.#noted.splice(kept));
    this.causes.splice(kept);
    if (kept === 0) this.firstReason = undefined;
  }

  /**
   * Holds a conversation to its end.
   *
   * @param conversation the client's generator
   * @returns its outcome, or undefined when a request was never answered or may not be sent
   */
  async hold<T>(conversation: Conversation<T>): Promise<Outcome<T> | undefined> {
    this.#mistaken = false;
    let next = conversation.next();
    while (next.done !== true) {
      const response = isParallel(next.value) ? await this.exchangeParallel(next.value) : await this.exchange(next.value);
      if (response === undefined || this.#mistaken) return undefined;
      next = conversation.next(response);
    }
    return next.value;
  }

  /**
   * Sends one request and judges what comes of it.
   *
   * @param request what to send
   * @param ready is awaited once everything is written down, before the request goes
   */
  async exchange(request: ScimRequest, ready?: () => Promise<void>): Promise<ScimResponse | undefined> {
    const refusal = refusalOf(request, this.run.resources, this.run.madeUpIds);
    if (refusal !== undefined) {
      this.firstReason ??= refusal;
      return undefined;
    }
    const own = this.run.resources.find(request.resourceType, request.id);
    const before = this.run.resources.addressed(request);
    const hits = this.run.resources.hits(request);
    const entry = await this.#plan(request);
    const bulk = isBulk(request) ? await planBulk(this, request) : undefined;
    await ready?.();
    const sentAt = this.run.resources.moment();
    const answer = await this.run.wire.send(request, this.at);
    this.#exchanges += 1;
    if (!answer.ok) {
      this.#unanswered(request, answer);
      return undefined;
    }
    const { response, exchange } = answer;
    if (request.purpose !== 'verify') [this.#last, this.answer] = [exchange, response];
    const unserved = unservedBy(response, this.client.family);
    if (unserved !== undefined) {
      // Not served, and rightly so: nothing to judge. A write is never sent a second time.
      if (entry !== undefined) await this.run.ledger?.deleted(entry.entry);
      for (const creation of bulk ?? []) await this.run.ledger?.deleted(creation.entry);
      this.#leave(unserved, request.method !== 'GET');
      return undefined;
    }
    const observation = this.#see(request, response, before, hits);
    this.note(withRowPositions(judgeResponse(observation), this.run.mapping, request), exchange);
    if (request.resourceType !== undefined && request.method === 'GET')
      this.run.resources.noteStrangers(request.resourceType, readList(response.body)?.resources ?? []);
    if (request.method !== 'GET') {
      this.writes += 1;
      if (bulk !== undefined) await judgeBulkOutcome(this, observation, bulk, exchange);
      else await judgeWriteOutcome(this, observation, own, entry === undefined ? undefined : { ...entry, sentAt }, exchange);
    }
    return response;
  }

  /**
   * Sends several writes to one resource at the same moment, as a client that works in parallel does. Their order is unknown,
   * so they are judged together, by what all of them must have left behind.
   *
   * @returns the first answer that is no success, else the last one; undefined when one was never answered
   */
  async exchangeParallel(requests: ParallelRequests): Promise<ScimResponse | undefined> {
    const refusal = requests.flatMap((request) => refusalOf(request, this.run.resources, this.run.madeUpIds) ?? [])[0];
    if (refusal !== undefined) {
      this.firstReason ??= refusal;
      return undefined;
    }
    const answers = await Promise.all(requests.map((request) => this.run.wire.send(request, this.at)));
    this.#exchanges += 1;
    const observation = answers.flatMap((answer, index): { seen: Observation; exchange: string }[] => {
      const request = requests[index];
      if (request === undefined) return [];
      const unserved = answer.ok ? unservedBy(answer.response, this.client.family) : undefined;
      if (unserved !== undefined) {
        this.#leave(unserved, true);
        return [];
      }
      if (answer.ok) return [{ seen: this.#see(request, answer.response), exchange: answer.exchange }];
      this.#unanswered(request, answer);
      return [];
    });
    for (const each of observation)
      this.note(withRowPositions(judgeResponse(each.seen), this.run.mapping, each.seen.request), each.exchange);
    const writes = observation.filter(({ seen: each }) => each.request.method !== 'GET');
    const own = this.run.resources.find(requests[0]?.resourceType, requests[0]?.id);
    if (own !== undefined && writes.length > 0) await judgeParallelWrites(this, own, writes);
    if (observation.length < requests.length) return undefined;
    return observation.map((each) => each.seen.response).find((response) => !succeeded(response)) ?? observation.at(-1)?.seen.response;
  }

  #leave(unserved: Unserved, write: boolean): void {
    this.firstReason ??= unserved.reason;
    this.cut ??= unserved.cut;
    if (write) this.unserved ??= unserved;
  }

  /** No answer came. Whether a write arrived is not known, so nothing can be said about its resource any more. */
  #unanswered(request: ScimRequest, answer: Extract<Answer, { ok: false }>): void {
    this.#leave({ reason: answer.failure.message, cut: answer.failure.kind === 'aborted' ? 'stopped' : 'unanswered' }, false);
    const own = this.run.resources.find(request.resourceType, request.id);
    if (request.method !== 'GET' && own !== undefined) own.contentUnknown = true;
    if (isBulk(request)) markUnknown(this, request);
    if (answer.failure.kind !== 'aborted')
      this.report(['SC1003'], { expected: 'an answer', received: answer.failure.message }, answer.exchange);
  }

  /** Notes something that went wrong, with the checks that may be the reason. */
  report(candidates: readonly CheckId[], problem: SymptomInput, exchange: string | undefined = this.#last): void {
    const judgement = symptomFrom(candidates, problem, this.client.family);
    if (judgement !== undefined) this.note(judgement, exchange);
  }

  /**
   * Whether the step has shown what keeps its answer from being judged further: the form of an answer does not.
   *
   * @param since how many symptoms it had shown before
   */
  answerIsInvalid(since = 0): boolean {
    return this.causes.slice(since).some(invalidatesAnswer);
  }

  /** Clears a check that was exercised and held. */
  confirm(check: CheckId): void {
    this.run.log.heldChecks.add(check);
  }

  /** Reads a resource of this run by its id, as the client would. */
  async readBack(own: OwnedResource): Promise<JsonObject | undefined> {
    const target = `${ENDPOINTS[own.type]}/${percentEncode(own.id)}`;
    const response = await this.exchange(
      this.client.plain({ method: 'GET', target, purpose: 'verify', resourceType: own.type, id: own.id }),
    );
    return response?.status === 200 && isObject(response.body) ? await withOnRequestAttributes(this, own, response.body) : undefined;
  }

  /** The rules by which a resource type is compared. */
  rules(type: ResourceType): ComparisonRules {
    const gone = new Set(this.run.resources.all().flatMap((own) => (own.deleted ? [own.id] : [])));
    return {
      type,
      schemas: this.run.facts.schemas,
      paths: this.#compared.paths(this.run, this.client.family, type, this.extraPaths),
      deletedIds: gone,
    };
  }

  #see(
    request: ScimRequest,
    response: ScimResponse,
    addressed = this.run.resources.addressed(request),
    hits = this.run.resources.hits(request),
  ): Observation {
    return {
      dialect: this.client.dialect,
      family: this.client.family,
      request,
      response,
      facts: this.run.facts,
      ...(addressed === undefined ? {} : { addressed }),
      ...(hits === undefined ? {} : { hits }),
      ...(this.run.resources.isNameOfDeleted(request) ? { again: true } : {}),
      ...(this.expectedStatuses === undefined || request.purpose === 'verify' ? {} : { wanted: this.expectedStatuses }),
    };
  }

  /** Writes a creation down before it is sent. */
  async #plan(request: ScimRequest): Promise<{ readonly type: ResourceType; readonly entry: number } | undefined> {
    const created = creationOf(request, this.run.madeUpIds);
    if (created === undefined) return undefined;
    const entry = (await this.run.ledger?.plan({ ...created, dialect: this.client.dialect })) ?? 0;
    return { type: created.resourceType, entry };
  }

  /** Takes a judgement down: what is cleared, and every symptom with where it was seen. */
  note(judgement: Judgement, exchange: string | undefined): void {
    for (const check of judgement.held) this.run.log.heldChecks.add(check);
    for (const symptom of judgement.symptoms) {
      this.causes.push(symptom.candidates);
      if (MISTAKEN.has(provisionalCheck(symptom)) && symptom.subject !== NO_ID) this.#mistaken = true;
      this.firstReason ??= `${provisionalCheck(symptom)}: ${symptom.received}`;
      const noted: Symptom = {
        ...symptom,
        expected: withSubjectRow(symptom.expected, this.subjectRow),
        ...this.sighting,
        ...(exchange === undefined ? {} : { exchange }),
        order: [this.#scenario, this.#exchanges],
      };
      this.#noted.push(noted);
      this.run.log.symptoms.push(noted);
    }
  }
}
