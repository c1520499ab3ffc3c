import { Readable } from 'node:stream';
import type { BrotliDecompress, Gunzip } from 'node:zlib';
import { cut } from '../base/cut.js';
import { isObject, type Json } from '../scim/json.js';
import { readList } from '../scim/read.js';
import type { Bytes } from './answer.js';

/** JSON nested deeper than this is not read: everything after it walks values recursively. SCIM needs about six levels. */
export const MAX_DEPTH = 100;

/**
 * JSON with more values and names than this is not read: each costs some 50 bytes, and the same again in each copy, so that a body
 * of `{},{},…` would take a hundred times its length. Of one resource a run keeps pictures.
 */
const MAX_PARTS = 40_000;

/** Of lists nothing is kept but ids. A thousand users of sixty values stay below. */
const MAX_LIST_PARTS = 200_000;

/** What a value or name takes of a text, about, punctuation included. */
const PART_LENGTH = 12;

/** More codings than this on one body are not a server's way of talking. */
const MAX_CODINGS = 3;

/**
 * Undoes Content-Encoding, never producing more than the limit: a small body may unpack to gigabytes.
 *
 * @param received the bytes as they came
 * @param codings the value of Content-Encoding, such as `gzip`
 * @param limit bytes
 * @returns the bytes, with `error` when they cannot be decoded (then as they came, or as far as decoding got)
 * @see RFC 9110 §8.4
 */
export async function decode(received: Bytes, codings: string | undefined, limit: number): Promise<Bytes & { readonly error?: string }> {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MAX_CODINGS) return { ...received, error: `The body has ${names.length} content codings.` };
  let current = received;
  for (const name of names.reverse()) {
    if (current.bytes.length === 0) return current;
    const decoder = await decoderOf(name, current.bytes);
    if (decoder === undefined) return { ...current, error: 'The body has a content coding that was not asked for and is not known here.' };
    const next = await unpack(current.bytes, decoder, limit);
    current = { bytes: next.bytes, truncated: next.truncated || current.truncated };
    if (next.broken) return { ...current, error: `The body is marked as ${name} but cannot be unpacked.` };
  }
  return current;
}

/** A body as JSON: its value, or why there is none; neither for an empty one. */
export interface Parsed {
  readonly body?: Json;
  /** What is wrong with it. */
  readonly parseError?: string;
  /** Nothing need be wrong with it: it is more than is read. */
  readonly unread?: string;
}

/**
 * Reads a body as JSON, as a client does that passes over a byte order mark (RFC 8259 §8.1 allows it).
 *
 * @param text the body
 * @returns with `parts`, how many values and names it has about: what it takes of the memory
 */
export function parseJson(text: string): Parsed & { readonly parts: number } {
  if (text.trim() === '') return { parts: 0 };
  const { depth, parts } = sizeOf(text);
  if (depth > MAX_DEPTH) return { parts, parseError: `The body is nested deeper than ${MAX_DEPTH} levels.` };
  if (parts > MAX_LIST_PARTS) return tooMany(MAX_LIST_PARTS);
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (parts > MAX_PARTS && !(isObject(value) && readList(value) !== undefined)) return { ...tooMany(MAX_PARTS), parts };
    return isJson(value) ? { parts, body: value } : { parts, parseError: 'The body is not JSON.' };
  } catch (error) {
    return { parts, parseError: `The body is not JSON${placeOf(error, text)}.` };
  }
}

function tooMany(limit: number): Parsed & { readonly parts: number } {
  return { parts: 0, unread: `the body has more than ${limit} values and names, which is more than is read of one` };
}

/** Own words: the parser's message quotes the text, and cuts it before anything could be taken out of it. */
function placeOf(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : '';
  if (/end of JSON input|Unterminated/i.test(message)) return ': it ends too early';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return `: it cannot be read from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
}

/**
 * A body whose texts are cut: what is kept of it for the rest of the run does not hold a target's megabytes. Itself where none is long.
 *
 * @param value the body
 * @param length of a name or text, in UTF-16 units
 */
export function shortened(value: Json, length: number): Json {
  return isLong(value, length) ? cutIn(value, length) : value;
}

function cutIn(value: Json, length: number): Json {
  if (typeof value === 'string') return cut(value, length);
  if (Array.isArray(value)) return value.map((item) => cutIn(item, length));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [cut(name, length), cutIn(member, length)]));
}

/** Whether a name or text in a value is longer: hardly any is, even in lists of hundreds of users. */
function isLong(value: Json, length: number): boolean {
  if (typeof value === 'string') return value.length > length;
  if (Array.isArray(value)) return value.some((item) => isLong(item, length));
  if (!isObject(value)) return false;
  for (const name in value) if (name.length > length || isLong(value[name] ?? null, length)) return true;
  return false;
}

function isJson(value: unknown): value is Json {
  return value === null || typeof value !== 'object' || Array.isArray(value) || isObject(value);
}

/**
 * How deep JSON goes, and how much it holds, without reading it: what begins a list or an object, and what parts values and names.
 * It goes no further than what is read; broken JSON is left to the parser. Of a text that cannot be too deep or hold too much it says
 * about what it is.
 */
function sizeOf(text: string): { readonly depth: number; readonly parts: number } {
  const openings = text.length > MAX_PARTS ? MAX_DEPTH : openingsIn(text);
  if (openings < MAX_DEPTH) return { depth: openings, parts: 1 + Math.round(text.length / PART_LENGTH) };
  let [level, depth, parts] = [0, 0, 1];
  let inString = false;
  for (let index = 0; index < text.length && depth <= MAX_DEPTH && parts <= MAX_LIST_PARTS; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x2c || code === 0x3a) parts++;
    else if (code === 0x5b || code === 0x7b) {
      parts++;
      depth = Math.max(depth, ++level);
    } else if (code === 0x5d || code === 0x7d) level--;
  }
  return { depth, parts };
}

/** How many lists and objects begin in a text at the most, up to the depth that is read. */
function openingsIn(text: string): number {
  let found = 0;
  for (const opening of '[{') {
    for (let at = text.indexOf(opening); at !== -1 && found < MAX_DEPTH; at = text.indexOf(opening, at + 1)) found++;
  }
  return found;
}

async function decoderOf(name: string, bytes: Buffer) {
  // Hardly any target packs its answers: nobody else waits for this to be loaded.
  const { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } = await import('node:zlib');
  // SYNC_FLUSH keeps what came before the end of a body that was cut.
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  if (name === 'gzip' || name === 'x-gzip') return createGunzip(options);
  // "deflate" means the zlib format, but some servers send the bare stream: the first byte tells which (RFC 1950 §2.2).
  if (name === 'deflate') return ((bytes[0] ?? 0) & 0x0f) === 8 ? createInflate(options) : createInflateRaw(options);
  if (name === 'br') return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
  return undefined;
}

async function unpack(bytes: Buffer, decoder: Gunzip | BrotliDecompress, limit: number) {
  const chunks: Buffer[] = [];
  let length = 0;
  let broken = false;
  try {
    for await (const chunk of Readable.from([bytes]).pipe(decoder)) {
      if (!Buffer.isBuffer(chunk)) continue;
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) break;
    }
  } catch {
    broken = true;
  } finally {
    decoder.destroy();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), truncated: length > limit, broken };
}
