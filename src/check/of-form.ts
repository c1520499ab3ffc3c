import type { CheckId } from './check-id.js';

/** Checks of the form in which a change is put down: a target that understands it at one path understands it at the others. */
export const OF_FORM: ReadonlySet<CheckId> = new Set(['SC2106', 'SC2107', 'SC2108', 'SC2109', 'SC2111', 'SC2152']);
