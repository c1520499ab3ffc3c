/**
 * Whether a number is written in a way that JSON does not know, and is sent as another text: `007`, `0x1F`.
 *
 * @param source the number as it is written
 */
export function isReadAnew(source: string): boolean {
  return /^[-+]?0\d/.test(source) || /^0[xo]/.test(source);
}
