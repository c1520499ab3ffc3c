import type { Clock } from '../base/clock.js';
import { defined } from '../base/defined.js';
import type { Reach } from '../config/plan.js';
import { proxySecrets } from '../config/proxy.js';
import { connect as connection, proxyFor } from '../http/connection.js';
import { secretsOf } from '../http/credential.js';
import { fixedCredential } from '../http/credential-source.js';
import type { OAuthClient } from '../http/oauth/oauth-client.js';
import type { TokenAnswer } from '../http/oauth/token-endpoint.js';
import { querySecrets } from '../http/target.js';
import type { TlsFacts } from '../http/tls-facts.js';
import { createTransport, type Transport } from '../http/transport.js';
import { type Redactor, redactor } from '../redact/redactor.js';
import { STANDARD_SCHEMAS } from '../scim/schema-set.js';

/** Longer bodies are cut: no SCIM message comes near, and memory stays bounded whatever a target sends. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The way to a target. */
export interface Connected {
  /** The caller closes it. */
  readonly transport: Transport;
  readonly secrets: Redactor;
  /** The way to the token endpoint, where access tokens are asked for. */
  readonly oauth?: { readonly client: OAuthClient; readonly ask: (client: OAuthClient) => Promise<TokenAnswer> };
  /** The access token of the next request; undefined: there is none, or the target is shown something else. */
  readonly token: () => Promise<string | undefined>;
  /** Looks at the TLS connections, with these suites for version 1.2; absent: there are none, or a proxy is between. */
  readonly tls?: (suites: readonly string[]) => Promise<TlsFacts | undefined>;
}

/** A look at the TLS connections, where there are some without a proxy between. */
function tlsProbe({ target, proxy, timeoutMs, ca }: Reach): Connected['tls'] {
  if (!target.base.startsWith('https:') || proxyFor(target.base, proxy) !== undefined) return undefined;
  return async (suites) => (await import('../http/tls-facts.js')).tlsFacts({ url: target.base, timeoutMs, suites, ...defined({ ca }) });
}

interface ConnectOptions {
  /** Texts that are no secret, such as the mail domain of the synthetic people. */
  readonly known?: readonly string[];
  /** Is told what the user should know of a token endpoint's answers. */
  readonly notify?: (message: string) => void;
}

/**
 * The network and the redactor for a target: whoever sends the credential knows what must not be shown.
 *
 * @param reach how the target is reached
 * @param clock limits how long an answer may take
 * @param others see the members
 * @returns both; the caller closes the transport
 */
export async function connect(
  reach: Reach,
  clock: Clock,
  { known = [], notify = () => undefined }: ConnectOptions = {},
): Promise<Connected> {
  const secrets = redactor(
    [...(await secretsIn(reach.credential)), ...proxySecrets(reach.proxy), ...querySecrets(reach.target, known)],
    [new URL(reach.target.base).host, JSON.stringify(STANDARD_SCHEMAS.schemas), ...known],
  );
  const { source, credential, close, oauth } = await sourceOf(reach, clock, secrets, notify);
  const transport = createTransport({
    target: reach.target,
    credential,
    timeoutMs: reach.timeoutMs,
    clock,
    maxBodyBytes: MAX_BODY_BYTES,
    proxy: reach.proxy,
    incoming: secrets.incoming,
    ...defined({ caFile: reach.ca }),
  });
  const closeBoth = async (): Promise<void> => {
    await Promise.all([transport.close(), close()]);
  };
  const token = async (): Promise<string | undefined> => {
    const current = await source.current();
    return current.ok && current.credential.scheme === 'Bearer' ? current.credential.secret : undefined;
  };
  return { transport: { ...transport, close: closeBoth }, secrets, token, ...defined({ oauth, tls: tlsProbe(reach) }) };
}

/** What the credential of each request is, whether it stays the same or is asked for. */
async function sourceOf(reach: Reach, clock: Clock, secrets: Redactor, notify: (message: string) => void) {
  const { credential, proxy, timeoutMs } = reach;
  // Nobody has to be asked for one that stays the same.
  if (credential.scheme !== 'OAuth')
    return { source: fixedCredential(credential), credential, close: async () => undefined, oauth: undefined };
  const [{ requestToken }, { tokenSource }] = await Promise.all([
    import('../http/oauth/token-endpoint.js'),
    import('../http/oauth/token-source.js'),
  ]);
  const { origin } = new URL(credential.tokenUrl);
  const { dispatcher, close } = connection({ origin, timeoutMs, proxy, ...defined({ caFile: reach.ca }) });
  const { incoming, add: onSecret } = secrets;
  const ask = (client: OAuthClient) => requestToken({ client, dispatcher, timeoutMs, clock, incoming, onSecret });
  const source = tokenSource(() => ask(credential), clock, notify);
  return {
    source,
    credential: source,
    close,
    oauth: { client: credential, ask },
  };
}

/** What may not be shown of a credential. */
export async function secretsIn(credential: Reach['credential']): Promise<readonly string[]> {
  return credential.scheme === 'OAuth' ? (await import('../http/oauth/oauth-client.js')).clientSecrets(credential) : secretsOf(credential);
}
