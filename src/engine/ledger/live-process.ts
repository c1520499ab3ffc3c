import { readFile, readlink } from 'node:fs/promises';
import { uptime } from 'node:os';
import { defined } from '../../base/defined.js';
import { isObject, type Json } from '../../scim/json.js';

/** What tells a process from all others, for as long as it exists: also while it is stopped and shows no sign of life. */
export interface ProcessMark {
  readonly pid: number;
  /** Where the number counts. Linux: the machine's start and the namespace of process numbers; elsewhere it is empty. */
  readonly place: string;
  /** When the process was started, in the kernel's own count: a number is given again. Linux alone tells it in a file. */
  readonly started?: string;
}

/** The process that this is. */
export async function thisProcess(): Promise<ProcessMark> {
  const { pid } = process;
  return { pid, place: await placeHere(), ...defined({ started: (await factsOf(pid))?.started }) };
}

/**
 * Whether a process exists.
 *
 * @param mark the process
 * @param seen when it was there, in milliseconds since 1970: what was there before the machine was started is gone
 * @param now the time, in the same count
 * @returns undefined when nothing can be told of it: one of another machine or container
 */
export async function isRunning({ pid, place, started }: ProcessMark, seen: number, now: number): Promise<boolean | undefined> {
  if (place !== (await placeHere())) return undefined;
  if (started !== undefined) return (await factsOf(pid))?.started === started;
  // The ledger may have come from another machine of its kind.
  return seen > now - uptime() * 1000 && exists(pid) ? true : undefined;
}

/**
 * The mark in a line of a ledger.
 *
 * @param value the line's member
 * @returns undefined when it is none
 */
export function processMark(value: Json | undefined): ProcessMark | undefined {
  if (!isObject(value)) return undefined;
  const { pid, place, started } = value;
  // 0 and negative numbers mean groups of processes.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1 || typeof place !== 'string') return undefined;
  return { pid, place, ...(typeof started === 'string' ? { started } : {}) };
}

async function placeHere(): Promise<string> {
  const [start, namespace] = await Promise.all([
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => ''),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return `${start.trim()} ${namespace}`.trim();
}

/** What the kernel of Linux says of a living process, see proc(5); one that has ended and was not waited for is not living. */
async function factsOf(pid: number): Promise<{ readonly started?: string } | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name of the program is in brackets, and may hold blanks and brackets.
  const [state = '', ...fields] = line?.slice(line.lastIndexOf(')') + 2).split(' ') ?? [];
  return line === undefined || /^[ZXx]/.test(state) ? undefined : defined({ started: fields[18] });
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It exists, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
