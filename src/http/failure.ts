/** Why a request got no answer. */
export type FailureKind =
  /** nothing listens there, or the network does not lead there */
  | 'unreachable'
  /** the host name does not resolve */
  | 'dns'
  /** no trusted TLS connection */
  | 'tls'
  /** no complete answer within the deadline */
  | 'timeout'
  /** the connection ended before the answer did */
  | 'reset'
  /** the caller stopped the request */
  | 'aborted'
  /** what came back is not HTTP */
  | 'protocol'
  /** the proxy does not let the request through */
  | 'proxy'
  /** there is no access token, so nothing was sent */
  | 'no-token'
  /** the request cannot be sent as it is written, such as a line break in a header */
  | 'invalid-request';

export interface TransportFailure {
  readonly kind: FailureKind;
  /** One sentence: what happened, for this host, and what to do. Holds no text of the server's. */
  readonly message: string;
}

const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** Error code → kind and sentence. The codes are those of Node's net, dns and tls, and of undici (UND_ERR_…, HPE_…). */
const BY_CODE: Readonly<Record<string, (host: string) => TransportFailure>> = {
  ENOTFOUND: (host) => ({ kind: 'dns', message: `The host name of ${host} does not resolve. Check the target's spelling and your DNS.` }),
  EAI_AGAIN: (host) => ({ kind: 'dns', message: `The name server did not answer for ${host}. Check your network and DNS.` }),
  ECONNREFUSED: (host) => ({
    kind: 'unreachable',
    message: `Nothing accepts connections at ${host}. Is the server running, and is the port right?`,
  }),
  EHOSTUNREACH: (host) => ({ kind: 'unreachable', message: `No route leads to ${host}. Check your network, VPN and proxy settings.` }),
  ENETUNREACH: (host) => ({ kind: 'unreachable', message: `No network leads to ${host}. Check your network, VPN and proxy settings.` }),
  EACCES: (host) => ({ kind: 'unreachable', message: `This machine does not allow a connection to ${host}. Check its firewall.` }),
  ETIMEDOUT: (host) => ({
    kind: 'timeout',
    message: `${host} did not accept a connection in time. Check the address, the port and firewalls.`,
  }),
  UND_ERR_CONNECT_TIMEOUT: (host) => ({
    kind: 'timeout',
    message: `${host} did not accept a connection in time. Check the address, the port and firewalls.`,
  }),
  ECONNRESET: (host) => ({
    kind: 'reset',
    message: `${host} closed the connection before its answer was complete. Look for a crash in the server's log.`,
  }),
  EPIPE: (host) => ({
    kind: 'reset',
    message: `${host} closed the connection while the request was being sent. Look for a crash in the server's log.`,
  }),
  UND_ERR_SOCKET: (host) => ({
    kind: 'reset',
    message: `${host} closed the connection before its answer was complete. Look for a crash in the server's log.`,
  }),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (host) => ({
    kind: 'reset',
    message: `The body from ${host} is not as long as its Content-Length says. Look for a crash in the server's log.`,
  }),
  UND_ERR_HEADERS_OVERFLOW: (host) => ({ kind: 'protocol', message: `The headers of the answer from ${host} exceed 16 KiB.` }),
  UND_ERR_INVALID_ARG: (host) => ({
    kind: 'invalid-request',
    message: `The request to ${host} cannot be sent: its path or one of its headers holds characters that HTTP does not allow. Check the token for line breaks.`,
  }),
  UND_ERR_NOT_SUPPORTED: (host) => ({
    kind: 'invalid-request',
    message: `The request to ${host} has an Expect header, which cannot be sent.`,
  }),
  UND_ERR_PRX_TLS: (host) => ({
    kind: 'tls',
    message: `The certificate of the proxy on the way to ${host} is made out to another name. Check the proxy's URL.`,
  }),
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => ({
    kind: 'tls',
    message: `The TLS certificate of ${host} is made out to another name. Use the name in the certificate, or have it reissued.`,
  }),
  CERT_HAS_EXPIRED: (host) => ({
    kind: 'tls',
    message: `The TLS certificate of ${host} has expired. Renew it: Entra and Okta refuse it too.`,
  }),
  CERT_NOT_YET_VALID: (host) => ({ kind: 'tls', message: `The TLS certificate of ${host} is not valid yet. Check this machine's clock.` }),
  ERR_SSL_WRONG_VERSION_NUMBER: (host) => ({
    kind: 'tls',
    message: `${host} does not speak TLS on this port. Check the port, or use http:// for a server on this machine.`,
  }),
  ERR_SSL_PACKET_LENGTH_TOO_LONG: (host) => ({
    kind: 'tls',
    message: `${host} does not speak TLS on this port. Check the port, or use http:// for a server on this machine.`,
  }),
};

/**
 * Turns whatever was thrown on the way into one sentence.
 *
 * @param error what undici, net, tls or dns threw
 * @param host host and port, as in `URL.host`
 */
export function failureOf(error: unknown, host: string): TransportFailure {
  for (const code of codesOf(error)) {
    const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
    if (known !== undefined) return known(host);
    if (UNTRUSTED.has(code)) {
      return {
        kind: 'tls',
        message: `The TLS certificate of ${host} is not signed by an authority that this machine trusts. Pass the authority's certificate with --ca FILE, or have the server send its whole chain.`,
      };
    }
    if (code.startsWith('HPE_')) return notHttp(host);
    if (/^(ERR_SSL_|ERR_TLS_|EPROTO|CERT_|CRL_)/.test(code)) {
      return { kind: 'tls', message: `No TLS connection to ${host} could be made (${code}). Check its certificate and TLS versions.` };
    }
  }
  // undici gives some of its parser's errors no code.
  if (error instanceof Error && error.name === 'HTTPParserError') return notHttp(host);
  if (/^Proxy response \(\d{3}\)|Proxy Authentication Required/.test(messageOf(error))) {
    return { kind: 'proxy', message: `The proxy did not open a connection to ${host}. Check the proxy's URL, user name and password.` };
  }
  return { kind: 'protocol', message: `The exchange with ${host} broke off (${codesOf(error)[0] ?? 'no error code'}).` };
}

function notHttp(host: string): TransportFailure {
  return { kind: 'protocol', message: `What ${host} answered is not HTTP/1.1. Check the scheme (https:// or http://) and the port.` };
}

/** The codes of an error, of its causes and of its parts, outermost first; bounded, because causes can be circular. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  const queue: unknown[] = [error];
  for (let step = 0; step < 16 && queue.length > 0; step++) {
    const current = queue.shift();
    if (typeof current !== 'object' || current === null) continue;
    if ('code' in current && typeof current.code === 'string' && /^[A-Z0-9_]+$/.test(current.code)) codes.push(current.code);
    if ('cause' in current) queue.push(current.cause);
    if ('errors' in current && Array.isArray(current.errors)) queue.push(...current.errors.slice(0, 8));
  }
  return codes;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
