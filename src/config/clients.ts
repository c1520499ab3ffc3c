import type { Client, Dialect, Family } from '../client/client.js';
import { CLIENTS, dialectsNamed } from '../client/registry.js';
import { didYouMean } from '../yaml/nearest.js';
import type { Setting } from './resolve.js';
import { UsageError } from './usage-error.js';

/** Played when no client is named. */
const DEFAULT_FAMILIES: readonly Family[] = ['entra', 'okta'];

/** Entra's feature flag in the tenant URL: such a target meets that one PATCH dialect only. */
const FLAG = 'aadOptscim062020';
const FLAGGED: Dialect = 'entra-aadOptscim062020';

/** Everything that `--client` accepts: families first. */
export function clientNames(): string[] {
  const clients: readonly Client[] = Object.values(CLIENTS);
  return [...new Set([...clients.map((each) => each.family), ...clients.map((each) => each.dialect)])];
}

/**
 * The dialects to play.
 *
 * @param named what `--client` said: families and dialects, several with commas; empty: entra and okta
 * @param flags feature flags in the target URL; Entra's narrows it to the dialect that it selects, unless a client was named
 * @returns each dialect once, in the order asked for
 * @throws UsageError for an unknown name
 */
export function dialectsOf(named: Setting<readonly string[]>, flags: readonly string[]): Dialect[] {
  // No name holds a comma, and people write lists with one.
  const names = named.value.flatMap((each) => each.split(',')).map((name) => name.trim());
  if (names.length > 0) return [...new Set(names.flatMap((name) => knownDialects(name, named.from)))];
  const narrowed = flags.includes(FLAG);
  return DEFAULT_FAMILIES.flatMap(dialectsNamed).filter(
    (dialect) => !narrowed || CLIENTS[dialect].family !== 'entra' || dialect === FLAGGED,
  );
}

function knownDialects(name: string, from: string): Dialect[] {
  const dialects = dialectsNamed(name.toLowerCase());
  if (dialects.length === 0) throw new UsageError(`${from}: there is no client "${name}"`, didYouMean(name, clientNames()));
  return dialects;
}
