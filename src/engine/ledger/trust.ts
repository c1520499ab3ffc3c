import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { LedgerEntry } from './ledger-entry.js';

/**
 * Why a ledger on the disk cannot be trusted: what it names is deleted, so nobody else may have written it.
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
  return (mode & 0o022) === 0
    ? undefined
    : `The ledger ${file} can be written by others. Look at what it lists; if all of it is scim-check's, run chmod 600 on it.`;
}

/** `sc` and seven letters of a person or group, ten of a run, or a GUID: what stands in each name that scim-check makes up. */
const MADE_UP = /(^|[^a-z0-9])(sc[a-z0-9]{7}|(?=[a-z0-9]*[2-9])[a-z0-9]{10}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![a-z0-9])/i;

/** Whether a ledger's entry has a name such as scim-check makes up; one without a name is told by its other traces. */
export function isMadeUp({ name }: LedgerEntry): boolean {
  return name === '' || MADE_UP.test(name);
}
