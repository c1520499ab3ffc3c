import type { Dispatcher } from 'undici';
import type { Clock } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import { headerOf } from '../../scim/message.js';
import { answerTo } from '../answer.js';
import { decode, parseJson } from '../body.js';
import { Deadline } from '../deadline.js';
import { failureOf } from '../failure.js';
import type { TokenEndpointAnswer } from './token-response.js';

/** No token answer comes near, in bytes. */
const MAX_BODY_BYTES = 256 * 1024;

/** No complete answer came. */
export class NotAnswered extends Error {}

/** How a form is posted. */
export interface Posting {
  readonly dispatcher: Dispatcher;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/**
 * Posts a form.
 *
 * @param url where to
 * @param headers besides Content-Type and User-Agent
 * @param form the fields
 * @param posting how
 * @throws NotAnswered with one sentence
 */
export async function postForm(
  url: string,
  headers: Readonly<Record<string, string>>,
  form: URLSearchParams,
  posting: Posting,
): Promise<TokenEndpointAnswer> {
  const { origin, host, pathname, search } = new URL(url);
  const deadline = new Deadline(posting.clock, posting.timeoutMs, host, undefined);
  const exchange = async (): Promise<TokenEndpointAnswer> => {
    const sent: Dispatcher.DispatchOptions = {
      origin,
      path: `${pathname}${search}`,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'scim-check' },
      body: form.toString(),
    };
    const { status, headers: lines, body: received } = await answerTo(posting.dispatcher, sent, MAX_BODY_BYTES, deadline);
    const { bytes } = await decode(received, headerOf(lines, 'content-encoding'), MAX_BODY_BYTES);
    const text = new TextDecoder('utf-8').decode(bytes);
    const { body } = parseJson(text);
    return { status, contentType: headerOf(lines, 'content-type'), text, ...defined({ body }) };
  };
  try {
    return await deadline.within(exchange());
  } catch (error) {
    throw new NotAnswered((deadline.failure ?? failureOf(error, host)).message);
  } finally {
    deadline.clear();
  }
}
