import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';

/**
 * Why a ledger on the disk cannot be trusted: what it names is deleted, so nobody else may have written it. A ledger that scim-check has
 * written is for its owner's eyes only; one that came with a checkout is not.
 *
 * @param file path of the ledger
 * @returns undefined when it can
 */
export async function distrustOf(file: string): Promise<string | undefined> {
  const { uid } = userInfo();
  // Systems without users of this kind keep files apart in other ways.
  if (uid < 0) return undefined;
  const { mode, uid: owner } = await stat(file);
  if (owner !== uid) return `The ledger ${file} belongs to another user. Look at what it lists, and remove that by hand.`;
  if ((mode & 0o077) === 0) return undefined;
  const who = (mode & 0o022) === 0 ? 'read by others, so it may have come with a checkout or a copy' : 'written by others';
  return `The ledger ${file} can be ${who}. Look at what it lists; if all of it is scim-check's, run chmod 600 on it.`;
}

/** `sc` and seven letters and digits, see `ownMark`, or a GUID: no two resources of a run share one. */
const OWN = /(?<![a-z0-9])(?:sc(?=[a-z0-9]{0,5}[2-9][a-z])[a-kmnp-z2-9]{7}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![a-z0-9])/gi;

/** The ten letters and digits of a run, see `runMark`. */
const RUN = /(?<![a-z0-9])(?=[a-z0-9]{0,8}[2-9][a-z])[a-kmnp-z2-9]{10}(?![a-z0-9])/i;

/** Whether a text has a word that scim-check has made up: by it its resources are told from those of people. */
export function isMadeUp(text: string): boolean {
  return RUN.test(text) || ownWords(text).length > 0;
}

/**
 * The words of a text that scim-check has made up for one resource alone.
 *
 * @param text such as a userName
 * @returns in lower case
 */
export function ownWords(text: string): readonly string[] {
  return (text.match(OWN) ?? []).map((word) => word.toLowerCase());
}
