import { isDeepStrictEqual } from 'node:util';
import type { StepCheck } from '../../src/check/check.js';
import type { Answered, ScenarioExample, Turn } from '../../src/check/example.js';
import type { Dialect, Family } from '../../src/client/client.js';
import { runMark } from '../../src/client/values/random.js';
import { run } from '../../src/engine/run/run.js';
import type { RunEvent } from '../../src/event/event.js';
import { parseTarget } from '../../src/http/target.js';
import type { Sent, Transport } from '../../src/http/transport.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { responseOf } from './drive.js';

const DIALECTS: Readonly<Record<Family, Dialect>> = { entra: 'entra-default', okta: 'okta-oin', rfc: 'rfc' };
/** What a example calls the people, in the order in which they are met. */
const NAMES = ['ada', 'grace', 'alan', 'tim'];

const SEED = 7;
/** What a example calls `${run.id}`. */
const RUN = 'r1';

/** What the engine makes of a example. */
export interface Played {
  /** Ids of the findings. */
  readonly findings: readonly string[];
  /** How often each turn's request was answered with the turn's answer. */
  readonly answered: readonly number[];
  /** `POST /Users {…}`, ids abridged: what the scenario sent. */
  readonly sent: readonly string[];
}

/**
 * Plays a example's scenario against a correct sample server in memory, in which the example's requests get the example's answers.
 *
 * @param check the check that the example belongs to
 * @param side which of the answers come
 */
export async function playExample(check: StepCheck, side: 'good' | 'bad'): Promise<Played> {
  const { example } = check;
  const scenario = SCENARIOS.find((each) => each.id === example.scenario);
  const parsed = parseTarget('http://localhost/scim/v2');
  if (scenario === undefined || !parsed.ok) throw new Error(`there is no scenario ${example.scenario}`);
  const stand = new Stand(example, side, scenario.needs.includes('entitlementsEndpoint') ? ['entitlements'] : []);
  const events: RunEvent[] = [];
  const dialects = [DIALECTS[example.client ?? check.clients[0] ?? 'rfc']];
  const options = { seed: SEED, runId: RUN, domain: 'example.com', version: '0', deadlineMs: 30_000, jobs: 1 };
  await run(
    { target: parsed.target, transport: stand.transport, clock: new VirtualClock(), dialects, scenarios: [scenario], ...options },
    (event) => {
      if (event.type === 'scenario-started') stand.begin();
      events.push(event);
    },
  );
  const findings = events.flatMap((event) => (event.type === 'finding' ? [event.check] : []));
  return { findings, answered: stand.answered, sent: stand.sent };
}

/** An excerpt of a list: each resource that it shows is as it should be but for what is shown of it. */
function resourcesOf(genuine: JsonObject, shown: JsonObject): JsonObject {
  const [real, resources] = [genuine['Resources'], shown['Resources']];
  if (!Array.isArray(real) || !Array.isArray(resources)) return {};
  const like = (each: Json): Json => real.find((other) => isObject(other) && isObject(each) && other['id'] === each['id']) ?? {};
  return { Resources: resources.map((each) => (isObject(each) ? { ...(like(each) as JsonObject), ...each } : each)) };
}

/** A server that stands between the engine and the sample. */
class Stand {
  readonly answered: number[];
  readonly sent: string[] = [];
  readonly transport: Transport;
  readonly #turns: readonly (Turn & { readonly nth?: number; readonly onwards?: true })[];
  readonly #met: number[];
  readonly #side: 'good' | 'bad';
  /** Real id → the id by which the example knows the resource. */
  readonly #names = new Map<string, string>();
  #begun = false;
  /** The last request that the example had fail, and its answer. */
  #broken: { readonly key: string; readonly answer: Answered } | undefined;

  /** @param variants what the scenario needs of the server */
  constructor(example: ScenarioExample, side: 'good' | 'bad', variants: readonly string[]) {
    this.#turns = [example, ...(example.besides ?? [])];
    this.#side = side;
    this.#met = this.#turns.map(() => 0);
    this.answered = this.#turns.map(() => 0);
    const sample = inMemory({ token: 'test', variants }, 'http://localhost/scim/v2');
    this.transport = {
      send: async (request, options) => {
        const answer = this.#answerFor(request);
        // What the example refuses does not happen.
        if (answer !== undefined && answer.done !== true && (answer.status >= 300 || answer.status === 0))
          return this.#toSent(answer, undefined);
        const genuine = await sample.send(request, options?.credential === undefined ? {} : { credential: { secret: 'wrong' } });
        this.#learn(request, genuine.response.body);
        return answer === undefined ? genuine : this.#toSent(answer, genuine.response.body);
      },
      close: () => sample.close(),
    };
  }

