import type { Client, Dialect, Family } from './client.js';
import { ENTRA_DEFAULT, ENTRA_FLAG, ENTRA_ON_DEMAND } from './entra/entra.js';
import { OKTA_AIW, OKTA_GRANULAR, OKTA_OIN } from './okta/okta.js';
import { RFC } from './rfc/rfc.js';

/** Every emulated client, by dialect, in the order of a run. */
export const CLIENTS: Readonly<Record<Dialect, Client>> = {
  'entra-default': ENTRA_DEFAULT,
  'entra-aadOptscim062020': ENTRA_FLAG,
  'entra-on-demand': ENTRA_ON_DEMAND,
  'okta-oin': OKTA_OIN,
  'okta-aiw': OKTA_AIW,
  'okta-granular': OKTA_GRANULAR,
  rfc: RFC,
};

/**
 * The dialects that a name on the command line stands for.
 *
 * @param name a family (all of its dialects but those that are played on request only) or a dialect
 * @returns an empty list for an unknown name
 */
export function dialectsNamed(name: string): Dialect[] {
  const family = name as Family;
  return Object.values(CLIENTS)
    .filter((client) => (client.family === family && client.onRequest !== true) || client.dialect.toLowerCase() === name.toLowerCase())
    .map((client) => client.dialect);
}
