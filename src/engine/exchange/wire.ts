import { type Clock, timeLimit, timeOf } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { SymptomAnswer } from '../../check/symptom.js';
import type { Dialect } from '../../client/client.js';
import { ownRequest } from '../../client/own.js';
import type { ExchangeEvent, Sink } from '../../event/event.js';
import { curlOf } from '../../http/curl.js';
import { shownUrl, type Target } from '../../http/target.js';
import { bodyOf, type SendOptions, type Transport } from '../../http/transport.js';
import type { ScimRequest, ScimResponse } from '../../scim/message.js';
import type { Answer, At } from './answer.js';
import { Breaker } from './breaker.js';
import { KeptBodies } from './kept-bodies.js';
import { OneByOne } from './one-by-one.js';
import { Pace, type Pause } from './pace.js';
import { essence, operationOf } from './request-line.js';
import { isHarmless, isServerError, type PassedError, ServerErrors } from './server-errors.js';
import { mayPass, outOfTime } from './throttle.js';
import { withWrongCredential } from './wrong-credential.js';

/** How long a target is asked for a sign of life, in milliseconds. */
const PROBE_MS = 10_000;

/** What the clean-up may wait for a target that throttles, in milliseconds. */
const CLEANING_MS = 600_000;

export interface WireOptions {
  /** Where to. */
  readonly target: Target;
  /** How. */
  readonly transport: Transport;
  /** Is told of each exchange. */
  readonly sink: Sink;
  /** For waits. */
  readonly clock: Clock;
  /** Takes secrets out of what is kept of a request. */
  readonly hide: (text: string) => string;
  /** How long the run may take: no wait is longer. */
  readonly milliseconds: number;
  /** Ends the run. */
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests, numbers them, and tells the world what happened. It judges nothing. */
export class Wire {
  readonly #target: Target;
  readonly #transport: Transport;
  readonly #sink: Sink;
  readonly #clock: Clock;
  readonly #signal: AbortSignal | undefined;
  readonly #sentRequests = new Map<string, ExchangeEvent['request']>();
  readonly #answers = new Map<string, SymptomAnswer>();
  readonly #counts = new Map<Dialect, number>();
  readonly #ownCounts = new Map<Dialect, number>();
  readonly #pace: Pace;
  readonly #oneByOne: OneByOne;
  readonly #breaker = new Breaker();
  /** Which server errors stay. */
  readonly serverErrors = new ServerErrors();
  readonly #kept = new KeptBodies();
  readonly #lost = new AbortController();
  /** Aborts when the run ends, or the target is lost. */
  readonly #running: AbortSignal;
  #probing: Promise<void> | undefined;
  /** The pace of what removes things once the run is over. */
  #cleaning: Pace | undefined;
  readonly #hide: (text: string) => string;
  #hasRenewed = false;
  readonly #accepting = new Set<Dialect>();
  #sent = 0;

  constructor({ target, transport, sink, clock, hide, milliseconds, signal }: WireOptions) {
    this.#target = target;
    this.#transport = transport;
    this.#sink = sink;
    this.#clock = clock;
    this.#hide = hide;
    this.#signal = signal;
    this.#running = signal === undefined ? this.#lost.signal : AbortSignal.any([signal, this.#lost.signal]);
    this.#pace = new Pace(clock, milliseconds);
    this.#oneByOne = new OneByOne(clock, (message) => sink({ type: 'notice', level: 'warning', message }));
  }

  /** Requests sent so far, in all or by one dialect. */
  count(dialect?: Dialect): number {
    return dialect === undefined ? this.#sent : (this.#counts.get(dialect) ?? 0);
  }

