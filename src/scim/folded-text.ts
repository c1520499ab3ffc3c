/**
 * A text as a search compares it: without regard to letter case (RFC 7643 §2.2, `caseExact` false), and in one Unicode
 * normalization form, whichever of them a server keeps.
 */
export function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
