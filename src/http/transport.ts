import type { Dispatcher } from 'undici';
import type { Clock } from '../base/clock.js';
import { cut } from '../base/cut.js';
import { defined } from '../base/defined.js';
import type { Json } from '../scim/json.js';
import { CREDENTIAL, type Header, headerOf, type ScimRequest, type ScimResponse } from '../scim/message.js';
import { answerTo } from './answer.js';
import { decode, type Parsed, parseJson, shortened } from './body.js';
import { connect, type ProxySettings } from './connection.js';
import { authorization, type Credential } from './credential.js';
import type { CredentialAnswer, CredentialSource } from './credential-source.js';
import { Deadline } from './deadline.js';
import { failureOf, type TransportFailure } from './failure.js';
import { noteBody } from './heap.js';
import type { IncomingFilter } from './incoming-filter.js';
import { KeepAlive } from './keep-alive.js';
import { type Target, targetUrl } from './target.js';

export type { TransportFailure } from './failure.js';

/** Nothing is kept in it from one text to the next. A byte order mark stays in the text: a client may stumble over it. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/** How much of a body is kept as text, and of a single value in it, in UTF-16 units. */
const MAX_KEPT = 64 * 1024;

export interface TransportOptions {
  readonly target: Target;
  /** Without one, headers that would carry it are left out. */
  readonly credential?: Credential | CredentialSource;
  /** One deadline for a whole exchange, from connecting to the last byte of the body. */
  readonly timeoutMs: number;
  /** Tells when that time is up, and how long an answer took. */
  readonly clock: Clock;
  /** Longer bodies are cut here and the connection is closed; the limit also binds what a compressed body unpacks to. */
  readonly maxBodyBytes: number;
  /** Further trusted authorities: the text of a PEM file, not its path. */
  readonly caFile?: string;
  /** TLS verification cannot be turned off. */
  readonly insecure?: never;
  readonly proxy?: ProxySettings;
  /** Takes secrets out of whatever comes in; absent: nothing is secret. */
  readonly incoming?: IncomingFilter;
  /** Takes the place of the network, in tests; who passes it closes it. */
  readonly dispatcher?: Dispatcher;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
  /** Replaces the run's credential: the test with a wrong one. */
  readonly credential?: Credential;
  /** The request was refused for its credential before, and is sent again with another. */
  readonly renewed?: boolean;
}

export type Sent =
  | {
      readonly ok: true;
      readonly response: ScimResponse & { readonly truncated: boolean };
      /** The credential was refused, and there is a new one: the request was not applied (RFC 9110 §15.5.2) and may be sent again. */
      readonly renewed?: true;
    }
  | { readonly ok: false; readonly failure: TransportFailure };

/** Sends requests to one target. Nothing here throws: what goes wrong comes back as a value. */
export interface Transport {
  /** How the credential is sent, for commands that repeat a request. */
  readonly scheme?: Credential['scheme'] | undefined;
  /** What the connections have shown until now that the reader should know, in a sentence. */
  remark?(): string | undefined;
  send(request: ScimRequest, options?: SendOptions): Promise<Sent>;
  /** Drops all connections, also those in use. */
  close(): Promise<void>;
}

/**
 * A transport that sends requests exactly as they are written: headers in the given order and case, path and query
 * untouched, no redirect followed (a 3xx is an answer like any other), nothing sent twice.
 *
 * What undici 7 puts on the wire besides: `host` and `connection: keep-alive` come first, in lower case, and
 * `content-length` last (for POST, PUT and PATCH also when it is 0). It adds no User-Agent, Accept or
 * Accept-Encoding. A `Connection` header of the request is not sent as such; `Connection: close` closes.
 * Through a proxy, header lines of the same name are merged into the last one.
 *
 * @param options see the members
 * @throws TypeError when the proxy's URL is not one
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, host } = new URL(options.target.base);
  const { dispatcher, close } =
    options.dispatcher === undefined
      ? connect({ origin, timeoutMs: options.timeoutMs, ...defined({ caFile: options.caFile, proxy: options.proxy }) })
      : // One that was passed in belongs to the caller.
        { dispatcher: options.dispatcher, close: async () => undefined };

  const keepAlive = new KeepAlive(dispatcher);
  const { credential: given } = options;
  const [source, fixed] = given !== undefined && 'current' in given ? [given, undefined] : [undefined, given];

  return {
    scheme: given?.scheme,
    remark: () => keepAlive.remark,
    async send(request, sendOptions = {}) {
      const { clock, timeoutMs } = options;
      const { signal } = sendOptions;
      const deadline = new Deadline(clock, timeoutMs, host, signal);
      try {
        const chosen =
          sendOptions.credential === undefined && source !== undefined ? await credentialFrom(source, options, signal) : undefined;
        if (chosen?.ok === false) return chosen;
        const credential = sendOptions.credential ?? chosen?.credential ?? fixed;
        const sent = await deadline.within(exchangeOnce({ dispatcher, origin, keepAlive }, request, credential, options, deadline));
        keepAlive.answered();
        const isRefused = chosen !== undefined && sent.ok && sent.response.status === 401;
        return isRefused && (await source?.refused(chosen.credential, sendOptions.renewed === true)) === true
          ? { ...sent, renewed: true }
          : sent;
      } catch (error) {
        keepAlive.failed(error, deadline.answering);
        return { ok: false, failure: deadline.failure ?? failureOf(error, host) };
      } finally {
        deadline.clear();
      }
    },
    close,
  };
}

/** Whoever gives credentials has a time-out of its own, which says more: this one is for those who have none, and for the signal. */
async function credentialFrom(
  source: CredentialSource,
  { clock, timeoutMs, target }: TransportOptions,
  signal: AbortSignal | undefined,
): Promise<CredentialAnswer> {
  const { host } = new URL(target.base);
  const deadline = new Deadline(clock, 2 * timeoutMs, host, signal);
  try {
    return await deadline.within(source.current());
  } catch (error) {
    return { ok: false, failure: deadline.failure ?? failureOf(error, host) };
  } finally {
    deadline.clear();
  }
}

