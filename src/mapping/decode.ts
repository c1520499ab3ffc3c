/** A file's text, and what was odd about its encoding. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly notice?: { readonly line: number; readonly message: string } }
  | { readonly ok: false; readonly message: string };

/**
 * Decodes a document that people or programs have saved: UTF-8 with or without a mark, UTF-16 with a mark, and, line by
 * line where it is no UTF-8, Windows-1252.
 *
 * @param bytes the file's content
 */
export function decodeDocument(bytes: Uint8Array): DecodedText {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return plain(new TextDecoder('utf-16le').decode(bytes.subarray(2)));
  if (first === 0xfe && second === 0xff) return plain(new TextDecoder('utf-16be').decode(bytes.subarray(2)));
  const body = first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
  if (body.includes(0)) return { ok: false, message: 'this is no text: it holds zero bytes' };
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return mixed(body);
  }
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
