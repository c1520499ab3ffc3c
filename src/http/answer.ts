import type { Dispatcher } from 'undici';
import type { Header } from '../scim/message.js';
import type { Deadline } from './deadline.js';

export interface Bytes {
  readonly bytes: Buffer;
  /** The limit was reached and the rest was dropped. */
  readonly truncated: boolean;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  /** As they came, one line each. */
  readonly headers: readonly Header[];
  /** As it came, its content codings not undone. */
  readonly body: Bytes;
}

/**
 * Sends a request and collects the answer. undici's `request` would make a stream of each body, which costs more than all else that
 * it does for a small one.
 *
 * @param dispatcher where to
 * @param options the request
 * @param limit bytes of the body; what comes after is dropped, and with it the connection
 * @param deadline ends the exchange; is told when the answer begins
 * @throws whatever undici fails with; what the deadline ended with
 */
export function answerTo(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions, limit: number, deadline: Deadline): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let status = 0;
    let headers: readonly Header[] = [];
    const end = (truncated: boolean): void => resolve({ status, headers, body: { bytes: whole(chunks).subarray(0, limit), truncated } });
    if (deadline.error !== undefined) return reject(deadline.error);
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        deadline.onEnd((error) => controller.abort(error));
      },
      onResponseStart(controller, code) {
        // An informational answer is not the answer (RFC 9110 §15.2).
        if (code < 200) return;
        status = code;
        headers = headerLines(controller.rawHeaders);
        deadline.answering = true;
      },
      onResponseData(controller, chunk) {
        chunks.push(chunk);
        length += chunk.length;
        if (length <= limit) return;
        end(true);
        controller.abort(new Error('The body is longer than it may be.'));
      },
      // undici uses a connection again one turn later. Whoever sends the next request before opens another one, and a server that serves
      // one connection after the other would have it wait.
      onResponseEnd: () => queueMicrotask(() => setImmediate(end, false)),
      onResponseError: (_controller, error) => reject(error),
    });
  });
}

/** A small body comes at once, and need not be copied. */
function whole(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

/** undici has names and values one after the other. */
function headerLines(raw: unknown): Header[] {
  const flat: unknown[] = Array.isArray(raw) ? raw : [];
  const lines: Header[] = [];
  for (let at = 0; at < flat.length; at += 2) lines.push([String(flat[at]), String(flat[at + 1] ?? '')]);
  return lines;
}