/** The way to the target. */
interface Way {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly keepAlive: KeepAlive;
}

async function exchangeOnce(
  { dispatcher, origin, keepAlive }: Way,
  request: ScimRequest,
  credential: Credential | undefined,
  options: TransportOptions,
  deadline: Deadline,
): Promise<Sent> {
  const body = bodyOf(request);
  const started = options.clock.now();
  const sent: Dispatcher.DispatchOptions = {
    origin,
    // Not through URL: it would rewrite the query that the client encoded in its own way.
    path: targetUrl(options.target, request.target).slice(origin.length) || '/',
    method: request.method,
    headers: request.headers.flatMap((header) => withCredential(header, credential)),
    ...defined({ body }),
    // This sends "Connection: close".
    ...(keepAlive.isUnreliable ? { reset: true } : {}),
  };
  const { status, headers, body: received } = await answerTo(dispatcher, sent, options.maxBodyBytes, deadline);
  const codings = codingsOf(headers);
  const decoded = codings === undefined ? received : await decode(received, codings, options.maxBodyBytes);
  const milliseconds = Math.round(options.clock.now() - started);
  const text = DECODER.decode(decoded.bytes);
  const { parts, ...parsed } = parsedOf(text, decoded, options.maxBodyBytes);
  noteBody(received.bytes.length, parts);
  const answer = withoutSecrets({ headers, text, ...parsed }, options.incoming);
  const truncated = decoded.truncated || answer.text.length > MAX_KEPT;
  return { ok: true, response: { status, ...answer, text: cut(answer.text, MAX_KEPT), milliseconds, truncated } };
}

type Answer = Pick<ScimResponse, 'headers' | 'text' | keyof Parsed>;

/** Nothing behind this sees what the filter takes out. The body is read before: a secret without quotes would break it. */
function withoutSecrets(answer: Answer, filter: IncomingFilter | undefined): Answer {
  const long = answer.text.length > MAX_KEPT;
  const hide = filter ?? { text: (text: string) => text, json: (value: Json) => value };
  const text = hide.text(answer.text);
  const headers = answer.headers.map(([name, value]): Header => [hide.text(name), hide.text(value)]);
  if (answer.body === undefined || (text === answer.text && !long)) return { ...answer, headers, text };
  const body = text === answer.text ? answer.body : hide.json(answer.body);
  return { ...answer, headers, text, body: long ? shortened(body, MAX_KEPT) : body };
}

/**
 * The text of a request's body as it goes over the wire.
 *
 * @param request the request
 * @returns undefined when it has none
 */
export function bodyOf(request: Pick<ScimRequest, 'body' | 'rawBody'>): string | undefined {
  return request.rawBody ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
}

function parsedOf(text: string, { truncated, error }: Awaited<ReturnType<typeof decode>>, limit: number): ReturnType<typeof parseJson> {
  if (error !== undefined) return { parts: 0, parseError: error };
  return truncated ? { parts: 0, unread: `the body is longer than ${limit} bytes, which is more than is read of one` } : parseJson(text);
}

/** The only place where the credential meets a request. Without one the header is left out rather than sent empty. */
export function withCredential([name, value]: Header, credential: Credential | undefined): string[] {
  if (!value.includes(CREDENTIAL)) return [name, value];
  if (credential === undefined) return [];
  const whole = value.replace(/^(Bearer|Basic) (?=\$)/i, '') === CREDENTIAL;
  return [name, whole ? authorization(credential) : value.replaceAll(CREDENTIAL, () => credential.secret)];
}

function codingsOf(headers: readonly Header[]): string | undefined {
  return headerOf(headers, 'content-encoding');
}
