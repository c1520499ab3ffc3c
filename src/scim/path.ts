import type { AttributePath, Parsed } from './expression.js';
import { readPath } from './grammar.js';
import { printAttributePath } from './print.js';
import { parseWith } from './reader.js';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from './urn.js';

export type { AttributePath, Parsed } from './expression.js';

/** The URNs that a parser knows when it is told none. */
export const KNOWN_URNS: readonly string[] = [USER_URN, GROUP_URN, ENTERPRISE_USER_URN];

/**
 * Parses an attribute path: `name.givenName`, `emails[type eq "work"].value`, `urn:…:2.0:User:manager.value`.
 * Known URNs are recognised as prefixes, without regard to case, the longest first; only then do `:` and `.` separate,
 * because "2.0" holds a dot. An unknown URN ends at the last colon. After a known URN, a dot in place of the colon is
 * accepted too: SCIM 1 and Entra before December 2018 wrote it so.
 *
 * @param text the path
 * @param urns the URNs of the known schemas; default: User, Group and the enterprise extension
 * @returns the path, or the failure; never throws (RFC 7644 §3.4.2.2 `attrPath`, §3.5.2 `PATH`)
 */
export function parsePath(text: string, urns: readonly string[] = KNOWN_URNS): Parsed<AttributePath> {
  return parseWith(text, urns, (reader) => readPath(reader, 0));
}

/**
 * Writes a path so that `parsePath` reads the same again.
 *
 * @param path the path
 */
export function printPath(path: AttributePath): string {
  return printAttributePath(path);
}
