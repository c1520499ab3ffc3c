import type { Family } from '../../client/client.js';
import { differsOnlyInCase } from '../../scim/compare.js';
import type { Json } from '../../scim/json.js';
import type { CompiledPath } from '../state/compiled-path.js';
import { isSameName } from './canonical-name.js';

/**
 * Whether a server may give a value this form:
 * another letter case where `caseExact` is false (RFC 7643 §7: "the server MAY alter case for a submitted value"),
 * a phone number as RFC 3966 writes it (RFC 7643 §4.1.2: "SHOULD canonicalize"), another name of the same time zone or language,
 * another composition of the same Unicode text, or fewer blanks around it and within (RFC 7644 §3.3: it "is free to alter and/or ignore
 * POSTed content"). Entra compares what it reads with what it sent. Okta's SPEC test compares the userName.
 *
 * @param family who reads it
 * @param path whose value it is
 * @param sent the value that was sent
 * @param held the value that is there
 */
export function isEquivalentForm(
  family: Family,
  { key, definition }: CompiledPath,
  sent: Json | undefined,
  held: Json | undefined,
): boolean {
  if (family === 'entra' || (family === 'okta' && key === 'username')) return false;
  // What is not declared has the default of RFC 7643 §2.2, as the parts of an attribute of which /Schemas names none.
  const anyCase = definition?.caseExact !== true;
  if (anyCase && differsOnlyInCase(sent ?? null, held ?? null)) return true;
  if (typeof sent !== 'string' || typeof held !== 'string') return false;
  if (isSameNumber(key, sent, held) || isSameName(key, sent, held)) return true;
  return folded(sent, anyCase) === folded(held, anyCase);
}

/** Whether two ways of writing a telephone number mean the same one. */
export function isSameNumber(key: string, sent: Json | undefined, held: Json | undefined): boolean {
  if (typeof sent !== 'string' || typeof held !== 'string' || !/^phonenumbers\b/.test(key) || hasLostPlus(sent, held)) return false;
  // Some leave the trunk prefix in its place, without the parentheses.
  return [digitsOf(sent), sent.replace(/\D/g, '')].includes(digitsOf(held)) && digitsOf(sent) !== '';
}

/** Nothing is written otherwise but the plus: it was read as the blank that it stands for in a form. */
function hasLostPlus(sent: string, held: string): boolean {
  return sent.includes('+') && /\d\D+\d/.test(sent) && held.trim() === sent.replaceAll('+', ' ').trim();
}

/** "+44 (0)20 7946 0955" and "tel:+44-20-7946-0955" are one number: the trunk prefix is dialled inside the country only. */
function digitsOf(number: string): string {
  return number.replaceAll('(0)', '').replace(/\D/g, '');
}

function folded(text: string, anyCase: boolean): string {
  const composed = withSingleBlanks(text.normalize('NFC'));
  return anyCase ? composed.toLowerCase() : composed;
}

/** A text without blanks around it, and with one for each run of blanks and line breaks within. */
export function withSingleBlanks(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
