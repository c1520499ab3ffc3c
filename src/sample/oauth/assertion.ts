import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { isObject, type JsonObject } from '../../scim/json.js';

/**
 * Checks a client assertion (RFC 7523 §3).
 *
 * @param assertion a JWT
 * @param key the client's public key; undefined: any signature will do
 * @param now milliseconds since 1970
 * @returns what is wrong; undefined: nothing
 */
export function faultOfAssertion(assertion: string, key: JsonWebKey | undefined, now: number): string | undefined {
  const [header = '', payload = '', signature = '', ...more] = assertion.split('.');
  const head = jsonOf(header);
  const claims = jsonOf(payload);
  if (more.length > 0 || head === undefined || claims === undefined) return 'The assertion is no JWT.';
  if (key !== undefined && !isSigned(`${header}.${payload}`, signature, head, key)) return 'The signature is not right.';
  const { exp } = claims;
  if (typeof exp !== 'number' || exp * 1000 <= now) return 'The assertion has expired.';
  return undefined;
}

function isSigned(signed: string, signature: string, head: JsonObject, jwk: JsonWebKey): boolean {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const hash = { '256': 'sha256', '384': 'sha384', '512': 'sha512' }[String(head['alg']).slice(-3)];
  const isPss = String(head['alg']).startsWith('PS');
  const options = {
    key,
    // JWS has the two numbers of an EC signature side by side (RFC 7518 §3.4).
    dsaEncoding: 'ieee-p1363' as const,
    ...(isPss ? { padding: 6, saltLength: 32 } : {}),
  };
  return verify(hash, Buffer.from(signed), options, Buffer.from(signature, 'base64url'));
}

function jsonOf(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
