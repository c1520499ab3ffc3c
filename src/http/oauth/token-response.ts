import { cut } from '../../base/cut.js';
import { defined } from '../../base/defined.js';
import { isObject, type Json } from '../../scim/json.js';

/** What a token endpoint answered. */
export interface TokenEndpointAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly text: string;
  readonly body?: Json;
}

/** A token, and in which ways the answer was not as the standard wants it. */
export interface IssuedToken {
  readonly secret: string;
  /** Undefined: not said. */
  readonly lifetimeMs: number | undefined;
  /** As it was said, if it was. */
  readonly expiresIn?: Json;
  /** Each a part of a sentence: `expires_in is a text`. */
  readonly oddities: readonly string[];
}

export type TokenRead = { readonly ok: true; readonly token: IssuedToken } | { readonly ok: false; readonly message: string };

/** So much of a text from the endpoint stands in a message, in UTF-16 units. */
const SHOWN = 200;

/**
 * Reads the answer to a token request. What a client can work with is taken, and told; Entra's own clients are known to need no
 * more than a 2xx answer and an access_token.
 *
 * @param answer the answer; secrets in it are removed already, but for the token
 * @see RFC 6749 §5.1 and §5.2
 */
export function readTokenResponse(answer: TokenEndpointAnswer): TokenRead {
  const { status, body } = answer;
  if (status >= 300 && status < 400)
    return refuse(`it redirects (${status}), and a client secret is never sent on. Name the final URL with --oauth-token-url.`);
  if (status < 200 || status >= 300) return refuse(refusalOf(answer));
  if (!isObject(body)) return refuse(`it answered ${status} with ${kindOf(answer)} instead of a token in JSON. Check --oauth-token-url.`);
  const secret = body['access_token'];
  if (typeof secret !== 'string' || secret === '') return refuse(`it answered ${status} without an access_token.`);
  if (/[^\x21-\x7e]/.test(secret)) return refuse('its access_token has characters that cannot stand in an HTTP header.');
  const type = body['token_type'];
  if (typeof type === 'string' && type.toLowerCase() !== 'bearer')
    return refuse(`it gave a token of the type ${cut(type, SHOWN)}; Entra and Okta send bearer tokens only.`);
  const lifetime = lifetimeOf(body['expires_in']);
  const oddities = [
    ...(status === 200 ? [] : [`its status is ${status} instead of 200`]),
    ...(isJsonType(answer.contentType) ? [] : [`its Content-Type is ${answer.contentType ?? 'missing'} instead of application/json`]),
    ...(typeof type === 'string' ? [] : ['token_type is missing, which RFC 6749 §5.1 requires']),
    ...(lifetime.oddity === undefined ? [] : [lifetime.oddity]),
  ];
  const expiresIn = body['expires_in'];
  return { ok: true, token: { secret, lifetimeMs: lifetime.milliseconds, oddities, ...defined({ expiresIn }) } };
}

function lifetimeOf(value: unknown): { readonly milliseconds: number | undefined; readonly oddity?: string } {
  if (value === undefined) return { milliseconds: undefined, oddity: 'expires_in is missing, so the token is used until it is refused' };
  const seconds =
    typeof value === 'number' ? value : typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (Number.isNaN(seconds) || seconds <= 0)
    return { milliseconds: undefined, oddity: 'expires_in is no number of seconds, so the token is used until it is refused' };
  return {
    milliseconds: seconds * 1000,
    ...(typeof value === 'string' ? { oddity: 'expires_in is a text; RFC 6749 §5.1 has a number' } : {}),
  };
}

function refusalOf(answer: TokenEndpointAnswer): string {
  const { status, body } = answer;
  const error = isObject(body) && typeof body['error'] === 'string' ? body['error'] : undefined;
  const description = isObject(body) && typeof body['error_description'] === 'string' ? body['error_description'] : undefined;
  const said =
    error === undefined ? kindOf(answer) : `${cut(error, SHOWN)}${description === undefined ? '' : `: ${cut(description, SHOWN)}`}`;
  return `it answered ${status} (${said}). ${adviceFor(status, error)}`;
}

function adviceFor(status: number, error: string | undefined): string {
  switch (error) {
    case 'invalid_client':
      return 'Check --oauth-client-id and the secret, and whether it is expected in the header or in the body (--oauth-auth basic or post).';
    case 'invalid_scope':
      return 'Check --oauth-scope.';
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return 'The client must be allowed to use the grant client_credentials.';
    case 'invalid_request':
      return 'A parameter may be missing: --oauth-scope, --oauth-parameter NAME=VALUE.';
  }
  if (status === 401)
    return 'Check --oauth-client-id and the secret, and whether it is expected in the header or in the body (--oauth-auth basic or post).';
  return status >= 500 ? "Look into the token endpoint's log." : 'Check --oauth-token-url and the other --oauth options.';
}

function kindOf({ text, body }: TokenEndpointAnswer): string {
  if (text.trim() === '') return 'an empty body';
  return body === undefined ? (/^\s*</.test(text) ? 'an HTML page' : 'no JSON') : 'JSON that is no token response';
}

function isJsonType(contentType: string | undefined): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? '');
}

function refuse(message: string): TokenRead {
  return { ok: false, message };
}
