import type { GalleryTestName } from '../event/gallery-tests.js';
import type { Json } from '../scim/json.js';
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

/** Looks at the TLS connection with version 1.2 alone; undefined: none came about. */
export type TlsProbe = () => Promise<
  | {
      readonly protocol: string;
      readonly cipher: string;
      readonly key: { readonly type: string; readonly bits: number };
      /** Why the certificate is not trusted. */
      readonly fault?: string;
    }
  | undefined
>;

/** What a rehearsal is made with. */
export interface GallerySettings {
  readonly schema: GallerySchema;
  readonly format: PatchFormat;
  readonly only: ReadonlySet<GalleryTestName>;
  /** Asks the token endpoint with id and secret in the body, as the template does; absent: there is no client secret. */
  readonly clientCredentials?: () => Promise<TokenProbe>;
  /** Exchanges an assertion; absent: there is none. */
  readonly federated?: () => Promise<TokenProbe>;
  /** Absent: the target is reached without TLS, or through a proxy. */
  readonly tls?: TlsProbe;
  /** Whether the list of requirements is gone through. */
  readonly requirements: boolean;
  /** How long 25 requests a second are sent; 0: not at all. */
  readonly rateSeconds: number;
}
