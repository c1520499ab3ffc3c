import type { Family } from '../client.js';
import { guid, pick, type Random, token } from './random.js';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LETTERS_AND_DIGITS = [...UPPER, ...UPPER.toLowerCase(), ...'0123456789'];

/**
 * What a client sends as the `externalId` of a user: Entra's default mapping the mail nickname, `first.last`; Okta its own
 * user id, `00u` and 17 letters or digits; a client of the standard a GUID. A group's is a GUID, Entra's object id.
 * Sources: Entra's default mapping as an integration manual of 2026 prints it, and azure-docs#11784; every capture of Okta.
 *
 * @param family the client's family
 * @param nickname the part of the address before the `@`, unique in the run
 * @param random source of the rest
 */
export function externalIdOf(family: Family, nickname: string, random: Random): string {
  if (family === 'entra') return nickname;
  if (family === 'rfc') return guid(random);
  return `00u${Array.from({ length: 17 }, () => pick(random, LETTERS_AND_DIGITS)).join('')}`;
}

/**
 * A made-up password as Okta generates one on every create: eight characters, with capitals, small letters, digits and specials, so that no
 * password policy is met by chance. It keeps to characters that mean nothing in a shell's single quotes, in JSON or in XML.
 * Source: captures in Okta's developer blog, September 2021.
 *
 * @param random its source
 */
export function placeholderPassword(random: Random): string {
  const special = (): string => pick(random, [...'#$%*+-=?@^_!']);
  return `${pick(random, [...UPPER])}${pick(random, [...UPPER.toLowerCase()])}${token(random, 1)}${special()}${token(random, 2)}${special()}${Math.floor(random() * 10)}`;
}
