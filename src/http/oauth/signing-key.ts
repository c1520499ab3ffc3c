import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, type webcrypto } from 'node:crypto';
import { isObject } from '../../scim/json.js';
import type { SigningKey } from './oauth-client.js';

/** A text that is no private key that can sign. Its message holds nothing of the text. */
export class KeyError extends Error {}

/**
 * Reads a private key that signs assertions: RSA (RS256, or PS256 where a JWK says so), EC (ES256, ES384, ES512) or Ed25519.
 *
 * @param text a PEM file (PKCS #8, PKCS #1 or SEC 1), a JWK, or a JWK set, of which the first private key counts
 * @throws KeyError that says what is wrong
 */
export async function readSigningKey(text: string): Promise<SigningKey> {
  const jwk = text.trimStart().startsWith('{') ? jwkIn(text) : undefined;
  const privateKey = privateKeyOf(text, jwk);
  const exported = privateKey.export({ format: 'jwk' });
  const key = await crypto.subtle.importKey('jwk', exported, algorithmOf(exported, jwk?.['alg']), false, ['sign']);
  const kid = jwk?.['kid'];
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  return { key, publicKey, ...(typeof kid === 'string' ? { kid } : {}) };
}

function jwkIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KeyError('it begins like a JWK, but is not JSON');
  }
  const keys: readonly unknown[] = isObject(value) && Array.isArray(value['keys']) ? value['keys'] : [value];
  const found = keys.find((key): key is Readonly<Record<string, unknown>> => isObject(key) && typeof key['d'] === 'string');
  if (found === undefined) throw new KeyError('it holds no private key: a private JWK has the member "d"');
  return found;
}

function privateKeyOf(text: string, jwk: Readonly<Record<string, unknown>> | undefined): KeyObject {
  if (jwk === undefined && /-----BEGIN ([A-Z ]*)PUBLIC KEY|-----BEGIN CERTIFICATE/.test(text) && !text.includes('PRIVATE KEY'))
    throw new KeyError('it holds a public key or a certificate; assertions are signed with the private key');
  if (/ENCRYPTED/.test(text.slice(0, 400)))
    throw new KeyError('it is encrypted with a passphrase, which scim-check does not ask for; give an unencrypted key of a test client');
  try {
    return jwk === undefined ? createPrivateKey(text) : createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    throw new KeyError('it is no private key in PEM or JWK form');
  }
}

type Algorithm = webcrypto.RsaHashedImportParams | webcrypto.EcKeyImportParams | { readonly name: string };

function algorithmOf(key: JsonWebKey, alg: unknown): Algorithm {
  if (key.kty === 'RSA') return { name: alg === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  if (key.kty === 'EC' && /^P-(256|384|521)$/.test(key.crv ?? '')) return { name: 'ECDSA', namedCurve: key.crv ?? '' };
  if (key.kty === 'OKP' && key.crv === 'Ed25519') return { name: 'Ed25519' };
  throw new KeyError('its kind does not sign assertions; RSA, EC (P-256, P-384, P-521) and Ed25519 keys do');
}
