/** The identity providers that are emulated; `rfc` is a plain client of the standard. */
export type Family = 'entra' | 'okta' | 'rfc';

/** A variant of a client, as `--client` names it. */
export type Dialect = 'entra-default' | 'entra-aadOptscim062020' | 'entra-on-demand' | 'okta-oin' | 'okta-aiw' | 'okta-granular' | 'rfc';
