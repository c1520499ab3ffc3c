import type { JsonObject } from '../../scim/json.js';
import type { Reply } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { World } from '../world.js';
import { faultOfAssertion } from './assertion.js';
import type { SampleOAuthClient } from './client.js';

const HOUR_S = 3600;

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * The sample's token endpoint: the client credentials grant (RFC 6749 §4.4), with the client's credentials in the header or in
 * the body, or with an assertion (RFC 7523 §2.2).
 *
 * @param world what the stages share
 * @param client the one client it knows; undefined: none
 * @param request the request
 */
export function issueToken(world: World, client: SampleOAuthClient | undefined, request: SampleRequest): Reply {
  if (request.method !== 'POST') return refuse(405, 'invalid_request', 'Tokens are asked for with POST.');
  const form = new URLSearchParams(new TextDecoder().decode(request.body));
  if (form.get('grant_type') !== 'client_credentials')
    return refuse(400, 'unsupported_grant_type', 'Only client_credentials is supported.');
  const shown = shownBy(request, form);
  const fault = client === undefined ? 'No client is registered.' : faultOf(client, shown, world.clock.now());
  if (fault !== undefined) return refuse(401, 'invalid_client', fault, [['WWW-Authenticate', 'Basic realm="token"']]);
  const scope = form.get('scope');
  const lifetime = client?.lifetimeSeconds ?? HOUR_S;
  const token = { access_token: world.tokens.issue(lifetime), token_type: 'Bearer', expires_in: lifetime };
  return json(200, scope === null ? token : { ...token, scope });
}

interface Shown {
  readonly clientId: string | undefined;
  readonly secret?: string | undefined;
  readonly assertion?: string | undefined;
}

function shownBy(request: SampleRequest, form: URLSearchParams): Shown {
  const [, pair] = /^basic +(\S+) *$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (pair !== undefined) {
    const text = Buffer.from(pair, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return { clientId: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
  }
  const assertion = form.get('client_assertion_type') === ASSERTION_TYPE ? (form.get('client_assertion') ?? undefined) : undefined;
  // RFC 7523 §3: the subject of an assertion is the client, so client_id may be missing.
  return { clientId: form.get('client_id') ?? undefined, secret: form.get('client_secret') ?? undefined, assertion };
}

function faultOf({ clientId, proof }: SampleOAuthClient, shown: Shown, now: number): string | undefined {
  if (shown.clientId !== undefined && shown.clientId !== clientId) return 'The client is not known.';
  if (typeof proof === 'object' && 'secret' in proof) return shown.secret === proof.secret ? undefined : 'The secret is not right.';
  if (shown.assertion === undefined) return 'An assertion is required.';
  return faultOfAssertion(shown.assertion, proof === 'any-assertion' ? undefined : proof.publicKey, now);
}

function formDecoded(text: string): string {
  return new URLSearchParams(`x=${text}`).get('x') ?? '';
}

function refuse(status: number, error: string, description: string, headers: Reply['headers'] = []): Reply {
  return json(status, { error, error_description: description }, headers);
}

/** RFC 6749 §5.1: what holds a token is not stored on the way. */
function json(status: number, body: JsonObject, headers: Reply['headers'] = []): Reply {
  return { status, headers: [['Content-Type', 'application/json'], ['Cache-Control', 'no-store'], ...headers], body };
}
