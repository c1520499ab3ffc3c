const ENCODER = new TextEncoder();

/** From (inclusive) to (exclusive) in a text, as in `slice`. */
export type Interval = readonly [from: number, to: number];

/**
 * A text as UTF-8 bytes. In a traced view each byte knows what part of the original text it stands for: undoing an encoding
 * gives fewer bytes that stand for longer parts. The arrays are larger than the text where a view is used again.
 */
export interface View {
  length: number;
  bytes: Uint8Array;
  readonly traced: boolean;
  /** Empty unless the view is traced. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** An empty view. */
export function emptyView(traced: boolean): View {
  return { length: 0, bytes: new Uint8Array(0), traced, starts: new Uint32Array(0), ends: new Uint32Array(0) };
}

/**
 * Makes room in a view that is used again; what it held is lost.
 *
 * @param view the view
 * @param room bytes
 */
export function clear(view: View, room: number): void {
  view.length = 0;
  if (view.bytes.length >= room) return;
  const size = Math.max(room, 1024);
  view.bytes = new Uint8Array(size);
  if (!view.traced) return;
  view.starts = new Uint32Array(size);
  view.ends = new Uint32Array(size);
}

/**
 * Adds the UTF-8 bytes of a character. Half a surrogate pair is written as three bytes, so that nothing is lost.
 *
 * @param view to add to
 * @param code the character's code point
 * @param start where it stands in the text
 * @param end where it ends
 */
export function append(view: View, code: number, start: number, end: number): void {
  if (code < 0x80) put(view, code, start, end);
  else {
    if (code < 0x800) put(view, 0xc0 | (code >> 6), start, end);
    else {
      if (code < 0x10000) put(view, 0xe0 | (code >> 12), start, end);
      else {
        put(view, 0xf0 | (code >> 18), start, end);
        put(view, 0x80 | ((code >> 12) & 0x3f), start, end);
      }
      put(view, 0x80 | ((code >> 6) & 0x3f), start, end);
    }
    put(view, 0x80 | (code & 0x3f), start, end);
  }
}

/** Adds one byte. */
export function put(view: View, byte: number, start: number, end: number): void {
  const at = view.length++;
  view.bytes[at] = byte;
  if (!view.traced) return;
  view.starts[at] = start;
  view.ends[at] = end;
}

/**
 * Fills a view with a text.
 *
 * @param view what it held is lost
 * @param text any text, also with halves of surrogate pairs
 * @param offset where it begins in the text that it is a part of
 */
export function fill(view: View, text: string, offset = 0): void {
  clear(view, Buffer.byteLength(text));
  // The same bytes at once; halves of surrogate pairs would be lost.
  if (!view.traced && text.isWellFormed()) {
    view.length = ENCODER.encodeInto(text, view.bytes).written;
    return;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    append(view, code, offset + at, offset + at + (code > 0xffff ? 2 : 1));
    if (code > 0xffff) at++;
  }
}

/**
 * Fills a view with another one, last byte first.
 *
 * @param view what it held is lost
 * @param other is left as it is
 */
export function fillReversed(view: View, other: View): void {
  clear(view, other.length);
  if (!view.traced) {
    view.bytes.set(other.bytes.subarray(0, other.length));
    view.bytes.subarray(0, other.length).reverse();
    view.length = other.length;
    return;
  }
  for (let at = other.length - 1; at >= 0; at--) put(view, other.bytes[at] ?? 0, other.starts[at] ?? 0, other.ends[at] ?? 0);
}

/**
 * Adds a part of another view.
 *
 * @param view to add to; has room for it, and is not traced
 * @param other is left as it is
 * @param from its first byte
 * @param to the byte behind its last
 */
export function copyRange(view: View, other: View, from: number, to: number): void {
  view.bytes.set(other.bytes.subarray(from, to), view.length);
  view.length += to - from;
}

/**
 * Replaces intervals of a text; intervals that touch or overlap become one.
 *
 * @param text the text
 * @param intervals in any order
 * @param mark what stands in their place
 */
export function replace(text: string, intervals: readonly Interval[], mark: string): string {
  if (intervals.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (from > done || (from === done && parts.length === 0)) parts.push(text.slice(done, from), mark);
    done = Math.max(done, to);
  }
  return parts.join('') + text.slice(done);
}
