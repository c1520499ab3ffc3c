import type { Dialect } from '../../client/client.js';
import { KNOWN_URNS } from '../../scim/path.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import type { Cause } from '../state/cause.js';
import type { OutcomeContext } from './outcome-context.js';

/**
 * Why a target may refuse a change of an attribute: it did not take it from a creation. An extension that neither the target nor the
 * standard describes, and of which the target did not take a part, it does not have at all.
 *
 * @param run knows what never showed, and what the target describes
 * @param dialect who writes
 * @param path the attribute
 * @returns the symptom of the value that never showed
 */
export function neverTaken(
  { log, facts }: Pick<OutcomeContext['run'], 'log' | 'facts'>,
  dialect: Dialect,
  path: string,
): Cause | undefined {
  const shown = log.neverShown(dialect, path);
  if (shown !== undefined || !isOfUnknownExtension(path, facts.schemas)) return shown;
  const urn = /^(urn:.*:)[^:[]+/.exec(path.toLowerCase())?.[1];
  return urn === undefined ? undefined : log.neverShownIn(dialect, urn);
}

/** Whether a path, or the name of a member, has the URN of an extension that neither the target nor the standard describes. */
export function isOfUnknownExtension(name: string, schemas: SchemaSet): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('urn:') && ![...KNOWN_URNS, ...schemas.urns].some((urn) => `${lower}:`.startsWith(`${urn.toLowerCase()}:`));
}
