import type { Known, Seen, TargetFacts, Trouble } from '../check/context.js';
import { firstGuess } from '../check/diagnose.js';
import { judgeResponse, judgeWrite, withRoots } from '../check/judge.js';
import { operationsOf } from '../check/operation.js';
import { showResponse } from '../check/show.js';
import type { Judgement, Sighting } from '../check/symptom.js';
import { type Client, type Conversation, isTogether, type Outcome, type Session, type Together } from '../client/client.js';
import { percentEncode } from '../client/encode.js';
import { succeeded } from '../client/talk.js';
import type { Variant } from '../client/variant.js';
import type { Mapping } from '../mapping/mapping.js';
import { isObject, type JsonObject } from '../scim/json.js';
import { ENDPOINTS, headerOf, type ResourceType, type ScimRequest, type ScimResponse } from '../scim/message.js';
import { readList, readResource } from '../scim/read.js';
import { removeAt, setAt, valueAt } from '../scim/resource.js';
import { attribute, type Difference, differencesOf } from './differences.js';
import type { Record } from './findings.js';
import { refusalOf } from './guard.js';
import type { Ledger } from './ledger.js';
import { rowsOf } from './paths.js';
import type { Patience } from './patience.js';
import { known, type Own, type Population } from './population.js';
import { bornTwin, followWrite, type Twin, type TwinRules, yieldTo } from './twin.js';
import type { At, Wire } from './wire.js';

