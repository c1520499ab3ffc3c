import type { Dialect, Family } from '../../src/client/client.js';

/** What is played when a family is named. */
export const DIALECTS_OF: Readonly<Record<Family, readonly Dialect[]>> = {
  entra: ['entra-default', 'entra-aadOptscim062020'],
  okta: ['okta-oin', 'okta-aiw'],
  rfc: ['rfc'],
};
