import type { Json } from '../scim/json.js';
import type { Header } from '../scim/message.js';

/** The media type of SCIM (RFC 7644 §8.1). */
export const SCIM_JSON = 'application/scim+json';

/** An answer before it is written to the socket. */
export interface Reply {
  readonly status: number;
  readonly headers: readonly Header[];
  /** Sent as JSON. */
  readonly body?: Json;
  /** Sent as it stands; wins over `body`. */
  readonly text?: string;
  /** Wait this long before answering. */
  readonly delayMilliseconds?: number;
  /** Compress the body; `Content-Encoding` must say so. */
  readonly gzip?: true;
  /** Send the body in two chunks, without Content-Length. */
  readonly chunked?: true;
  /** Misbehave below HTTP: never answer, close without an answer, or stop in the middle of the body. */
  readonly fault?: 'silent' | 'reset' | 'cut';
}

/**
 * Builds a reply with a SCIM body.
 *
 * @param status the HTTP status code
 * @param body the JSON body; without one the reply has none, and no media type
 * @param headers further header lines
 */
export function reply(status: number, body?: Json, headers: readonly Header[] = []): Reply {
  return body === undefined ? { status, headers } : { status, headers: [['Content-Type', SCIM_JSON], ...headers], body };
}

/**
 * Sets a header line, in place of any of that name.
 *
 * @param answer the reply
 * @param name the header name, compared without regard to case
 * @param value the new value
 */
export function withHeader(answer: Reply, name: string, value: string): Reply {
  return { ...answer, headers: [...withoutHeader(answer, name).headers, [name, value]] };
}

/**
 * Takes a header away.
 *
 * @param answer the reply
 * @param name the header name, compared without regard to case
 */
export function withoutHeader(answer: Reply, name: string): Reply {
  return { ...answer, headers: answer.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase()) };
}

/**
 * Puts a text of another media type in place of the body.
 *
 * @param answer the reply
 * @param type the media type
 * @param text the new body
 */
export function withText(answer: Reply, type: string, text: string): Reply {
  const { body: _, ...rest } = withHeader(answer, 'Content-Type', type);
  return { ...rest, text };
}

/**
 * Changes the JSON body, when there is one.
 *
 * @param answer the reply
 * @param change from the old body to the new
 */
export function mapBody(answer: Reply, change: (body: Json) => Json): Reply {
  return answer.body === undefined ? answer : { ...answer, body: change(answer.body) };
}
