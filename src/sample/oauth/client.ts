import type { JsonWebKey } from 'node:crypto';

/** The client that the sample's token endpoint knows. */
export interface SampleOAuthClient {
  readonly clientId: string;
  /** How long an access token is good for; default: an hour, within the one to six that the Entra gallery wants. */
  readonly lifetimeSeconds?: number;
  /** What it must show: its secret, an assertion signed with this key, or any assertion whose time is not up. */
  readonly proof: { readonly secret: string } | { readonly publicKey: JsonWebKey } | 'any-assertion';
}
