import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(globalThis.crypto);

const DAY_MS = 86_400_000;

/** A certificate and its private key, as PEM texts. */
export interface Made {
  readonly cert: string;
  readonly key: string;
}

export interface Wish {
  /** The host that it is made out to; default: localhost. */
  readonly host?: string;
  /** Days from now; default: from yesterday to tomorrow. */
  readonly from?: number;
  readonly to?: number;
  /** Bits of an RSA key; default: a P-256 key. */
  readonly rsa?: number;
  /** Signs it; default: itself. */
  readonly by?: Authority;
}

/** Signs certificates. */
export interface Authority {
  readonly cert: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly pem: string;
}

const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** An authority that nobody knows. */
export async function authority(): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=Authority of the tests',
    ...days(-10, 10),
    keys,
    signingAlgorithm: P256,
    extensions: [new x509.BasicConstraintsExtension(true, 1, true)],
  });
  return { cert, keys, pem: cert.toString('pem') };
}

/** A certificate as a test wishes it. */
export async function certificate({ host = 'localhost', from = -1, to = 1, rsa, by }: Wish = {}): Promise<Made> {
  const algorithm =
    rsa === undefined
      ? P256
      : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: rsa };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const common = { ...days(from, to), extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])] };
  const made =
    by === undefined
      ? await x509.X509CertificateGenerator.createSelfSigned({ ...common, name: `CN=${host}`, keys, signingAlgorithm: algorithm })
      : await x509.X509CertificateGenerator.create({
          ...common,
          subject: `CN=${host}`,
          issuer: by.cert.subject,
          publicKey: keys.publicKey,
          signingKey: by.keys.privateKey,
          signingAlgorithm: P256,
        });
  return { cert: made.toString('pem'), key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function days(from: number, to: number): { readonly notBefore: Date; readonly notAfter: Date } {
  return { notBefore: new Date(Date.now() + from * DAY_MS), notAfter: new Date(Date.now() + to * DAY_MS) };
}
