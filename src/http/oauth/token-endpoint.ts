import { allowInsecureRequests, clientCredentialsGrantRequest, customFetch } from 'oauth4webapi';
import type { Dispatcher } from 'undici';
import type { Clock } from '../../base/clock.js';
import { defined } from '../../base/defined.js';
import type { TransportFailure } from '../failure.js';
import type { IncomingFilter } from '../incoming-filter.js';
import { clientAuthentication } from './client-authentication.js';
import { AssertionError, type OAuthClient } from './oauth-client.js';
import { NotAnswered, type Posting, postForm } from './post-form.js';
import { type IssuedToken, readTokenResponse } from './token-response.js';

export interface TokenEndpointOptions {
  readonly client: OAuthClient;
  /** Connections to the token endpoint's origin. */
  readonly dispatcher: Dispatcher;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Takes secrets out of what the endpoint says. */
  readonly incoming: IncomingFilter;
  /** Is told each secret before it is sent, or as soon as it has come. */
  readonly onSecret: (secret: string) => void;
}

export type TokenAnswer = (
  | { readonly ok: true; readonly token: IssuedToken }
  | { readonly ok: false; readonly failure: TransportFailure }
) & {
  /** Of the answer; absent: none came. */
  readonly status?: number;
};

/**
 * Asks a token endpoint for an access token, once: no redirect is followed and nothing is tried again.
 *
 * @param options see the members
 * @see RFC 6749 §4.4.2
 */
export async function requestToken(options: TokenEndpointOptions): Promise<TokenAnswer> {
  const { client, incoming, onSecret } = options;
  try {
    const answer = await sendRequest(options);
    const read = readTokenResponse(answer);
    if (read.ok) {
      onSecret(read.token.secret);
      return { ...read, status: answer.status };
    }
    // What goes into a message is read from an answer without secrets: what is cut first could not be recognised any more.
    const hidden = {
      ...answer,
      text: incoming.text(answer.text),
      ...(answer.body === undefined ? {} : { body: incoming.json(answer.body) }),
    };
    const again = readTokenResponse(hidden);
    return { ...withoutToken(client, again.ok ? 'its answer cannot be read.' : again.message), status: answer.status };
  } catch (error) {
    if (error instanceof NotAnswered) return withoutToken(client, `no answer came. ${error.message}`);
    return withoutToken(client, error instanceof AssertionError ? error.message : 'the request could not be made.');
  }
}

async function sendRequest(options: TokenEndpointOptions) {
  const { client } = options;
  const posting: Posting = options;
  const kept: { answer?: Awaited<ReturnType<typeof postForm>> } = {};
  await clientCredentialsGrantRequest(
    { issuer: client.tokenUrl, token_endpoint: client.tokenUrl },
    { client_id: client.clientId },
    clientAuthentication(client),
    { ...client.parameters, ...defined({ scope: client.scope }) },
    {
      // Which addresses may be asked without TLS was decided with the configuration.
      [allowInsecureRequests]: true,
      [customFetch]: async (_url, { headers, body }) => {
        const form = new URLSearchParams(String(body));
        const assertion = form.get('client_assertion');
        if (assertion !== null) options.onSecret(assertion);
        kept.answer = await postForm(client.tokenUrl, headers, form, posting);
        // The library only hands the answer on, and its own reading is stricter than a tester may be.
        return new Response();
      },
    },
  );
  if (kept.answer === undefined) throw new Error('The library did not send the request.');
  return kept.answer;
}

function withoutToken({ tokenUrl }: OAuthClient, what: string): TokenAnswer {
  const { origin, pathname } = new URL(tokenUrl);
  return { ok: false, failure: { kind: 'no-token', message: `There is no access token from ${origin}${pathname}: ${what}` } };
}
