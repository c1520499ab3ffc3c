import type { ClientAuth } from 'oauth4webapi';
import { modifyAssertion, PrivateKeyJwt } from 'oauth4webapi';
import { basicPair, type OAuthClient } from './oauth-client.js';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Puts into a token request what shows who the client is.
 *
 * @param client the client
 * @see RFC 6749 §2.3.1, RFC 7523 §2.2
 */
export function clientAuthentication(client: OAuthClient): ClientAuth {
  const { clientId, proof, tokenUrl } = client;
  switch (proof.kind) {
    case 'secret':
      return (_server, _client, body, headers) => {
        // The library also encodes - and _, which is allowed, and many servers do not decode it.
        if (proof.location === 'basic') headers.set('authorization', `Basic ${basicPair(clientId, proof.secret)}`);
        else {
          body.set('client_id', clientId);
          body.set('client_secret', proof.secret);
        }
      };
    case 'assertion':
      return async (_server, _client, body) => {
        const assertion = await proof.read();
        body.set('client_id', clientId);
        body.set('client_assertion', assertion);
        body.set('client_assertion_type', ASSERTION_TYPE);
      };
    case 'key':
      return PrivateKeyJwt(proof.key, {
        [modifyAssertion]: (_header, payload) => {
          // RFC 7523 §3: the token endpoint's URL may be used as the audience, and is what most servers expect.
          Object.assign(payload, { aud: tokenUrl }, proof.claims);
        },
      });
  }
}
