import { CREDENTIAL, type Header, type ScimRequest, type ScimResponse } from '../scim/message.js';
import { createHandler } from './handler.js';
import type { SampleOptions } from './options.js';
import { splitTarget } from './request.js';

/** The sample server without a socket: requests go in, answers come out, nothing is sent anywhere. */
export interface InMemory {
  send(
    request: ScimRequest,
    options?: { readonly credential?: { readonly secret: string } },
  ): Promise<{ readonly ok: true; readonly response: ScimResponse & { readonly truncated: boolean } }>;
  close(): Promise<void>;
}

/**
 * A correct server in memory, for rehearsing what would be sent to a real one.
 *
 * @param options as for the server; its base path is not used
 * @param baseUrl the base URL that locations in answers begin with
 */
export function inMemory(options: Omit<SampleOptions, 'basePath'>, baseUrl: string): InMemory {
  const handler = createHandler({ ...options, basePath: '' }, () => baseUrl);
  return {
    async send(request, sendOptions = {}) {
      const secret = sendOptions.credential?.secret ?? options.token;
      const headers = request.headers.map(([name, value]): Header => [name.toLowerCase(), value.replace(CREDENTIAL, `Bearer ${secret}`)]);
      const text = request.rawBody ?? (request.body === undefined ? '' : JSON.stringify(request.body));
      const reply = handler.handle({
        method: request.method,
        ...splitTarget(request.target, ''),
        headers: Object.fromEntries(headers),
        body: new TextEncoder().encode(text),
      });
      const { body } = reply;
      const response = {
        status: reply.status,
        headers: reply.headers,
        text: body === undefined ? '' : JSON.stringify(body),
        milliseconds: 0,
      };
      return { ok: true, response: { ...response, truncated: false, ...(body === undefined ? {} : { body: structuredClone(body) }) } };
    },
    close: async () => undefined,
  };
}
