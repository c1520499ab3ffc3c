import type { Observation } from '../../check/context.js';
import { judgeResponse } from '../../check/judge.js';
import { showResponse } from '../../check/show.js';
import { type Client, type Conversation, isParallel, type Outcome, type ParallelRequests, type Session } from '../../client/client.js';
import { succeeded } from '../../client/conversation-helpers.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../../scim/message.js';
import type { ComparedPaths } from '../compare/compared-paths.js';
import type { ComparisonRules } from '../compare/comparison.js';
import { type LateRead, lateRead, shownBy, showsHitsAlone } from '../compare/late-read.js';
import { later, type View } from '../compare/patience.js';
import { ReadBack } from '../compare/read-back.js';
import type { At } from '../exchange/answer.js';
import type { Answered, Exchange, Exchanger } from '../exchange/exchanger.js';
import { isServerError, type PassedError } from '../exchange/server-errors.js';
import { servedAgain, type Unserved } from '../exchange/throttle.js';
import { inOtherWords } from '../judge/other-words.js';
import type { OutcomeContext, StepExpectation } from '../judge/outcome-context.js';
import type { StepLog } from '../judge/step-log.js';
import { withRowPositions } from '../mapping/row-position.js';
import { judgeParallelWrites } from '../outcome/parallel-outcome.js';
import { withoutDoubtfulError, withoutPassingError } from '../outcome/passing-error.js';
import { noteTrialCreation } from '../outcome/trial-creation.js';
import { judgeWriteOutcome } from '../outcome/write-outcome.js';
import { acceptedInTime, wasAcceptedLate } from './accepted-in-time.js';
import type { RunContext } from './run-context.js';

/** What a step is played with. */
export interface RunnerParts {
  readonly run: RunContext;
  readonly client: Client;
  readonly session: Session;
  readonly exchanger: Exchanger;
  readonly comparedPaths: ComparedPaths;
  readonly at: At;
  readonly log: StepLog;
  readonly expectation: StepExpectation;
  /** Is told why a write was not served: what comes after it in the scenario cannot be judged. */
  unserved(why: Unserved): void;
}

/** Holds one client's conversations with the target during one step: sends, judges every exchange, and follows every write. */
export class ConversationRunner {
  readonly run: RunContext;
  readonly client: Client;
  readonly session: Session;
  readonly comparedPaths: ComparedPaths;
  readonly log: StepLog;
  readonly at: At;
  readonly readBack: ReadBack;
  readonly #parts: RunnerParts;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.run = parts.run;
    this.client = parts.client;
    this.session = parts.session;
    this.comparedPaths = parts.comparedPaths;
    this.log = parts.log;
    this.at = parts.at;
    this.readBack = new ReadBack({
      patience: parts.run.patience,
      rules: (type) => this.rules(type),
      observe: async (request) => (await this.#observe(request))?.observation.response,
      read: async (request) => {
        const answer = await parts.run.wire.send(request, parts.at);
        if (!answer.ok) return undefined;
        this.#notePassed(answer.passed, answer.response);
        return answer.response;
      },
    });
  }

