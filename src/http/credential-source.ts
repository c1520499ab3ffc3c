import type { Credential } from './credential.js';
import type { TransportFailure } from './failure.js';

export type CredentialAnswer =
  | { readonly ok: true; readonly credential: Credential }
  /** There is none: nothing can be sent. */
  | { readonly ok: false; readonly failure: TransportFailure };

/** Where the credential of each request comes from. It may change while a run lasts. */
export interface CredentialSource {
  readonly scheme: Credential['scheme'];
  /** The credential for the next request. One that is about to expire is renewed first. */
  current(): Promise<CredentialAnswer>;
  /**
   * Hears that the target refused a credential (401), and gets another where it can.
   *
   * @param credential the one that was refused
   * @param again the request had been sent again with a new credential, and that was refused as well
   * @returns whether there is another one now
   */
  refused(credential: Credential, again: boolean): Promise<boolean>;
}

/**
 * A credential that stays the same.
 *
 * @param credential the credential
 */
export function fixedCredential(credential: Credential): CredentialSource {
  return {
    scheme: credential.scheme,
    current: async () => ({ ok: true, credential }),
    refused: async () => false,
  };
}
