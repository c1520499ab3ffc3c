import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So many bytes are taken by bodies before their remains are collected: as many stay in the memory at the most. */
const BETWEEN = 12 * 1024 * 1024;

/** What a value or name takes, in its copies for the redactor and the picture of the resource as well. */
const PART = 150;

let taken = 0;
let collect: (() => void) | undefined;

/**
 * Notes that a body was read. V8 lets a heap grow for as long as the machine has memory, so answers of megabytes would pile up
 * to many times what a run needs. In an ordinary run this collects twice, which keeps it 20 MiB smaller.
 *
 * @param bytes its length
 * @param parts how many values and names it has
 */
export function noteBody(bytes: number, parts: number): void {
  taken += bytes + parts * PART;
  if (taken < BETWEEN) return;
  taken = 0;
  collect ??= collector();
  collect();
}

/** Node has no other way to ask for it than the flag, which may be set at any time. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => found() : () => undefined;
}
