import { type ConnectionOptions, checkServerIdentity, connect, type PeerCertificate, rootCertificates, type TLSSocket } from 'node:tls';
import { defined } from '../base/defined.js';

/** Newest first. */
const VERSIONS = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1'] as const;

type Version = (typeof VERSIONS)[number];

/** What the TLS connections to a server show of it. */
export interface TlsFacts {
  /** The versions that it speaks, newest first. */
  readonly versions: readonly Version[];
  /** Of the suites that were asked about, the one that it takes with version 1.2, under OpenSSL's name; absent: none of them. */
  readonly suite?: string;
  /** Of the certificate: `RSA` or `EC`, and its size. */
  readonly key: { readonly type: 'RSA' | 'EC' | 'other'; readonly bits: number };
  /** Why no public authority vouches for the certificate: a code such as `CERT_HAS_EXPIRED`; absent: one does. */
  readonly fault?: string;
  /** It is trusted by the authority that was given besides, and by none that is public. */
  readonly trustedByOwn?: true;
  /** The host that the certificate is not made out to; absent: it is. */
  readonly wrongHost?: string;
}

/** What is looked at. */
export interface TlsQuestion {
  /** Of the server, https. */
  readonly url: string;
  /** The longest wait for a handshake, where that is shorter than what is waited anyway. */
  readonly timeoutMs: number;
  /** A further trusted authority: the text of a PEM file. */
  readonly ca?: string;
  /** OpenSSL's names of the suites for version 1.2 that are asked about. */
  readonly suites: readonly string[];
}

/** How long the first handshake may take, and each that follows, in milliseconds: a server that lets one wait lets others wait, too. */
const FIRST_MS = 20_000;
const LATER_MS = 5_000;

/** Also what is too weak to be used is looked at. */
const ALL_SUITES = 'ALL:@SECLEVEL=0';

/**
 * Looks at the TLS connections of a server, one version after the other. Nothing is sent over them, no credential above all, so a
 * certificate that is not trusted is looked at as well.
 *
 * @param question see the members
 * @returns undefined when no connection came about
 */
export async function tlsFacts(question: TlsQuestion): Promise<TlsFacts | undefined> {
  const { ca, suites, url, timeoutMs } = question;
  let limit = Math.min(FIRST_MS, timeoutMs);
  const handshake = async (options: ConnectionOptions): Promise<Shown | undefined> => {
    const shown = await shakeHands(url, limit, options);
    limit = Math.min(LATER_MS, timeoutMs);
    return shown;
  };
  const spoken: Shown[] = [];
  for (const version of VERSIONS) {
    const shown = await handshake({ minVersion: version, maxVersion: version, ciphers: ALL_SUITES });
    if (shown !== undefined) spoken.push(shown);
  }
  const [newest] = spoken;
  if (newest === undefined) return undefined;
  const only = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } as const;
  const suite = await handshake({ ...only, ciphers: `${suites.join(':')}:@SECLEVEL=0` });
  const trusting = ca === undefined ? undefined : await handshake({ ca: [...rootCertificates, ca], ciphers: ALL_SUITES });
  const isOwn = newest.fault !== undefined && trusting !== undefined && trusting.fault === undefined;
  // Where the authority is known, what is wrong besides is seen.
  const fault = newest.fault === undefined ? undefined : (trusting?.fault ?? newest.fault);
  const host = hostOf(url);
  return {
    versions: spoken.map(({ version }) => version),
    ...(suite === undefined ? {} : { suite: suite.cipher }),
    key: keyOf(newest.certificate),
    ...defined({ fault }),
    ...(isOwn ? { trustedByOwn: true } : {}),
    ...(checkServerIdentity(host, newest.certificate) === undefined ? {} : { wrongHost: host }),
  };
}

/** What one handshake has shown. */
interface Shown {
  readonly version: Version;
  readonly cipher: string;
  readonly certificate: PeerCertificate;
  readonly fault?: string;
}

/** A handshake, and what it has shown; nothing where it does not come to its end. */
function shakeHands(url: string, timeoutMs: number, options: ConnectionOptions): Promise<Shown | undefined> {
  const { port } = new URL(url);
  const host = hostOf(url);
  const all: ConnectionOptions = {
    host,
    port: port === '' ? 443 : Number(port),
    // RFC 6066 §3: no address stands there.
    ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
    ...options,
    rejectUnauthorized: false,
    // Whether the name is right is a question of its own.
    checkServerIdentity: () => undefined,
  };
  return new Promise((resolve) => {
    const end = (shown?: Shown): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(shown);
    };
    const socket = connect(all, () => end(shownBy(socket)));
    // Not the socket's own, which every byte would set back.
    const timer = setTimeout(() => end(), timeoutMs);
    socket.once('error', () => end());
    socket.once('close', () => end());
  });
}

function shownBy(socket: TLSSocket): Shown | undefined {
  const protocol = socket.getProtocol();
  const version = VERSIONS.find((each) => each === protocol);
  if (version === undefined) return undefined;
  const fault: unknown = socket.authorizationError;
  return {
    version,
    cipher: socket.getCipher().name,
    certificate: socket.getPeerCertificate(),
    ...(socket.authorized ? {} : { fault: fault instanceof Error ? fault.message : String(fault) }),
  };
}

function keyOf({ bits = 0, modulus, asn1Curve }: PeerCertificate): TlsFacts['key'] {
  return { type: modulus !== undefined ? 'RSA' : asn1Curve !== undefined ? 'EC' : 'other', bits };
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}
