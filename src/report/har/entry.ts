import type { ExchangeEvent } from '../../event/event.js';
import type { JsonObject } from '../../scim/json.js';
import { type Header, headerOf } from '../../scim/message.js';

/** Where a number is not known, the format wants this. */
const UNKNOWN = -1;

/**
 * An exchange as an entry of an HTTP archive (HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/).
 *
 * @param exchange a request with its answer, or with the reason why there is none
 */
export function entryOf(exchange: ExchangeEvent): JsonObject {
  const { id, dialect, scenario, step, purpose, own, request, response, failure, time } = exchange;
  const milliseconds = Math.max(0, response?.milliseconds ?? 0);
  const where = scenario === undefined ? purpose : `${scenario}:${step ?? ''} ${purpose}`;
  return {
    startedDateTime: time,
    time: milliseconds,
    request: requestOf(request),
    response: responseOf(response, failure?.message),
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    comment: `${id} ${dialect} ${where}${own === true ? ", scim-check's own" : ''}${failure === undefined ? '' : `: ${failure.kind} ${failure.message}`}`,
  };
}

function requestOf({ method, url, headers, body }: ExchangeEvent['request']): JsonObject {
  return {
    method,
    url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers),
    queryString: queryOf(url),
    headersSize: UNKNOWN,
    bodySize: body === undefined ? 0 : Buffer.byteLength(body),
    ...(body === undefined ? {} : { postData: { mimeType: headerOf(headers, 'content-type') ?? '', text: body } }),
  };
}

/** Without an answer the status is 0, as browsers write it. */
function responseOf(response: ExchangeEvent['response'], failure = ''): JsonObject {
  const { status = 0, headers = [], body = '', truncated = false } = response ?? {};
  return {
    status,
    statusText: response === undefined ? failure : '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: headersOf(headers),
    content: {
      size: Buffer.byteLength(body),
      mimeType: headerOf(headers, 'content-type') ?? '',
      text: body,
      ...(truncated ? { comment: 'the body was longer' } : {}),
    },
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: UNKNOWN,
    bodySize: truncated ? UNKNOWN : Buffer.byteLength(body),
  };
}

function headersOf(headers: readonly Header[]): JsonObject[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string): JsonObject[] {
  const at = url.indexOf('?');
  return at === -1 ? [] : [...new URLSearchParams(url.slice(at + 1))].map(([name, value]) => ({ name, value }));
}
