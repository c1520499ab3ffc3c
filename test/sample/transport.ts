import { gzipSync } from 'node:zlib';
import type { Clock } from '../../src/base/clock.js';
import { REDACTED } from '../../src/base/redacted.js';
import { parseJson } from '../../src/http/body.js';
import type { Credential } from '../../src/http/credential.js';
import { failureOf } from '../../src/http/failure.js';
import { parseTarget, type Target } from '../../src/http/target.js';
import { type Sent, type Transport, withCredential } from '../../src/http/transport.js';
import { createHandler, type Snapshot } from '../../src/sample/handler.js';
import type { SampleOptions } from '../../src/sample/options.js';
import type { Reply } from '../../src/sample/reply.js';
import { type SampleRequest, splitTarget } from '../../src/sample/request.js';
import type { Header, ScimRequest } from '../../src/scim/message.js';

const ORIGIN = 'http://sample.test';
/** How long an answer is waited for, in milliseconds of the clock. */
const TIMEOUT_MS = 1000;

/** A sample server without a socket, and the way to it. */
export interface SampleTransport {
  readonly target: Target;
  readonly transport: Transport;
  /** What the server holds now, as a copy. */
  snapshot(): Snapshot;
}

/**
 * The sample server in memory, its faults below HTTP included: it is late, silent, or breaks off as it would on a socket, only
 * that the time passes on the clock. test/proof/loopback.test.ts shows that a run meets the same either way.
 *
 * @param options what the server is to be, and the clock
 * @param onRequest is shown each request before it is answered
 */
export function sampleTransport(
  options: Omit<SampleOptions, 'clock'> & { readonly clock: Clock },
  onRequest: (request: SampleRequest) => void = () => undefined,
): SampleTransport {
  const { clock, token, basePath = '/scim/v2' } = options;
  const base = `${ORIGIN}${basePath}`;
  const handler = createHandler({ ...options, basePath: '' }, () => base);
  const parsed = parseTarget(base);
  if (!parsed.ok) throw new Error(parsed.message);
  const { target } = parsed;
  const own: Credential = { scheme: 'Bearer', secret: token };
  const host = new URL(ORIGIN).host;

  async function send(request: ScimRequest, credential: Credential, signal: AbortSignal | undefined): Promise<Sent> {
    if (signal?.aborted === true) return aborted(host);
    const asked: SampleRequest = {
      method: request.method,
      ...splitTarget(request.target, ''),
      headers: headersOf(request, credential),
      body: new TextEncoder().encode(request.rawBody ?? (request.body === undefined ? '' : JSON.stringify(request.body))),
    };
    onRequest(asked);
    const reply = handler.handle(asked);
    const late = reply.fault === 'silent' ? Number.POSITIVE_INFINITY : (reply.delayMilliseconds ?? 0);
    if (late > 0 && !(await clock.sleep(Math.min(late, TIMEOUT_MS), signal))) return aborted(host);
    if (late > TIMEOUT_MS) return { ok: false, failure: { kind: 'timeout', message: `${host} did not answer within 1 seconds.` } };
    if (reply.fault !== undefined) return { ok: false, failure: failureOf({ code: 'UND_ERR_SOCKET' }, host) };
    return { ok: true, response: responseOf(reply, token) };
  }

  return {
    target,
    transport: {
      send: (request, { credential = own, signal } = {}) => send(request, credential, signal),
      close: async () => undefined,
    },
    snapshot: handler.snapshot,
  };
}

function aborted(host: string): Sent {
  return { ok: false, failure: { kind: 'aborted', message: `The request to ${host} was stopped before its answer was complete.` } };
}

function headersOf(request: ScimRequest, credential: Credential): Record<string, string> {
  const flat = request.headers.flatMap((header) => withCredential(header, credential));
  return Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), flat[index + 1] ?? '']] : [])));
}

/** What node:http and the transport make of a reply: no body with 204, and a length, or chunks. */
function responseOf(reply: Reply, token: string): Extract<Sent, { ok: true }>['response'] {
  const bodiless = reply.status === 204 || reply.status === 304;
  const sent = bodiless ? '' : (reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body)));
  // A secret is gone before an answer is looked at.
  const text = sent.replaceAll(token, REDACTED);
  const bytes = reply.gzip === true ? gzipSync(text).length : Buffer.byteLength(text);
  const framing: Header[] = reply.chunked === true ? [['Transfer-Encoding', 'chunked']] : [['Content-Length', String(bytes)]];
  return {
    status: reply.status,
    headers: [...reply.headers, ...(bodiless ? [] : framing)],
    text,
    ...parseJson(text),
    milliseconds: Math.round(reply.delayMilliseconds ?? 0),
    truncated: false,
  };
}
