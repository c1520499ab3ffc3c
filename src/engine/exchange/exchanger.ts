import { defined } from '../../base/defined.js';
import type { Observation } from '../../check/context.js';
import type { Client } from '../../client/client.js';
import { addressOf } from '../../scim/address.js';
import { isNotThere, type ResourceType, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { readList } from '../../scim/read.js';
import type { OwnedResource } from '../state/owned-resource.js';
import { tracesGivenBy } from '../state/ownership.js';
import { type At, wasNotDone } from './answer.js';
import { isBulk, markUnknown, type PlannedBulk, type PlannedBulkCreation, planBulk, requestsIn } from './bulk-request.js';
import { creationOf, nameIn, namesGivenBy } from './creation.js';
import type { ExchangeContext } from './exchange-context.js';
import type { PassedError } from './server-errors.js';
import { CREDENTIAL_REFUSED, type Unserved, unansweredBy, unreadBy, unservedBy } from './throttle.js';
import { refusalOf } from './write-guard.js';

/** A creation that was written down before it was sent. */
export interface PlannedCreation {
  readonly type: ResourceType;
  /** Line of the ledger. */
  readonly entry: number;
  /** When it was sent, see `OwnedResources.moment`. */
  readonly sentAt: number;
}

/** A request that was answered, with what was known before it. */
export interface Answered {
  readonly kind: 'answered';
  readonly exchange: string;
  readonly observation: Observation;
  /** The resource of this run that the request addresses. */
  readonly owned?: OwnedResource;
  readonly creation?: PlannedCreation;
  /** The creations of a bulk request. */
  readonly bulk?: PlannedBulk;
  /** The same read ended in a server error just before. */
  readonly passed?: PassedError;
}

/** What became of a request. */
export type Exchange =
  | Answered
  /** It was not sent: it might touch what this run did not create. */
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'unanswered'; readonly exchange: string; readonly failure: { readonly kind: string; readonly message: string } }
  /**
   * The target did not serve it, and rightly so; it was not sent because the target asks for patience; or the answer is larger than
   * what is read of one: there is nothing to judge.
   */
  | { readonly kind: 'unserved'; readonly exchange: string; readonly response?: ScimResponse; readonly unserved: Unserved };

export interface ExchangeOptions {
  /** Statuses that the scenario asks for: a refusal that it provokes is no defect. */
  readonly wanted?: readonly number[] | undefined;
  /** Is awaited once everything is written down, before the request goes. */
  readonly ready?: (() => Promise<void>) | undefined;
}

/**
 * Carries one client's requests to the target: nothing goes that the run may not write, what it creates is written down first,
 * and what is not answered makes its resource unknown. It judges nothing.
 */
export class Exchanger {
  readonly #context: ExchangeContext;
  readonly #client: Client;
  #count = 0;

  constructor(context: ExchangeContext, client: Client) {
    this.#context = context;
    this.#client = client;
  }

  /** Exchanges so far. */
  get count(): number {
    return this.#count;
  }

  /**
   * Sends one request.
   *
   * @param request what to send
   * @param at the step that it belongs to
   * @param options what the step expects
   */
  async send(request: ScimRequest, at: At, options: ExchangeOptions = {}): Promise<Exchange> {
    return this.#forbidden(request) ?? (await this.#deliver(request, at, options));
  }

