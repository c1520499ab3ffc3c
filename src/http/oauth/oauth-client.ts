import type { JsonWebKey, webcrypto } from 'node:crypto';

/** An assertion could not be read. Its message is a part of a sentence and holds nothing of the assertion. */
export class AssertionError extends Error {}

/** How a client shows the token endpoint who it is. */
export type ClientProof =
  /** A secret, in the Authorization header or in the body (RFC 6749 §2.3.1). */
  | { readonly kind: 'secret'; readonly location: 'basic' | 'post'; readonly secret: string }
  /** An assertion that somebody else has signed, read anew for each token (RFC 7523 §2.2). Throws AssertionError. */
  | { readonly kind: 'assertion'; readonly read: () => Promise<string> }
  /** An assertion that is signed here (RFC 7523 §2.2). */
  | { readonly kind: 'key'; readonly key: SigningKey; readonly claims: Readonly<Record<string, string>> };

/** A private key that signs assertions. */
export interface SigningKey {
  readonly key: webcrypto.CryptoKey;
  /** What verifies its signatures. */
  readonly publicKey: JsonWebKey;
  /** The key's name for the token endpoint. */
  readonly kid?: string;
}

/** A client that gets its access tokens by the client credentials grant (RFC 6749 §4.4). */
export interface OAuthClient {
  readonly scheme: 'OAuth';
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly scope?: string;
  /** Further parameters of the token request, such as `resource` or `audience`. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * What the redactor has to look for before the first token is there.
 *
 * @param client the client
 */
export function clientSecrets({ clientId, proof }: OAuthClient): string[] {
  if (proof.kind !== 'secret') return [];
  return [...new Set([proof.secret, formEncoded(proof.secret), basicPair(clientId, proof.secret)])];
}

/**
 * What stands behind `Basic` in the header.
 *
 * @see RFC 6749 §2.3.1: both parts are encoded as in a form before they are joined
 */
export function basicPair(clientId: string, secret: string): string {
  return Buffer.from(`${formEncoded(clientId)}:${formEncoded(secret)}`, 'utf8').toString('base64');
}

function formEncoded(text: string): string {
  return new URLSearchParams({ x: text }).toString().slice(2);
}
