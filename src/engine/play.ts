import type { CheckId } from '../check/check-id.js';
import type { Seen } from '../check/context.js';
import { firstGuess } from '../check/diagnose.js';
import { judgeResponse } from '../check/judge.js';
import { NO_ID } from '../check/lifecycle/right-resource.js';
import type { Judgement, Sighting, Symptom } from '../check/symptom.js';
import { type Client, type Conversation, isTogether, type Outcome, type Session, type Together } from '../client/client.js';
import { percentEncode } from '../client/encode.js';
import { succeeded } from '../client/talk.js';
import type { Variant } from '../client/variant.js';
import { isObject, type JsonObject } from '../scim/json.js';
import { ENDPOINTS, type ResourceType, type ScimRequest, type ScimResponse } from '../scim/message.js';
import { readList } from '../scim/read.js';
import { doubt, isBulk, planBulk, settleBulk } from './bulk.js';
import { Compared } from './compared.js';
import { creationOf } from './creation.js';
import { refusalOf } from './guard.js';
import type { Own } from './population.js';
import { type Problem, raised } from './raised.js';
import { withAbout, withRows } from './rows.js';
import { settle, settleTogether } from './settle.js';
import { withRequested } from './shown.js';
import type { Stage } from './stage.js';
import { isTelling } from './telling.js';
import { unservedBy } from './throttled.js';
import type { TwinRules } from './twin.js';
import type { Answer, At } from './wire.js';

/** Another resource than the one asked for: writing on would damage it. */
const MISTAKEN = new Set(['SC1302', 'SC2502']);

/** One client playing one scenario: drives conversations, judges every exchange, keeps the twins. */
export class Play {
  readonly stage: Stage;
  readonly client: Client;
  session: Session;
  /** Target paths that the scenario gives values to on top of the mapping. */
  readonly extraPaths = new Set<string>();
  at: At;
  sighting: Omit<Sighting, 'order' | 'exchange'>;
  /** Symptoms of the current step, as candidates. */
  seen: (readonly CheckId[])[] = [];
  /** What was seen first in the current step. */
  first: string | undefined;
  /** Writes sent in the current step. */
  writes = 0;
  wanted: readonly number[] | undefined;
  /** Why an earlier write of the scenario was not served: what comes after it cannot be judged. */
  unserved: string | undefined;
  /** The check that the step's expectation is reported as. */
  named: CheckId | undefined;
  /** The row of the mapping that the step is about just now, for the report. */
  about: string | undefined;
  /** The last exchange of the current step: what a finding without an exchange of its own is about. */
  #last: string | undefined;
  /** The last answer of the current step, but for reads of scim-check's own. */
  answer: ScimResponse | undefined;
  readonly #compared = new Compared();
  readonly #scenario: number;
  /** What the current step has noted, one for each entry of `seen`. */
  #noted: Symptom[] = [];
  #exchanges = 0;
  /** The target showed another resource than the one asked for: the conversation must not go on with it. */
  #mistaken = false;

  constructor(stage: Stage, client: Client, session: Session, scenario: number, at: At) {
    this.stage = stage;
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
    this.seen = [];
    this.first = undefined;
    this.#last = undefined;
    this.answer = undefined;
    this.writes = 0;
    this.wanted = undefined;
    this.named = undefined;
    this.about = undefined;
    this.#noted = [];
  }

