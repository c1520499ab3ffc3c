/**
 * What proves to the target who is calling. `secret` is the token for `Bearer`, the whole header value for `raw`
 * (an API key as Okta's header authentication sends it), and `user:password` for `Basic`.
 */
export interface Credential {
  readonly scheme: 'Bearer' | 'raw' | 'Basic';
  readonly secret: string;
}

/**
 * The value of the Authorization header for a credential.
 *
 * @param credential the credential
 * @see RFC 6750 §2.1 (Bearer), RFC 7617 §2 (Basic)
 */
export function authorization(credential: Credential): string {
  switch (credential.scheme) {
    case 'Bearer':
      return `Bearer ${credential.secret}`;
    case 'Basic':
      return `Basic ${base64(credential.secret)}`;
    case 'raw':
      return credential.secret;
  }
}

/**
 * Every text that would let a reader of a report act in the caller's name: what the redactor has to look for.
 *
 * @param credential the credential
 * @returns the secret; for Basic the password and the encoded pair; for a raw value with a scheme in front
 *   (`SSWS abc`), also what follows the scheme
 */
export function secretsOf(credential: Credential): string[] {
  const { scheme, secret } = credential;
  const found: string[] = [];
  // The user's name alone is none, and a piece of the pair could be: the password and the encoded pair cover it.
  if (scheme === 'Basic') found.push(secret.slice(secret.indexOf(':') + 1), base64(secret));
  else found.push(secret);
  if (scheme === 'raw') found.push(secret.replace(/^[A-Za-z][\w-]*[ \t]+/, ''));
  return [...new Set(found)].filter((text) => text !== '');
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
