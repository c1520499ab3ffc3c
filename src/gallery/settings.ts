import type { GalleryTestName } from '../event/gallery-tests.js';
import type { Json } from '../scim/json.js';
import type { TestValues } from './parameters.js';
import type { PatchFormat } from './patch-body.js';
import type { GallerySchema } from './target-schema.js';

/** What a token endpoint gave for the template's request. */
export interface TokenProbe {
  /** 0: no answer came. */
  readonly status: number;
  /** Absent: none was given. */
  readonly token?: string;
  readonly expiresIn?: Json;
  /** Why there is none, in one sentence. */
  readonly message?: string;
}

/** What the TLS connections to the target show. */
export interface TlsShown {
  /** The versions that it speaks: `TLSv1.2`. */
  readonly versions: readonly string[];
  /** Of Microsoft's suites, the one that it takes with version 1.2; absent: none of them. */
  readonly suite?: string;
  readonly key: { readonly type: 'RSA' | 'EC' | 'other'; readonly bits: number };
  /** Why no public authority vouches for the certificate: a code such as `CERT_HAS_EXPIRED`. */
  readonly fault?: string;
  /** An authority that was given besides does. */
  readonly trustedByOwn?: true;
  /** The host that the certificate is not made out to. */
  readonly wrongHost?: string;
}

/** Looks at the TLS connections; undefined: none came about. */
export type TlsProbe = () => Promise<TlsShown | undefined>;

/** What a rehearsal is made with. */
export interface GallerySettings {
  readonly schema: GallerySchema;
  /** The profiles of people that bodies are made of. */
  readonly values: TestValues;
  readonly format: PatchFormat;
  readonly only: ReadonlySet<GalleryTestName>;
  /** Asks the token endpoint with id and secret in the body, as the template does; absent: there is no client secret. */
  readonly clientCredentials?: () => Promise<TokenProbe>;
  /** Exchanges an assertion; absent: there is none. */
  readonly federated?: () => Promise<TokenProbe>;
  /** Asks the token endpoint with a secret, or a key, that is not the client's; absent: it has neither. */
  readonly wrongClient?: () => Promise<TokenProbe>;
  /** The run's access token with one letter changed; absent, or undefined: there is none. */
  readonly tamperedToken?: () => Promise<string | undefined>;
  /** Absent: the target is reached without TLS, or through a proxy. */
  readonly tls?: TlsProbe;
  /** Whether the list of requirements is gone through. */
  readonly requirements: boolean;
  /** How long 25 requests a second are sent; 0: not at all. */
  readonly rateSeconds: number;
  /** How long is waited, at most, until a token's time is up. */
  readonly expirySeconds: number;
}