  /** Of these scim-check's own, which no client sends. */
  ownCount(dialect?: Dialect): number {
    return dialect === undefined ? [...this.#ownCounts.values()].reduce((sum, each) => sum + each, 0) : (this.#ownCounts.get(dialect) ?? 0);
  }

  /** Whether the target has served a request of this dialect with the credential of the run. */
  hasAccepted(dialect: Dialect): boolean {
    return this.#accepting.has(dialect);
  }

  /** Aborts when the target has stopped answering. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Whether some request was not answered, or only after a long time. */
  get hasMissed(): boolean {
    return this.#breaker.hasMissed;
  }

  /** What is not sent any more because connections broke is sent again. */
  forgiveLosses(): void {
    this.#breaker.forgive();
  }

  /** The run is over, however long it was to wait: what removes the things that it created has a patience of its own from now on. */
  beginCleanUp(): void {
    this.#cleaning = new Pace(this.#clock, CLEANING_MS);
  }

  /** What throttling did to the run, in one sentence. */
  throttling(): string | undefined {
    return this.#pace.summary();
  }

  /**
   * Sends one request. What the target answers with 429 was not done, so it is sent again after the time that the target asks
   * for; so is a read that is answered with 503. Each attempt is an exchange of its own. No other write is sent twice, unless it
   * is clean-up. What was refused because the access token had expired was not done either, and is sent again with a new one.
   * A read whose connection was closed without an answer is sent once more, and so is one that ends in a server error; of these also a
   * deletion of scim-check's own.
   *
   * @param request what to send
   * @param at the play that it belongs to
   * @param options another credential, or another signal than the run's
   * @returns the answer; a failure of the kind `throttled` when the request was not sent, because the target asks for more
   *   patience than the run has
   */
  async send(request: ScimRequest, at: At, options: SendOptions = {}): Promise<Answer> {
    const cleaning = request.purpose === 'cleanup';
    const pace = (cleaning ? this.#cleaning : undefined) ?? this.#pace;
    const signal = options.signal ?? this.#signal;
    const what = `${request.method} ${request.target.split('?')[0]}`;
    let renewed = false;
    let repeated = false;
    let failed: PassedError | undefined;
    let pause: Pause | undefined;
    let status = 0;
    for (let attempt = 1; ; attempt += 1) {
      const refusal = await pace.turn(signal, pause?.notBefore);
      const exchange = `E${this.#sent}`;
      if (refusal !== undefined) return { ok: false, exchange, failure: { kind: 'throttled', message: refusal } };
      if (pause !== undefined && signal?.aborted === true) return { ok: false, exchange, failure: outOfTime(what, status) };
      const sentAt = this.#clock.now();
      const sending = renewed ? { ...options, renewed } : options;
      const answer = await this.#oneByOne.send(operationOf(request.method, request.target), () =>
        cleaning ? this.#sendOnce(request, at, sending) : this.#sendGuarded(request, at, sending),
      );
      if (!answer.ok) {
        // A server may close an idle connection just as a request comes; a read may then be sent again (RFC 9110 §9.2.2).
        const isRepeatable = request.method === 'GET' && answer.failure.kind === 'reset' && !repeated;
        if (!isRepeatable) return answer;
        repeated = true;
        continue;
      }
      if (answer.renewed === true && !renewed) {
        renewed = true;
        this.#tellRenewed(at);
        continue;
      }
      const { response } = answer;
      if (failed !== undefined) return this.serverErrors.note(request, response.status < 500) ? { ...answer, passed: failed } : answer;
      if (isServerError(response.status) && !mayPass(response) && isHarmless(request) && this.serverErrors.mayPass(request)) {
        failed = { exchange: answer.exchange, response };
        continue;
      }
      if (!mayPass(response)) pace.served();
      if (!mayPass(response) || (response.status !== 429 && request.method !== 'GET' && !cleaning)) return answer;
      status = response.status;
      pause = pace.after(response, attempt, sentAt, at.dialect, what);
      const { again, message } = pause; // that the clean-up waits is no news after the run
      if (message !== undefined && !(cleaning && again)) this.#sink({ type: 'notice', level: 'warning', message, dialect: at.dialect });
      if (!again) return answer;
    }
  }

  /** Sends one request at once, whatever the target has asked for, and not again: for measuring how much it serves. */
  sendUnpaced(request: ScimRequest, at: At): Promise<Answer> {
    return this.#sendGuarded(request, at, {});
  }

  #tellRenewed({ dialect }: At): void {
    if (this.#hasRenewed) return;
    this.#hasRenewed = true;
    const message =
      'The target refused an access token before its time was up (401). A new one was asked for, and the request was sent again; the same may happen to Entra.';
    this.#sink({ type: 'notice', level: 'warning', message, dialect });
  }

  /** Sends a request unless the target never answers its kind, and sees whether the target is still there. */
  async #sendGuarded(request: ScimRequest, at: At, options: SendOptions): Promise<Answer> {
    await this.#probing;
    const outer = options.signal === undefined ? this.#running : AbortSignal.any([options.signal, this.#lost.signal]);
    const permit = this.#breaker.permit(request);
    if ('refusal' in permit) return { ok: false, exchange: `E${this.#sent}`, failure: { kind: 'unsent', message: permit.refusal } };
    const limit = permit.limitMs === undefined ? undefined : timeLimit(this.#clock, permit.limitMs);
    const sentAt = this.#clock.now();
    const answer = await this.#sendOnce(request, at, { ...options, signal: limit === undefined ? outer : AbortSignal.any([outer, limit]) });
    if (!answer.ok && outer.aborted) return answer;
    const isDoubtful = this.#breaker.note(request, answer.ok, this.#clock.now() - sentAt);
    if (isDoubtful) await this.#probe(at);
    const seconds = (permit.limitMs ?? 0) / 1000;
    return !answer.ok && limit?.aborted === true
      ? {
          ...answer,
          failure: {
            kind: 'timeout',
            message: `The target did not answer within ${seconds} seconds, after it had failed to answer before.`,
          },
        }
      : answer;
  }

  /** Asks the target once for a sign of life, whoever else wants to know it. */
  async #probe(at: At): Promise<void> {
    this.#probing ??= (async () => {
      const request = ownRequest({ method: 'GET', target: '/ServiceProviderConfig', purpose: 'probe' });
      const answer = await this.#sendOnce(request, at, { signal: timeLimit(this.#clock, PROBE_MS) });
      if (answer.ok) this.#breaker.reset();
      else this.#lost.abort();
      this.#probing = undefined;
    })();
    await this.#probing;
  }

  async #sendOnce(request: ScimRequest, at: At, options: SendOptions): Promise<Answer> {
    this.#sent += 1;
    this.#counts.set(at.dialect, this.count(at.dialect) + 1);
    if (request.own === true) this.#ownCounts.set(at.dialect, this.ownCount(at.dialect) + 1);
    const exchange = `E${this.#sent}`;
    const time = timeOf(this.#clock);
    const signal = options.signal ?? this.#signal;
    const sent = await this.#transport.send(request, { ...options, ...defined({ signal }) });
    if (sent.ok && sent.response.status < 300 && options.credential === undefined) this.#accepting.add(at.dialect);
    // A client that sends back what it was shown sends megabytes, too.
    const body = bodyOf(request);
    const recorded: ExchangeEvent['request'] = {
      method: request.method,
      url: this.#hide(shownUrl(this.#target, request.target)),
      headers: request.headers.map(([name, value]) => [name, this.#hide(value)] as const),
      ...(body === undefined ? {} : { body: this.#kept.of(this.#hide(body)) }),
    };
    this.#sentRequests.set(exchange, request.purpose === 'refuse' ? withWrongCredential(recorded) : recorded);
    if (sent.ok) this.#answers.set(exchange, { operation: operationOf(request.method, request.target), status: sent.response.status });
    this.#sink({
      type: 'exchange',
      id: exchange,
      dialect: at.dialect,
      ...defined({ scenario: at.scenario, step: at.step }),
      purpose: request.purpose,
      ...defined({ own: request.own, resourceType: request.resourceType }),
      request: recorded,
      ...(sent.ok ? { response: this.#recorded(sent.response) } : { failure: { kind: sent.failure.kind, message: sent.failure.message } }),
      time,
    });
    return sent.ok
      ? { ok: true, exchange, response: sent.response, ...defined({ renewed: sent.renewed }) }
      : { ok: false, exchange, failure: sent.failure };
  }

  /** `PATCH /Users/8f2c {"op":…}`: the request of an exchange in one line, its base URL left out. */
  describe(exchange: string): string | undefined {
    const request = this.#sentRequests.get(exchange);
    if (request === undefined) return undefined;
    const path = request.url.startsWith(this.#target.base) ? request.url.slice(this.#target.base.length) : request.url;
    return `${request.method} ${path}${request.body === undefined ? '' : `  ${essence(request.body)}`}`;
  }

  /** The body of the request of an exchange, as it is kept. */
  sentBody(exchange: string): string | undefined {
    return this.#sentRequests.get(exchange)?.body;
  }

  /** What an exchange asked, and how it ended; undefined where no answer came. */
  answerOf(exchange: string): SymptomAnswer | undefined {
    return this.#answers.get(exchange);
  }

  /** A shell command that repeats an exchange. */
  repeat(exchange: string): string | undefined {
    const request = this.#sentRequests.get(exchange);
    return request === undefined ? undefined : curlOf(request, 'posix', this.#transport.scheme);
  }

  #recorded(response: ScimResponse & { readonly truncated: boolean }): NonNullable<ExchangeEvent['response']> {
    const body = this.#kept.of(response.text);
    const { status, headers, truncated } = response;
    return { status, headers, body, truncated: truncated || body !== response.text, milliseconds: Math.round(response.milliseconds) };
  }
}
