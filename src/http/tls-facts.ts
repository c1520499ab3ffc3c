import { type ConnectionOptions, connect, rootCertificates, type TLSSocket } from 'node:tls';

/** What a TLS connection shows of its server. */
export interface TlsFacts {
  /** `TLSv1.2`. */
  readonly protocol: string;
  /** OpenSSL's name: `ECDHE-RSA-AES128-GCM-SHA256`. */
  readonly cipher: string;
  /** Of the certificate: `RSA` or `EC`, and its size. */
  readonly key: { readonly type: 'RSA' | 'EC' | 'other'; readonly bits: number };
  /** Why the certificate is not trusted, or not made out to the host: a code such as `CERT_HAS_EXPIRED`; absent: it is. */
  readonly fault?: string;
}

/**
 * Looks at the TLS connection of a server. Nothing is sent over it, no credential above all, so a certificate that is not trusted is
 * looked at as well.
 *
 * @param url of the server, https
 * @param timeoutMs for the handshake
 * @param ca further trusted authorities: the text of a PEM file
 * @param protocol the only version of TLS that is offered; absent: what Node offers
 * @returns undefined when no connection came about
 */
export function tlsFacts(url: string, timeoutMs: number, ca?: string, protocol?: 'TLSv1.2'): Promise<TlsFacts | undefined> {
  const { hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const options: ConnectionOptions = {
    host,
    port: port === '' ? 443 : Number(port),
    // RFC 6066 §3: no address stands there.
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
    ...(protocol === undefined ? {} : { minVersion: protocol, maxVersion: protocol }),
    rejectUnauthorized: false,
    timeout: timeoutMs,
  };
  return new Promise((resolve) => {
    const socket = connect(options, () => {
      const facts = factsOf(socket);
      socket.destroy();
      resolve(facts);
    });
    const end = (): void => {
      socket.destroy();
      resolve(undefined);
    };
    socket.once('error', end);
    socket.once('timeout', end);
    socket.once('close', end);
  });
}

function factsOf(socket: TLSSocket): TlsFacts {
  const { bits = 0, modulus, asn1Curve } = socket.getPeerCertificate();
  const fault: unknown = socket.authorizationError;
  const type = modulus !== undefined ? 'RSA' : asn1Curve !== undefined ? 'EC' : 'other';
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    key: { type, bits },
    ...(socket.authorized ? {} : { fault: fault instanceof Error ? fault.message : String(fault) }),
  };
}
