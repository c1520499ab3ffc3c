import type { Dialect, Family } from '../../src/client/client.js';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import type { RunEvent } from '../../src/event/event.js';
import { type Verdict, verdictsOf } from '../../src/event/verdict.js';
import type { Transport } from '../../src/http/transport.js';
import type { SampleOptions } from '../../src/sample/options.js';
import { isObject, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest, ScimResponse } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { type Outcome, playAgainst, type Settings, TOKEN } from '../proof/play.js';
import { sampleTransport } from '../sample/transport.js';

/** What is unusual about a server besides its defect, and no defect. */
export interface Condition {
  readonly name: string;
  readonly sample?: Pick<SampleOptions, 'users' | 'variants'>;
  /** Answers in the server's place; made anew for each server. */
  readonly answers?: () => (request: ScimRequest, serve: () => Promise<ScimResponse>) => Promise<ScimResponse>;
  /** A correct server is ready all the same. */
  readonly ready?: true;
  /** Clients that take the target at its word, and rightly play no more than it says to have. */
  readonly believedBy?: readonly Family[];
  /** Findings that the condition is itself: no verdict says whether a defect was found beside them, so its check must. */
  readonly brings?: readonly string[];
  /** Defects that are not there under this condition. */
  readonly takesAway?: readonly string[];
}

/** The conditions under which no defect may be hidden. */
export const CONDITIONS: readonly Condition[] = [
  {
    name: '429 on every fifth request',
    ready: true,
    answers: () => {
      let count = 0;
      return async (_request, serve) => {
        count += 1;
        return count % 5 === 0 ? { status: 429, headers: [['Retry-After', '1']], text: '', milliseconds: 0 } : await serve();
      };
    },
  },
  {
    name: '/Schemas missing',
    answers: () => async (request, serve) => (isSchemas(request) ? notFound() : await serve()),
  },
  {
    name: '/Schemas minimal',
    // Its untrue word stands in what is left out; and what is not advertised and no mapping has is no part of the app.
    takesAway: [
      'own-schema-untrue',
      'further-lists-dropped',
      'group-descriptions-lost',
      'group-labels-stay',
      'photos-stay',
      'profile-url-lost',
      'remove-part-500',
    ],
    answers: () => async (request, serve) => {
      const response = await serve();
      return isSchemas(request) && response.status === 200 ? withBody(response, minimal(response.body)) : response;
    },
  },
  {
    name: '/Schemas of people alone, with few attributes',
    // What is neither advertised nor kept is no part of the app, and nobody sends a nickname to an app that does not say to have it.
    takesAway: [
      'own-schema-untrue',
      'create-drops-extension',
      'groups-not-served',
      'groups-read-only',
      'long-texts-refused',
      // Entra's first group is empty, and is refused.
      'members-required',
      'patch-clears-nickname',
      // Entra and Okta never name a member who is not there; a client of the standard takes it that there are no groups.
      'unknown-member-500',
    ],
    believedBy: ['rfc'],
    answers: () => async (request, serve) => {
      const response = await serve();
      return isSchemas(request) && response.status === 200 ? withBody(response, partial(response.body)) : response;
    },
  },
  {
    name: 'three attributes required',
    sample: { variants: ['more-required'] },
    // Nobody is without a name then, and how a name is written does not count.
    takesAway: ['name-missing-500', 'nameless-put-500', 'create-answers-other-name'],
  },
  { name: '300 users there before', sample: { users: 300 }, ready: true },
  {
    name: 'answers labelled application/json',
    brings: ['SC1101'],
    answers: () => async (_request, serve) => {
      const response = await serve();
      const others = response.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
      return response.text === '' ? response : { ...response, headers: [...others, ['Content-Type', 'application/json']] };
    },
  },
];

export interface Judged extends Outcome {
  readonly verdicts: readonly Verdict[];
}

/**
 * Plays the scenarios against a sample server under a condition.
 *
 * @param condition what is unusual about it
 * @param sample its defects
 * @param dialects who plays
 * @param settings as for the proof
 */
export async function playUnder(
  condition: Condition,
  sample: Pick<SampleOptions, 'defects'>,
  dialects: readonly Dialect[],
  settings: Settings = {},
): Promise<Judged> {
  const clock = new VirtualClock();
  const { mapping } = settings;
  const extraSchemas = mapping === undefined ? [] : schemasBeyondStandard(mapping);
  const server = sampleTransport({ token: TOKEN, clock, extraSchemas, ...sample, ...condition.sample });
  const answers = condition.answers?.();
  const transport: Transport = {
    ...server.transport,
    async send(request, options) {
      if (answers === undefined) return await server.transport.send(request, options);
      let failed: Awaited<ReturnType<Transport['send']>> | undefined;
      const response = await answers(request, async () => {
        const sent = await server.transport.send(request, options);
        if (!sent.ok) failed = sent;
        return sent.ok ? sent.response : { status: 0, headers: [], text: '', milliseconds: 0 };
      });
      return failed ?? { ok: true, response: { truncated: false, ...response } };
    },
  };
  const events: RunEvent[] = [];
  const outcome = await playAgainst({ target: server.target, transport }, clock, dialects, {
    ...settings,
    onEvent: (event) => events.push(event),
  });
  return { ...outcome, verdicts: verdictsOf(events) };
}

function isSchemas({ method, target }: ScimRequest): boolean {
  return method === 'GET' && /^\/Schemas\b/.test(target);
}

function notFound(): ScimResponse {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404', detail: 'There is no such endpoint.' };
  return { status: 404, headers: [['Content-Type', 'application/scim+json']], text: JSON.stringify(body), body, milliseconds: 0 };
}

function withBody(response: ScimResponse, body: JsonObject): ScimResponse {
  return { ...response, body, text: JSON.stringify(body) };
}

/** What is believed, and is not the half of what the server has. */
function partial(body: ScimResponse['body']): JsonObject {
  return withAttributes(body, (schema, name) => schema === 'User' && ['userName', 'name', 'emails', 'active'].includes(name));
}

/** The list of schemas with one attribute each: the name. */
function minimal(body: ScimResponse['body']): JsonObject {
  return withAttributes(body, (schema, name) => name === 'userName' || (name === 'displayName' && schema === 'Group'));
}

function withAttributes(body: ScimResponse['body'], keeps: (schema: unknown, name: string) => boolean): JsonObject {
  const whole = isObject(body) ? body : {};
  const resources = Array.isArray(whole['Resources']) ? whole['Resources'].filter(isObject) : [];
  const lean = resources.flatMap((schema) => {
    const attributes = Array.isArray(schema['attributes']) ? schema['attributes'].filter(isObject) : [];
    const named = attributes.filter(({ name }) => keeps(schema['name'], String(name)));
    return named.length === 0 ? [] : [{ ...schema, attributes: named }];
  });
  return { ...whole, totalResults: lean.length, itemsPerPage: lean.length, Resources: lean };
}