  /** Takes back what the step noted after the first `kept` symptoms: it tries again in a way that tells more. */
  withdraw(kept: number): void {
    this.stage.record.withdraw(this.#noted.splice(kept));
    this.seen.splice(kept);
    if (kept === 0) this.first = undefined;
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
      const response = isTogether(next.value) ? await this.exchangeTogether(next.value) : await this.exchange(next.value);
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
    const refusal = refusalOf(request, this.stage.population, this.stage.madeUp);
    if (refusal !== undefined) {
      this.first ??= refusal;
      return undefined;
    }
    const own = this.stage.population.find(request.resourceType, request.id);
    const before = this.stage.population.addressed(request);
    const hits = this.stage.population.hits(request);
    const entry = await this.#plan(request);
    const bulk = isBulk(request) ? await planBulk(this, request) : undefined;
    await ready?.();
    const sentAt = performance.now();
    const answer = await this.stage.wire.send(request, this.at);
    this.#exchanges += 1;
    if (!answer.ok) {
      this.#unanswered(request, answer);
      return undefined;
    }
    const { response, exchange } = answer;
    if (request.purpose !== 'verify') {
      this.#last = exchange;
      this.answer = response;
    }
    const unserved = unservedBy(response, this.client.family);
    if (unserved !== undefined) {
      // Not served, and rightly so: nothing to judge. A write is never sent a second time.
      if (entry !== undefined) await this.stage.ledger?.deleted(entry.entry);
      for (const creation of bulk ?? []) await this.stage.ledger?.deleted(creation.entry);
      this.first ??= unserved;
      if (request.method !== 'GET') this.unserved ??= unserved;
      return undefined;
    }
    const seen = this.#see(request, response, before, hits);
    this.note(withRows(judgeResponse(seen), this.stage.mapping, request), exchange);
    if (request.resourceType !== undefined && request.method === 'GET')
      this.stage.population.meet(request.resourceType, readList(response.body)?.resources ?? []);
    if (request.method !== 'GET') {
      this.writes += 1;
      if (bulk !== undefined) await settleBulk(this, seen, bulk, exchange);
      else await settle(this, seen, own, entry === undefined ? undefined : { ...entry, sentAt }, exchange);
    }
    return response;
  }

  /**
   * Sends several writes to one resource at the same moment, as a client that works in parallel does. Their order is unknown,
   * so they are judged together, by what all of them must have left behind.
   *
   * @returns the first answer that is no success, else the last one; undefined when one was never answered
   */
  async exchangeTogether(requests: Together): Promise<ScimResponse | undefined> {
    const refusal = requests
      .map((request) => refusalOf(request, this.stage.population, this.stage.madeUp))
      .find((each) => each !== undefined);
    if (refusal !== undefined) {
      this.first ??= refusal;
      return undefined;
    }
    const answers = await Promise.all(requests.map((request) => this.stage.wire.send(request, this.at)));
    this.#exchanges += 1;
    const seen = answers.flatMap((answer, index): { seen: Seen; exchange: string }[] => {
      const request = requests[index];
      if (request === undefined) return [];
      const unserved = answer.ok ? unservedBy(answer.response, this.client.family) : undefined;
      this.first ??= unserved;
      this.unserved ??= unserved;
      if (unserved !== undefined) return [];
      if (answer.ok) return [{ seen: this.#see(request, answer.response), exchange: answer.exchange }];
      this.#unanswered(request, answer);
      return [];
    });
    for (const each of seen) this.note(withRows(judgeResponse(each.seen), this.stage.mapping, each.seen.request), each.exchange);
    const writes = seen.filter(({ seen: each }) => each.request.method !== 'GET');
    const own = this.stage.population.find(requests[0]?.resourceType, requests[0]?.id);
    if (own !== undefined && writes.length > 0) await settleTogether(this, own, writes);
    if (seen.length < requests.length) return undefined;
    return seen.map((each) => each.seen.response).find((response) => !succeeded(response)) ?? seen.at(-1)?.seen.response;
  }

  /** No answer came. Whether a write arrived is not known, so nothing can be said about its resource any more. */
  #unanswered(request: ScimRequest, answer: Extract<Answer, { ok: false }>): void {
    this.first ??= answer.failure.message;
    const own = this.stage.population.find(request.resourceType, request.id);
    if (request.method !== 'GET' && own !== undefined) own.unsure = true;
    if (isBulk(request)) doubt(this, request);
    if (answer.failure.kind !== 'aborted')
      this.raise(['SC1003'], { expected: 'an answer', received: answer.failure.message }, answer.exchange);
  }

  /** Notes something that went wrong, with the checks that may be the reason. */
  raise(candidates: readonly CheckId[], problem: Problem, exchange: string | undefined = this.#last): void {
    const judgement = raised(candidates, problem, this.client.family);
    if (judgement !== undefined) this.note(judgement, exchange);
  }

  /**
   * Whether the step has shown what keeps its answer from being judged further: the form of an answer does not.
   *
   * @param since how many symptoms it had shown before
   */
  told(since = 0): boolean {
    return this.seen.slice(since).some(isTelling);
  }

  /** Clears a check that was exercised and held. */
  clear(check: CheckId): void {
    this.stage.record.cleared.add(check);
  }

  /** Reads a resource of this run by its id, as the client would. */
  async verify(own: Own): Promise<JsonObject | undefined> {
    const target = `${ENDPOINTS[own.type]}/${percentEncode(own.id)}`;
    const response = await this.exchange(
      this.client.plain({ method: 'GET', target, purpose: 'verify', resourceType: own.type, id: own.id }),
    );
    return response?.status === 200 && isObject(response.body) ? await withRequested(this, own, response.body) : undefined;
  }

  /** The rules by which a resource type is compared. */
  rules(type: ResourceType): TwinRules {
    const gone = new Set(this.stage.population.all().flatMap((own) => (own.deleted ? [own.id] : [])));
    return {
      type,
      schemas: this.stage.facts.schemas,
      paths: this.#compared.paths(this.stage, this.client.family, type, this.extraPaths),
      gone,
    };
  }

  #see(
    request: ScimRequest,
    response: ScimResponse,
    addressed = this.stage.population.addressed(request),
    hits = this.stage.population.hits(request),
  ): Seen {
    return {
      dialect: this.client.dialect,
      family: this.client.family,
      request,
      response,
      facts: this.stage.facts,
      ...(addressed === undefined ? {} : { addressed }),
      ...(hits === undefined ? {} : { hits }),
      ...(this.stage.population.isFreed(request) ? { again: true } : {}),
      ...(this.wanted === undefined || request.purpose === 'verify' ? {} : { wanted: this.wanted }),
    };
  }

  /** Writes a creation down before it is sent. */
  async #plan(request: ScimRequest): Promise<{ readonly type: ResourceType; readonly entry: number } | undefined> {
    const created = creationOf(request, this.stage.madeUp);
    if (created === undefined) return undefined;
    const entry = (await this.stage.ledger?.plan({ ...created, dialect: this.client.dialect })) ?? 0;
    return { type: created.resourceType, entry };
  }

  /** Takes a judgement down: what is cleared, and every symptom with where it was seen. */
  note(judgement: Judgement, exchange: string | undefined): void {
    for (const check of judgement.cleared) this.stage.record.cleared.add(check);
    for (const symptom of judgement.symptoms) {
      this.seen.push(symptom.candidates);
      if (MISTAKEN.has(firstGuess(symptom)) && symptom.subject !== NO_ID) this.#mistaken = true;
      this.first ??= `${firstGuess(symptom)}: ${symptom.received}`;
      const noted: Symptom = {
        ...symptom,
        expected: withAbout(symptom.expected, this.about),
        ...this.sighting,
        ...(exchange === undefined ? {} : { exchange }),
        order: [this.#scenario, this.#exchanges],
      };
      this.#noted.push(noted);
      this.stage.record.symptoms.push(noted);
    }
  }
}