  /** The scenario begins: what was created before is nobody's business. */
  begin(): void {
    this.#begun = true;
  }

  #answerFor(request: ScimRequest): Answered | undefined {
    const target = this.#abridge(request.target);
    const body = request.body === undefined ? undefined : (JSON.parse(this.#abridge(JSON.stringify(request.body))) as Json);
    if (this.#begun) this.sent.push(`${request.method} ${target} (${request.purpose}) ${body === undefined ? '' : JSON.stringify(body)}`);
    // A server error that the example has a client meet stays when the same is sent again, unless it is about an update.
    const key = JSON.stringify([request.method, target, request.rawBody ?? body]);
    if (this.#broken?.key === key && (request.own === true || request.method === 'GET')) return this.#broken.answer;
    const fitting = this.#turns.flatMap((turn, index) => {
      const { method, target: wanted, purpose, body: shown } = turn.request;
      if (method !== request.method || wanted !== target || !holds(body, shown)) return [];
      if (request.purpose === 'cleanup' || (purpose !== undefined && purpose !== request.purpose)) return [];
      const count = (this.#met[index] ?? 0) + 1;
      this.#met[index] = count;
      const isMeant = turn.nth === undefined || turn.nth === count || (turn.onwards === true && turn.nth < count);
      return isMeant ? [{ turn, index }] : [];
    });
    const [first] = fitting;
    if (first === undefined) return undefined;
    this.answered[first.index] = (this.answered[first.index] ?? 0) + 1;
    const answer = first.turn[this.#side];
    if (first.turn.request.purpose !== 'update') this.#broken = answer !== undefined && answer.status >= 500 ? { key, answer } : undefined;
    return answer;
  }

  #learn(request: ScimRequest, body: Json | undefined): void {
    const letter = request.target === '/Users' ? 'u' : 'g';
    if (!this.#begun || request.method !== 'POST' || !isObject(body) || typeof body['id'] !== 'string') return;
    this.#name(body['id'], (count) => `${letter}${count + 1}`, letter);
  }

  #name(real: string, name: (count: number) => string, kind: string): void {
    if (this.#names.has(real)) return;
    const known = [...this.#names.values()].filter((each) =>
      kind === '' ? NAMES.includes(each) : each.startsWith(kind) && /\d$/.test(each),
    );
    this.#names.set(real, name(known.length));
  }

  /** The text as the example writes it: short ids, short names, and one id for all that belong to nobody. */
  #abridge(text: string): string {
    if (this.#begun)
      for (const [real] of text.matchAll(/[a-z]+\.[a-z]+\.sc[a-z0-9]{7}/g)) this.#name(real, (count) => NAMES[count] ?? 'x', '');
    const short = [...this.#names].reduce((abridged, [real, name]) => abridged.replaceAll(real, name), text);
    return short.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'u9').replaceAll(runMark(SEED), RUN);
  }

  #toSent(answer: Answered, genuine: Json | undefined): Sent {
    if (answer.status === 0) return { ok: false, failure: { kind: 'timeout', message: 'no answer within 10 s' } };
    const real = new Map([...this.#names].map(([id, name]) => [name, id]));
    const response = responseOf(answer);
    const text = response.text
      .replaceAll(/(?<=["/])[ug]\d+(?=")|(?<=")[a-z]+(?=@)/g, (name) => real.get(name) ?? name)
      .replaceAll(/\br1\b/g, runMark(SEED));
    if (answer.body === undefined) return { ok: true, response: { ...response, truncated: false } };
    const shown = JSON.parse(text) as Json;
    const body =
      answer.excerpt === true && isObject(genuine) && isObject(shown) ? { ...genuine, ...shown, ...resourcesOf(genuine, shown) } : shown;
    return { ok: true, response: { ...response, text: JSON.stringify(body), body, truncated: false } };
  }
}

/** Whether a body has what the example shows of it; lists must be equal. */
function holds(body: Json | undefined, shown: Json | undefined): boolean {
  if (shown === undefined) return true;
  if (!isObject(shown)) return isDeepStrictEqual(body, shown);
  return isObject(body) && Object.entries(shown).every(([name, value]) => holds(body[name], value));
}
