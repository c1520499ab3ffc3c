const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads a DateTime (RFC 7643 §2.3.5: xsd:dateTime) as an instant. A value without a zone is taken as UTC, so that the
 * answer does not depend on the machine.
 *
 * @param text the value
 * @returns milliseconds since 1970, or undefined when the text is no DateTime
 */
export function instantOf(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const time = Date.parse(match[1] === undefined ? `${text}Z` : text);
  return Number.isNaN(time) ? undefined : time;
}
