/**
 * A value as text, whatever it is. `String` itself fails where an object of the target's has a `toString` that is no function, and
 * ended the run: what comes from a target is made a text by this function alone.
 *
 * @param value any value: texts, numbers and booleans as they are, objects and lists as JSON
 */
export function plainText(value: unknown): string {
  return typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? '') : String(value);
}
