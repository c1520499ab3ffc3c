/** A file's text, and what was odd about its encoding. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly notice?: { readonly line: number; readonly message: string } }
  | { readonly ok: false; readonly message: string };

/**
 * Decodes a document that people or programs have saved: UTF-8 with or without a mark, UTF-16 (without a mark only Western text), and, line by
 * line where it is no UTF-8, Windows-1252.
 *
 * @param bytes the file's content
 */
export function decodeDocument(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes.subarray(2)));
  if (first === 0xfe && second === 0xff) return plain(new TextDecoder('utf-16be').decode(bytes.subarray(2)));
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  if (body.includes(0)) {
    const wide = withoutMark(body);
    return wide === undefined ? { ok: false, message: 'this is no text: it holds zero bytes' } : plain(new TextDecoder(wide).decode(body));
  }
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return mixed(body);
  }
}

/** UTF-16 without a mark: in Western text every second byte is zero. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 1024);
  const zeros = (parity: number): number => start.filter((byte, index) => byte === 0 && index % 2 === parity).length / (start.length / 2);
  if (zeros(1) > 0.7 && zeros(0) < 0.1) return 'utf-16le';
  return zeros(0) > 0.7 && zeros(1) < 0.1 ? 'utf-16be' : undefined;
}

function plain(text: string): DecodedText {
  return text.includes('\0') ? { ok: false, message: 'this is no text: it holds zero characters' } : { ok: true, text };
}

function mixed(bytes: Uint8Array): DecodedText {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const western = new TextDecoder('windows-1252');
  const lines: string[] = [];
  const odd: number[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, end === -1 ? undefined : end);
    try {
      lines.push(strict.decode(line));
    } catch {
      lines.push(western.decode(line));
      odd.push(lines.length);
    }
    if (end === -1) break;
    start = end + 1;
  }
  const message = `${odd.length === 1 ? 'This line is' : `${odd.length} lines, this being the first, are`} no UTF-8 text; Windows-1252 is assumed.`;
  return { ok: true, text: lines.join('\n'), notice: { line: odd[0] ?? 1, message } };
}
