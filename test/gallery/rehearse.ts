import type { Clock } from '../../src/base/clock.js';
import type { Dialect } from '../../src/client/client.js';
import { run } from '../../src/engine/run/run.js';
import type { GalleryTestEvent, RunEvent } from '../../src/event/event.js';
import { GALLERY_TESTS } from '../../src/event/gallery-tests.js';
import { galleryTestsIn } from '../../src/event/gallery-verdict.js';
import { DEFAULT_VALUES } from '../../src/gallery/parameters.js';
import { playGallery } from '../../src/gallery/play.js';
import type { GallerySettings, TokenProbe } from '../../src/gallery/settings.js';
import { schemaOfMapping } from '../../src/gallery/target-schema.js';
import { tampered } from '../../src/http/tampered.js';
import { ENTRA_DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { createHandler } from '../../src/sample/handler.js';
import type { SampleOAuthClient } from '../../src/sample/oauth/client.js';
import type { SampleOptions } from '../../src/sample/options.js';
import type { Reply } from '../../src/sample/reply.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { Header, ScimRequest, ScimResponse } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';
import { sampleTransport } from '../sample/transport.js';

/** A request with the name of the user or group that it is about. */
export interface Seen {
  readonly request: ScimRequest;
  readonly name: string;
  /** Another token than the run's. */
  readonly token?: string;
}

/** What a server does wrong. */
export interface Fault {
  /** Answers in place of the server. */
  readonly answers?: (
    seen: Seen,
    clock: VirtualClock,
  ) => { readonly status: number; readonly body?: JsonObject; readonly headers?: readonly Header[] } | undefined;
  /** How long it takes for an answer, in milliseconds. */
  readonly takes?: (seen: Seen, clock: VirtualClock) => number;
  /** Changes what it answers. */
  readonly changes?: (seen: Seen, body: Json | undefined) => Json | undefined;
}

export const TOKEN = 'gallery-test-token';

/**
 * Rehearses against the sample in memory.
 *
 * @param fault what the server does wrong; default: nothing
 * @param settings what differs from the defaults
 * @param sample what the sample is
 * @param mapping what Entra exchanges
 */
export async function rehearse(
  fault: Fault = {},
  settings: Partial<GallerySettings> = {},
  sample: Partial<SampleOptions> = {},
  mapping: Mapping = ENTRA_DEFAULT_MAPPING,
): Promise<{ readonly tests: readonly GalleryTestEvent[]; readonly events: readonly RunEvent[]; readonly elapsed: number }> {
  const clock = new VirtualClock();
  const server = sampleTransport({ token: TOKEN, ...sample, clock });
  const names = new Map<string, string>();
  const transport: typeof server.transport = {
    ...server.transport,
    async send(request, options) {
      for (const each of [...server.snapshot().users, ...server.snapshot().groups])
        names.set(String(each['id']), String(each['userName'] ?? each['displayName']));
      const token = options?.credential?.scheme === 'Bearer' ? { token: options.credential.secret } : {};
      const seen = { request, name: nameIn(request, names), ...token };
      const milliseconds = fault.takes?.(seen, clock) ?? 0;
      if (milliseconds > 0) await clock.sleep(milliseconds);
      const own = fault.answers?.(seen, clock);
      if (own !== undefined) {
        const response = answered(own.status, own.body);
        return { ok: true, response: { ...response, headers: [...response.headers, ...(own.headers ?? [])], truncated: false } };
      }
      const sent = await server.transport.send(request, options);
      if (!sent.ok || fault.changes === undefined) return sent;
      const body = fault.changes(seen, structuredClone(sent.response.body));
      return { ok: true, response: { ...sent.response, ...answered(sent.response.status, body), headers: sent.response.headers } };
    },
  };
  const events: RunEvent[] = [];
  const all: GallerySettings = {
    schema: schemaOfMapping(ENTRA_DEFAULT_MAPPING),
    values: DEFAULT_VALUES,
    format: 'batch',
    only: new Set(GALLERY_TESTS.map(({ name }) => name)),
    clientCredentials: tokenProbe({ secret: 's3cret' }, 'client_secret=s3cret', sample, clock),
    requirements: false,
    rateSeconds: 0,
    expirySeconds: 60,
    tamperedToken: async () => tampered(TOKEN),
    federated: tokenProbe('any-assertion', `client_assertion=${ASSERTION}&client_assertion_type=${ASSERTION_TYPE}`, sample, clock),
    ...settings,
  };
  const dialects: readonly Dialect[] = ['entra-default'];
  const common = { jobs: 1, seed: 5, deadlineMs: 3_600_000, version: 'test', runId: 'test-run', domain: 'example.com' };
  const options = {
    target: server.target,
    transport,
    clock,
    dialects,
    scenarios: [],
    selected: true,
    mapping,
    ...common,
  };
  await run(
    options,
    (event) => events.push(event),
    undefined,
    (dialectRun) => playGallery(all, dialectRun),
  );
  return { tests: galleryTestsIn(events), events, elapsed: clock.elapsed() };
}

const ASSERTION_TYPE = encodeURIComponent('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
/** Of a client that any signature will do for, good for long. */
const ASSERTION = ['{"alg":"none"}', `{"exp":${2 ** 33}}`, 'x'].map((part) => Buffer.from(part).toString('base64url')).join('.');

/**
 * Asks the sample's token endpoint, which has given the run its own token before. The one that it gives now is told as that of the
 * rehearsal, so that it opens the sample.
 */
function tokenProbe(proof: SampleOAuthClient['proof'], shown: string, sample: Partial<SampleOptions>, clock: Clock) {
  const handler = createHandler({ token: TOKEN, ...sample, clock, oauth: { clientId: 'client', proof } }, () => 'http://sample.test');
  const ask = (): Reply =>
    handler.token({
      method: 'POST',
      path: undefined,
      query: '',
      headers: {},
      body: new TextEncoder().encode(`grant_type=client_credentials&client_id=client&${shown}`),
    });
  ask();
  return async (): Promise<TokenProbe> => {
    const { status, body } = ask();
    if (!isObject(body as Json) || status !== 200) return { status, message: `it answered ${status} (${JSON.stringify(body)}).` };
    const { expires_in: expiresIn } = body as JsonObject;
    return { status, token: TOKEN, ...(expiresIn === undefined ? {} : { expiresIn }) };
  };
}

function nameIn({ body, target, id }: ScimRequest, names: ReadonlyMap<string, string>): string {
  const own = isObject(body) ? (body['userName'] ?? body['displayName']) : undefined;
  if (typeof own === 'string') return own;
  if (id !== undefined) return names.get(id) ?? '';
  return /%22(.*?)%22/.exec(target)?.[1]?.replace('%40', '@').replace('%28', '(').replace('%29', ')') ?? '';
}

function answered(status: number, body: Json | undefined): ScimResponse {
  const text = body === undefined ? '' : JSON.stringify(body);
  return { status, headers: [['Content-Type', 'application/scim+json']], text, milliseconds: 0, ...(body === undefined ? {} : { body }) };
}