/** What all plays of a run share. */
export interface Stage {
  readonly wire: Wire;
  readonly population: Population;
  readonly record: Record;
  readonly mapping: Mapping;
  readonly facts: TargetFacts;
  readonly ledger: Ledger | undefined;
  /** Ids that the run made up for requests that must find nothing. */
  readonly madeUp: Set<string>;
  readonly onSecret: (secret: string) => void;
  /** How long a target is waited for that is slow to show a write. */
  readonly patience: Patience;
}

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
  seen: (readonly string[])[] = [];
  /** What was seen first in the current step. */
  first: string | undefined;
  /** Writes sent in the current step. */
  writes = 0;
  wanted: readonly number[] | undefined;
  readonly #scenario: number;
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
    this.writes = 0;
    this.wanted = undefined;
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

  /** Sends one request and judges what comes of it. */
  async exchange(request: ScimRequest): Promise<ScimResponse | undefined> {
    const refusal = refusalOf(request, this.stage.population, this.stage.madeUp);
    if (refusal !== undefined) {
      this.first ??= refusal;
      return undefined;
    }
    const own = this.stage.population.find(request.resourceType, request.id);
    const before = this.#addressed(request);
    const hits = this.#hits(request);
    const entry = await this.#plan(request);
    const answer = await this.stage.wire.send(request, this.at);
    this.#exchanges += 1;
    if (!answer.ok) {
      if (answer.failure.kind !== 'aborted')
        this.raise(['SC1003'], { expected: 'an answer', received: answer.failure.message }, answer.exchange);
      return undefined;
    }
    const { response, exchange } = answer;
    if (isThrottled(response)) {
      // Not served, by the client's own fault: nothing to judge. A write is never sent a second time.
      if (entry !== undefined) await this.stage.ledger?.deleted(entry.entry);
      this.first ??= `the target throttles (${response.status}); the client would try again later`;
      return undefined;
    }
    const seen = this.#see(request, response, before, hits);
    this.#note(judgeResponse(seen), exchange);
    if (request.resourceType !== undefined && request.method === 'GET')
      this.stage.population.meet(request.resourceType, readList(response.body)?.resources ?? []);
    if (request.method !== 'GET') {
      this.writes += 1;
      await this.#settle(seen, own, entry, exchange);
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
      if (answer.ok) return [{ seen: this.#see(request, answer.response), exchange: answer.exchange }];
      if (answer.failure.kind !== 'aborted')
        this.raise(['SC1003'], { expected: 'an answer', received: answer.failure.message }, answer.exchange);
      return [];
    });
    for (const each of seen) this.#note(judgeResponse(each.seen), each.exchange);
    const writes = seen.filter(({ seen: each }) => each.request.method !== 'GET');
    const own = this.stage.population.find(requests[0]?.resourceType, requests[0]?.id);
    if (own !== undefined && writes.length > 0) await this.#settleTogether(own, writes);
    if (seen.length < requests.length) return undefined;
    return seen.map((each) => each.seen.response).find((response) => !succeeded(response)) ?? seen.at(-1)?.seen.response;
  }

  async #settleTogether(own: Own, writes: readonly { readonly seen: Seen; readonly exchange: string }[]): Promise<void> {
    this.writes += writes.length;
    const before = own.twin;
    const accepted = writes.filter(({ seen }) => succeeded(seen.response));
    const after = accepted.reduce((twin, { seen }) => followWrite(twin, seen.request, this.rules(own.type)), before);
    for (const { seen, exchange } of writes) if (!succeeded(seen.response)) this.#judge(seen, before, [], false, exchange);
    const last = accepted.at(-1);
    if (last === undefined) return;
    const operations = accepted.flatMap(({ seen }) =>
      isObject(seen.request.body) && Array.isArray(seen.request.body['Operations']) ? seen.request.body['Operations'] : [],
    );
    const merged: Seen = { ...last.seen, together: true, request: { ...last.seen.request, body: { Operations: operations } } };
    await this.#compare(merged, own, before, after, true, last.exchange);
  }

  /** Notes something that went wrong, with the checks that may be the reason. */
  raise(
    candidates: readonly string[],
    problem: { readonly expected: string; readonly received: string; readonly subject?: string },
    exchange?: string,
  ): void {
    this.#note(
      {
        symptoms: [
          {
            candidates: withRoots(candidates),
            direct: true,
            subject: problem.subject ?? '',
            expected: problem.expected,
            received: problem.received,
          },
        ],
        cleared: [],
      },
      exchange,
    );
  }

  /** Clears a check that was exercised and held. */
  clear(check: string): void {
    this.stage.record.cleared.add(check);
  }

  /** Reads a resource of this run by its id, as the client would. */
  async verify(own: Own): Promise<JsonObject | undefined> {
    const target = `${ENDPOINTS[own.type]}/${percentEncode(own.id)}`;
    const response = await this.exchange(
      this.client.plain({ method: 'GET', target, purpose: 'verify', resourceType: own.type, id: own.id }),
    );
    return response?.status === 200 && isObject(response.body) ? response.body : undefined;
  }

  /** The rules by which a resource type is compared. */
  rules(type: ResourceType): TwinRules {
    const mapped = rowsOf(this.stage.mapping, type).map((row) => row.name);
    const paths = [
      ...new Set([...mapped, ...(type === 'User' ? this.extraPaths : []), ...(type === 'Group' ? ['members', 'displayName'] : [])]),
    ];
    return { type, schemas: this.stage.facts.schemas, paths };
  }

  #see(request: ScimRequest, response: ScimResponse, addressed = this.#addressed(request), hits = this.#hits(request)): Seen {
    return {
      dialect: this.client.dialect,
      family: this.client.family,
      request,
      response,
      facts: this.stage.facts,
      ...(addressed === undefined ? {} : { addressed }),
      ...(hits === undefined ? {} : { hits }),
      ...(this.wanted === undefined || request.purpose !== 'raw' ? {} : { wanted: this.wanted }),
    };
  }

  #addressed(request: ScimRequest): Known | undefined {
    const own = this.stage.population.find(request.resourceType, request.id);
    return own === undefined ? undefined : known(own);
  }

  #hits(request: ScimRequest): Known[] | undefined {
    if (request.filter === undefined || request.resourceType === undefined) return undefined;
    return this.stage.population.matching(request.resourceType, request.filter.attribute, request.filter.value);
  }

  /** Writes a creation down before it is sent. */
  async #plan(request: ScimRequest): Promise<{ readonly type: ResourceType; readonly entry: number } | undefined> {
    const collection = /^\/(Users|Groups)\/?(\?|$)/i.exec(request.target)?.[1]?.toLowerCase();
    if (request.method !== 'POST' || collection === undefined) return undefined;
    const type: ResourceType = collection === 'users' ? 'User' : 'Group';
    const body = isObject(request.body) ? request.body : {};
    const name = String(body[type === 'User' ? 'userName' : 'displayName'] ?? '');
    return { type, entry: (await this.stage.ledger?.plan({ resourceType: type, name, dialect: this.client.dialect })) ?? 0 };
  }

  /** Keeps the twin and the ledger in step with a write, reads back, and judges what is there. */
  async #settle(
    seen: Seen,
    own: Own | undefined,
    planned: { readonly type: ResourceType; readonly entry: number } | undefined,
    exchange: string,
  ): Promise<void> {
    const { request, response } = seen;
    const accepted = response.status >= 200 && response.status < 300;
    if (planned !== undefined) return await this.#settleCreation(seen, planned, accepted, exchange);
    if (own === undefined) return;
    if (request.method === 'DELETE') {
      if (accepted) {
        own.deleted = true;
        await this.verify(own);
        this.clear('SC2603');
      } else if (this.#isUnwanted(response)) {
        const unsupported = this.client.family === 'okta' && own.type === 'User';
        if (!unsupported) this.raise(['SC2603'], { expected: '204', received: showResponse(response), subject: own.type }, exchange);
      }
      return;
    }
    const before = own.twin;
    const after = accepted ? followWrite(before, request, this.rules(own.type)) : before;
    await this.#compare(seen, own, before, after, accepted, exchange);
  }

  async #settleCreation(
    seen: Seen,
    planned: { readonly type: ResourceType; readonly entry: number },
    accepted: boolean,
    exchange: string,
  ): Promise<void> {
    const { request, response } = seen;
    if (!accepted) {
      // A server error may have come after the resource was stored: only a 4xx says that there is none.
      if (response.status >= 400 && response.status < 500) await this.stage.ledger?.deleted(planned.entry);
      if (this.#isUnwanted(response)) this.#judge(seen, undefined, [], false, exchange);
      return;
    }
    const created = readResource(response.body);
    if (created === undefined) return;
    if (this.stage.population.isStranger(planned.type, created.id)) {
      this.raise(['SC1207'], { expected: 'a new resource', received: `the id ${created.id}, which was there before` }, exchange);
      await this.stage.ledger?.deleted(planned.entry);
      return;
    }
    const there = this.stage.population.find(planned.type, created.id);
    if (there !== undefined && !there.deleted) {
      // A second create of the same resource was answered with the first one: nothing new to clean up.
      await this.stage.ledger?.deleted(planned.entry);
      return;
    }
    await this.stage.ledger?.created(planned.entry, created.id);
    const own: Own = {
      key: String(this.sighting.label ?? created.id),
      type: planned.type,
      id: created.id,
      entry: planned.entry,
      twin: bornTwin(request.body, created.id),
      deleted: false,
      tainted: new Map(),
    };
    this.stage.population.add(own);
    if (this.#isWanted(response)) await this.#compare(seen, own, undefined, own.twin, true, exchange);
  }

  #isWanted(response: ScimResponse): boolean {
    return this.wanted === undefined || this.wanted.includes(response.status);
  }

  /** A refusal that nobody provoked. Whether a provoked one is the right one is the scenario's expectation to say. */
  #isUnwanted(response: ScimResponse): boolean {
    return this.wanted === undefined || (!this.wanted.includes(response.status) && this.wanted.every((status) => status < 400));
  }

  /** Reads the resource back, and lays every difference at the door of an operation. */
  async #compare(seen: Seen, own: Own, before: Twin | undefined, after: Twin, accepted: boolean, exchange: string): Promise<void> {
    const rules = this.rules(own.type);
    own.twin = after;
    let actual = await this.verify(own);
    let differences = actual === undefined ? [] : differencesOf(after, actual, rules);
    if (accepted && differences.length > 0 && (await this.stage.patience.wait())) {
      actual = await this.verify(own);
      const again = actual === undefined ? [] : differencesOf(after, actual, rules);
      if (again.length === 0 && actual !== undefined) {
        this.stage.patience.rewarded();
        this.raise(
          ['SC2702'],
          { expected: differences[0]?.expected ?? '', received: `${differences[0]?.received}; right when read again` },
          exchange,
        );
      }
      differences = again;
    }
    this.#judge(seen, before, differences, accepted, exchange);
    if (actual === undefined) return;
    for (const difference of differences) {
      const path = pathOf(difference);
      own.twin = yieldTo(own.twin, path, takenFrom(own.twin.resource, actual, difference));
      const unseen =
        difference.kind === 'missing' &&
        path !== 'members' &&
        (before === undefined || own.tainted.get(path.toLowerCase())?.unseen === true);
      own.tainted.set(path.toLowerCase(), { candidates: this.seen.at(-1) ?? [], unseen });
    }
  }

  #judge(seen: Seen, before: Twin | undefined, differences: readonly Difference[], accepted: boolean, exchange: string): void {
    const { request, response } = seen;
    const type = request.resourceType ?? 'User';
    const operations = operationsOf(request.method, request.body, before?.resource, type, this.stage.facts.schemas);
    const refused = !accepted && this.#isUnwanted(response);
    const troubles: Trouble[] = [
      ...(refused ? [{ kind: 'refused', path: '', expected: 'success', received: showResponse(response) } as const] : []),
      ...differences.map((difference) => {
        const received = `${response.status}, then GET: ${difference.received}`;
        return attribute({ ...difference, received }, operations);
      }),
    ];
    const written = { ...seen, operations, accepted, troubles, ...(before === undefined ? {} : { before: before.resource }) };
    const judged = judgeWrite(written);
    const own = this.stage.population.find(type, request.id);
    const symptoms = judged.symptoms.map((symptom, index) => {
      const trouble = troubles[index];
      const earlier = trouble?.kind === 'missing' ? own?.tainted.get(trouble.path.toLowerCase()) : undefined;
      if (earlier?.unseen === true) return { ...symptom, candidates: earlier.candidates };
      return symptom.candidates.length > 0 ? symptom : { ...symptom, candidates: ['SC9001'] };
    });
    this.#note({ symptoms, cleared: accepted ? judged.cleared : [] }, exchange);
    if (refused) {
      const candidates = this.seen.at(-1) ?? [];
      for (const operation of operations) own?.tainted.set((operation.text ?? '').toLowerCase(), { candidates, unseen: false });
    }
  }

  #note(judgement: Judgement, exchange: string | undefined): void {
    for (const check of judgement.cleared) this.stage.record.cleared.add(check);
    for (const symptom of judgement.symptoms) {
      this.seen.push(symptom.candidates);
      if (symptom.candidates.some((check) => MISTAKEN.has(check))) this.#mistaken = true;
      this.first ??= `${firstGuess(symptom)}: ${symptom.received}`;
      this.stage.record.symptoms.push({
        ...symptom,
        ...this.sighting,
        ...(exchange === undefined ? {} : { exchange }),
        order: [this.#scenario, this.#exchanges],
      });
    }
  }
}

/** 429, or a 503 that says when to come back (RFC 9110 §15.6.4, RFC 6585 §4). */
function isThrottled(response: ScimResponse): boolean {
  return response.status === 429 || (response.status === 503 && headerOf(response.headers, 'retry-after') !== undefined);
}

/** `members[<id>]` differences concern the path `members`. */
function pathOf(difference: Difference): string {
  return difference.path.startsWith('members[') ? 'members' : difference.path;
}

/** The twin's resource with the server's value at the path that differs; of a multi-valued attribute the whole list. */
function takenFrom(resource: JsonObject, actual: JsonObject, difference: Difference): JsonObject {
  const path = pathOf(difference).split('[')[0] ?? '';
  const value = valueAt(actual, path);
  return value === undefined || value === null ? removeAt(resource, path) : setAt(resource, path, value);
}
