import { randomBytes, type webcrypto } from 'node:crypto';
import type { ClientProof } from './oauth-client.js';

/**
 * A proof that a token endpoint must refuse: another secret, or the same assertion signed with a key that nobody knows.
 *
 * @param proof the right one
 * @returns what makes it; undefined for an assertion that somebody else signs
 */
export function wrongProof(proof: ClientProof): (() => Promise<ClientProof>) | undefined {
  switch (proof.kind) {
    case 'secret':
      return async () => ({ ...proof, secret: `wrong-${randomBytes(12).toString('hex')}` });
    case 'key':
      return async () => ({ ...proof, key: { ...proof.key, key: await anotherKey(proof.key.key) } });
    case 'assertion':
      return undefined;
  }
}

async function anotherKey({ algorithm }: webcrypto.CryptoKey): Promise<webcrypto.CryptoKey> {
  const made = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  if (!('privateKey' in made)) throw new Error('a key that signs assertions is one of a pair');
  return made.privateKey;
}
