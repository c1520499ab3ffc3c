/** The types of elements that mappings select, as RFC 7643 §4.1.2 and Microsoft's tables name them. */
const KNOWN: readonly string[] = ['work', 'mobile', 'home', 'fax', 'pager', 'other'];

/**
 * A digit by the type of a list's element, another one for each type that is usual. Values that hold it differ from element to
 * element: where two had the same one, a change of the wrong element would look as if nothing had been changed.
 *
 * @param type as a path selects it
 */
export function digitOf(type: string): number {
  const at = KNOWN.indexOf(type.toLowerCase());
  if (at >= 0) return at + 1;
  const sum = [...type].reduce((total, sign) => total + (sign.codePointAt(0) ?? 0), 0);
  return KNOWN.length + 1 + (sum % (9 - KNOWN.length));
}

/**
 * The type that a path selects an element by: `fax` of `phoneNumbers[type eq "fax"].value`; undefined where it selects by none.
 *
 * @param path a target path
 */
export function typeIn(path: string): string | undefined {
  return /\[\s*type\s+eq\s+"([^"]*)"/i.exec(path)?.[1];
}