  /** The same runner for a part of the step: what it notes names a row of the mapping, or it expects something else. */
  within(part: { readonly subjectRow?: string | undefined; readonly expectation?: StepExpectation }): ConversationRunner {
    const { subjectRow, expectation = this.#parts.expectation } = part;
    return new ConversationRunner({ ...this.#parts, log: subjectRow === undefined ? this.log : this.log.about(subjectRow), expectation });
  }

  /**
   * Holds a conversation to its end.
   *
   * @param conversation the client's generator
   * @returns its outcome, or undefined when a request was never answered or may not be sent
   */
  async hold<T>(conversation: Conversation<T>): Promise<Outcome<T> | undefined> {
    const before = this.log.symptoms.length;
    let next = conversation.next();
    while (next.done !== true) {
      const response = isParallel(next.value) ? await this.exchangeParallel(next.value) : await this.exchange(next.value);
      if (response === undefined || this.log.isMistaken(before)) return undefined;
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
    const answered = await this.#observe(request, ready);
    if (answered !== undefined && request.method !== 'GET') await judgeWriteOutcome(this.#outcome(), answered);
    return answered?.observation.response;
  }

  /**
   * Sends several writes to one resource at the same moment, as a client that works in parallel does. Their order is unknown,
   * so they are judged together, by what all of them must have left behind.
   *
   * @returns the first answer that is no success, else the last one; undefined when one was never answered
   */
  async exchangeParallel(requests: ParallelRequests): Promise<ScimResponse | undefined> {
    const { exchanger, at, expectation } = this.#parts;
    const sent = await exchanger.sendParallel(requests, at, { wanted: expectation.statuses });
    const served = sent.map((exchange) => withoutDoubtfulError(exchange, this.run.wire.serverErrors));
    const exchanges = await this.#inTime(requests, served);
    const answered: Answered[] = [];
    for (const [index, exchange] of exchanges.entries()) {
      const judged = await this.#judged(requests[index], exchange);
      if (judged !== undefined) answered.push(judged);
    }
    const writes = answered.filter(({ observation }) => observation.request.method !== 'GET');
    const owned = this.run.resources.find(requests[0]?.resourceType, requests[0]?.id);
    if (owned !== undefined && writes.length > 0) await judgeParallelWrites(this.#outcome(), owned, writes);
    if (answered.length < requests.length) return undefined;
    const responses = answered.map(({ observation }) => observation.response);
    return responses.find((response) => !succeeded(response)) ?? responses.at(-1);
  }

  /** Where writes were refused before as if earlier ones had not been, those of the same moment are no proof of another fault. */
  async #inTime(requests: ParallelRequests, served: readonly Exchange[]): Promise<Exchange[]> {
    const { exchanger, at, expectation } = this.#parts;
    const exchanges: Exchange[] = [];
    for (const [index, first] of served.entries()) {
      const request = requests[index];
      if (request === undefined || !wasAcceptedLate(this.run, request)) {
        exchanges.push(first);
        continue;
      }
      const send = (): Promise<Exchange> => exchanger.send(request, at, { wanted: expectation.statuses });
      exchanges.push(await acceptedInTime(this.run, this.#outcome(), { request, first, send }));
    }
    return exchanges;
  }

  /** The rules by which a resource type is compared. */
  rules(type: ResourceType): ComparisonRules {
    const { facts, resources } = this.run;
    const { family } = this.client;
    return { type, family, schemas: facts.schemas, paths: this.comparedPaths.of(type), deletedIds: resources.deletedIds };
  }

  /**
   * Sends a request and judges the exchange by itself. A read that shows an old state is sent again, as long as there is patience; so is a
   * write that was refused as if what came before it had not been.
   */
  async #observe(request: ScimRequest, ready?: () => Promise<void>): Promise<Answered | undefined> {
    const { exchanger, at, expectation, run } = this.#parts;
    const send = (): Promise<Exchange> => exchanger.send(request, at, { ready, wanted: expectation.statuses });
    const lateness = (exchange: Exchange) => (exchange.kind === 'answered' ? lateRead(exchange.observation, run.resources) : undefined);
    const sent = await send();
    const first = sent.kind === 'answered' ? await withoutPassingError(this.#outcome(), sent, run.wire.serverErrors) : sent;
    if (request.method !== 'GET') return await this.#judged(request, await acceptedInTime(run, this.#outcome(), { request, first, send }));
    const late = lateness(first);
    const view = viewOf(request);
    if (late === undefined) {
      for (const state of first.kind === 'answered' ? shownBy(first.observation) : []) run.patience.shownAtOnce(view, state);
      return this.#judged(request, first);
    }
    const { value, after } = await run.patience.until(view, first, (exchange) => lateness(exchange) === undefined, send);
    const fresh = after === undefined ? await this.#askedAfresh(request, value, lateness) : undefined;
    if (fresh !== undefined) return fresh;
    const judged = await this.#judged(request, value);
    if (after !== undefined && judged !== undefined && first.kind === 'answered')
      this.log.report(['SC2702'], { ...late, received: `${late.received}; ${later(after)}` }, first.exchange);
    return judged;
  }

  /**
   * Asks in other words what was answered before and shows an old state. Where that is answered rightly, the target has kept the earlier
   * answer: that is told, and the client goes on with the right one.
   */
  async #askedAfresh(
    request: ScimRequest,
    shown: Exchange,
    lateness: (exchange: Exchange) => LateRead | undefined,
  ): Promise<Answered | undefined> {
    const { exchanger, at, run } = this.#parts;
    const late = lateness(shown);
    if (late === undefined || shown.kind !== 'answered' || !run.lookUps.mayBeKept(request)) return undefined;
    for (const { request: other, mustFind } of inOtherWords(request)) {
      if (mustFind && shown.observation.hits?.length === 0) continue;
      const fresh = await exchanger.send(other, at);
      if (fresh.kind !== 'answered' || !showsHitsAlone(fresh.observation) || lateness(fresh) !== undefined) continue;
      run.lookUps.noteKept(true);
      const received = `${late.received}, as before; GET ${other.target} is answered rightly`;
      this.log.report(['SC1343'], { ...late, received, subject: late.received }, shown.exchange);
      return await this.#judged(request, { ...fresh, observation: { ...fresh.observation, request } });
    }
    run.lookUps.noteKept(false);
    return undefined;
  }

  async #judged(request: ScimRequest | undefined, exchange: Exchange): Promise<Answered | undefined> {
    switch (exchange.kind) {
      case 'forbidden':
        this.log.explain(exchange.reason);
        return undefined;
      case 'unanswered': {
        const { kind, message } = exchange.failure;
        this.log.explain(message, kind === 'aborted' ? 'stopped' : 'unanswered');
        if (kind !== 'aborted') this.log.report(['SC1003'], { expected: 'an answer', received: message }, exchange.exchange);
        return undefined;
      }
      case 'unserved': {
        const { unserved, response } = exchange;
        if (response !== undefined) this.#noteAnswer(request, exchange.exchange, response);
        this.log.explain(unserved.reason, unserved.cut);
        if (unserved.check !== undefined && response !== undefined) {
          const { check, expected = 'an answer, as before' } = unserved;
          this.log.report([check], { expected, received: showResponse(response) }, exchange.exchange);
        }
        // A fault that may come again with any request leaves nothing of the scenario to be judged.
        if (request?.method !== 'GET' || unserved.check !== undefined) this.#parts.unserved(unserved);
        return undefined;
      }
      case 'answered': {
        const { observation } = exchange;
        this.#noteAnswer(request, exchange.exchange, observation.response);
        this.#notePassed(exchange.passed, observation.response);
        const judgement = withRowPositions(judgeResponse(observation), this.run.mapping, observation.request);
        const since = await this.#brokenSince(observation);
        const symptoms = judgement.symptoms.map((symptom) => ({ ...symptom, received: `${symptom.received}${since}` }));
        this.log.note({ ...judgement, symptoms }, exchange.exchange);
        return exchange;
      }
    }
  }

  /** A server error that was gone when the same was asked again. */
  #notePassed(passed: PassedError | undefined, { status }: ScimResponse): void {
    if (passed === undefined) return;
    this.log.report(['SC1009'], { expected: servedAgain(status), received: showResponse(passed.response) }, passed.exchange);
  }

  /** Since when look-ups break down, in words; none where another one is answered as before: then it is this value that breaks its own. */
  async #brokenSince({ request, response }: Observation): Promise<string> {
    const broken = this.run.lookUps.after(request, response);
    if (broken === undefined) return '';
    const again = await this.#parts.exchanger.send({ ...broken.answered, purpose: 'verify' }, this.#parts.at);
    if (again.kind !== 'answered') return '';
    this.run.lookUps.after(broken.answered, again.observation.response);
    return again.observation.response.status < 300 ? '' : broken.since;
  }

  /** What scim-check reads by itself is not the step's answer. */
  #noteAnswer(request: ScimRequest | undefined, exchange: string, response: ScimResponse): void {
    if (request?.purpose !== 'verify') this.log.answered(exchange, response, request);
  }

  #outcome(): OutcomeContext {
    const { client, run, log, readBack } = this;
    const { exchanger, at, expectation } = this.#parts;
    const attempt: OutcomeContext['attempt'] = async (request) => {
      const exchange = await exchanger.send(request, at);
      if (exchange.kind !== 'answered') return undefined;
      await noteTrialCreation(run, exchange);
      const { response } = exchange.observation;
      // Where server errors come and go, one of them says nothing of the form that was tried.
      return isServerError(response.status) && run.wire.serverErrors.hasPassed ? undefined : response;
    };
    return { client, run, log, readBack, expectation, rules: (type) => this.rules(type), attempt };
  }
}

/** What a read is a view of. */
function viewOf({ id, resourceType = 'User', filter }: ScimRequest): View {
  return `${id !== undefined ? 'resource' : filter === undefined ? 'lists' : 'filters'} of ${resourceType}`;
}