  /** Sends several requests at the same moment; none of them when one may not be sent. */
  async sendParallel(requests: readonly ScimRequest[], at: At, options: ExchangeOptions = {}): Promise<readonly Exchange[]> {
    const forbidden = requests.map((request) => this.#forbidden(request)).find((each) => each !== undefined);
    return forbidden === undefined ? await Promise.all(requests.map((request) => this.#deliver(request, at, options))) : [forbidden];
  }

  #forbidden(request: ScimRequest): Exchange | undefined {
    const reason = refusalOf(request, this.#context.resources, this.#context.madeUpIds);
    return reason === undefined ? undefined : { kind: 'forbidden', reason };
  }

  async #deliver(request: ScimRequest, at: At, { wanted, ready }: ExchangeOptions): Promise<Exchange> {
    const { wire, ledger, resources } = this.#context;
    const owned = resources.find(request.resourceType, request.id);
    const known = this.#knownBefore(request);
    const lines = await this.#writeDown(request);
    if (lines === undefined)
      return { kind: 'unserved', exchange: '', unserved: { reason: ledger.failure() ?? 'it could not be written down', cut: 'stopped' } };
    const { entry, bulk } = lines;
    await ready?.();
    const sentAt = resources.moment();
    const answer = await wire.send(request, at);
    this.#count += 1;
    const { exchange } = answer;
    if (wasNotDone(answer)) for (const { entry: line } of [entry ?? [], bulk ?? []].flat()) await ledger.deleted(line);
    if (!answer.ok && wasNotDone(answer)) return { kind: 'unserved', exchange, unserved: unansweredBy(answer.failure) };
    if (!answer.ok) {
      this.#markUnknown(request, owned);
      return { kind: 'unanswered', exchange, failure: answer.failure };
    }
    const { response } = answer;
    const unread = unreadBy(response);
    if (unread !== undefined) {
      this.#markUnknown(request, owned);
      if (response.status < 300) for (const { entry: line } of [entry ?? [], bulk ?? []].flat()) await ledger.answered(line);
      return { kind: 'unserved', exchange, response, unserved: unread };
    }
    const unserved = this.#isRefused(request, response, wanted)
      ? CREDENTIAL_REFUSED
      : unservedBy(response, this.#client.family, request.method === 'GET' ? undefined : request.headers);
    if (unserved !== undefined) return { kind: 'unserved', exchange, response, unserved };
    if (request.resourceType !== undefined && request.method === 'GET')
      resources.noteStrangers(request.resourceType, readList(response.body)?.resources ?? []);
    if (request.method === 'GET') noteRead(owned, response);
    const observation: Observation = {
      dialect: this.#client.dialect,
      family: this.#client.family,
      request,
      response,
      facts: this.#context.facts,
      ...known,
      ...(wanted === undefined || request.purpose === 'verify' ? {} : { wanted }),
    };
    return {
      kind: 'answered',
      exchange,
      observation,
      ...defined({ owned, passed: answer.passed }),
      ...(entry === undefined ? {} : { creation: { ...entry, sentAt } }),
      ...(bulk === undefined ? {} : { bulk: { creations: bulk, sentAt } }),
    };
  }

  /** Whether a credential that was accepted before is refused, and no test wants that. */
  #isRefused({ purpose }: ScimRequest, { status }: ScimResponse, wanted: readonly number[] = []): boolean {
    if (status !== 401 || purpose === 'refuse' || purpose === 'anonymous' || wanted.includes(401)) return false;
    return this.#context.wire.hasAccepted(this.#client.dialect);
  }

  /** What the run knows of the resources that a request is about, before it is sent. */
  #knownBefore(request: ScimRequest): Pick<Observation, 'addressed' | 'hits' | 'again' | 'former' | 'vacated'> {
    const { resources } = this.#context;
    const addressed = resources.addressed(request);
    const hits = resources.hits(request);
    const former = resources.deletedNamesake(request);
    return {
      ...defined({ addressed, hits }),
      ...(former === undefined ? {} : { again: true, former }),
      ...(takesVacatedName(request, resources) ? { vacated: true } : {}),
    };
  }

  /** Writes down what a request creates and which names it gives; undefined when that cannot be done, and it must not be sent. */
  async #writeDown(
    request: ScimRequest,
  ): Promise<{ readonly bulk?: readonly PlannedBulkCreation[]; readonly entry?: Omit<PlannedCreation, 'sentAt'> } | undefined> {
    try {
      const entry = await this.#plan(request);
      const bulk = isBulk(request) ? await planBulk(request, this.#context.ledger, this.#client.dialect) : undefined;
      await this.#noteNames(request);
      return defined({ entry, bulk });
    } catch (error) {
      if (this.#context.ledger.failure() === undefined) throw error;
      return undefined;
    }
  }

  /** Writes a creation down before it is sent. */
  async #plan(request: ScimRequest): Promise<Omit<PlannedCreation, 'sentAt'> | undefined> {
    const created = creationOf(request, this.#context.madeUpIds);
    if (created === undefined) return undefined;
    return { type: created.resourceType, entry: await this.#context.ledger.plan({ ...created, dialect: this.#client.dialect }) };
  }

  /** Writes the new names of resources, and their new addresses, down before they are sent: by them the clean-up knows the resources again. */
  async #noteNames(request: ScimRequest): Promise<void> {
    const { ledger, resources } = this.#context;
    for (const each of isBulk(request) ? (requestsIn(request) ?? []) : [request]) {
      const { resourceType, id } = addressOf(each.target);
      const owned = resources.find(resourceType, id);
      if (owned === undefined) continue;
      for (const name of namesGivenBy(each, owned.type)) await ledger.named(owned.entry, name);
      for (const trace of tracesGivenBy(each)) await ledger.traced(owned.entry, trace);
    }
  }

  /** Whether a write arrived is not known, so nothing can be said about its resource any more. */
  #markUnknown(request: ScimRequest, owned: OwnedResource | undefined): void {
    if (request.method !== 'GET') owned?.markUnknown();
    if (isBulk(request)) markUnknown(request, this.#context.resources);
  }
}

function takesVacatedName(request: ScimRequest, resources: ExchangeContext['resources']): boolean {
  const { resourceType: type, method, body } = request;
  if (type === undefined) return false;
  const names = method === 'POST' ? [nameIn(body, type)] : namesGivenBy(request, type);
  return names.some((name) => resources.isVacated(type, name));
}

function noteRead(owned: OwnedResource | undefined, { status }: ScimResponse): void {
  if (status === 200) owned?.markShown();
  else if (isNotThere(status)) owned?.markMissing();
}
