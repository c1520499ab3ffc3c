import { writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Clock } from '../../base/clock.js';
import { keepAlive } from './heartbeat.js';
import { type LedgerRecord, recordOf } from './ledger-record.js';

/** What the writer needs of the open file. */
export interface LedgerHandle extends Pick<FileHandle, 'sync' | 'truncate' | 'utimes' | 'close'> {
  write(bytes: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesWritten: number }>;
}

/**
 * The open file as the writer needs it. A few hundred bytes are handed to the operating system sooner than to a thread that does so.
 *
 * @param file is closed by the writer
 */
export function ledgerHandle(file: FileHandle): LedgerHandle {
  return {
    write: async (bytes, offset, length, position) => ({ bytesWritten: writeSync(file.fd, bytes, offset, length, position) }),
    sync: () => file.sync(),
    truncate: (length) => file.truncate(length),
    utimes: (accessed, modified) => file.utimes(accessed, modified),
    close: () => file.close(),
  };
}

/** Appends records, in the order in which it is asked to. */
export interface LedgerWriter {
  /** Resolves when the record is on the disk, where a power cut cannot reach it. */
  secure(record: LedgerRecord): Promise<void>;
  /** Resolves when the record is in the hands of the operating system: it survives the end of the process, however that comes. */
  append(record: LedgerRecord): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly line: Buffer;
  readonly secure: boolean;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes records to an open ledger. Several scenarios are under way at once: what they ask for while a write is under way goes
 * to the disk together, with one sync.
 *
 * @param handle the open file; the writer closes it
 * @param redact takes secrets out of a text
 * @param clock times the signs of life
 * @param start length of what is there already, in bytes
 */
export function ledgerWriter(handle: LedgerHandle, redact: (text: string) => string, clock: Clock, start = 0): LedgerWriter {
  let position = start;
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  const stop = keepAlive(handle, clock);

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const bytes = Buffer.concat(batch.map(({ line }) => line));
    try {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
        done += bytesWritten;
      }
      if (batch.some(({ secure }) => secure)) await handle.sync();
      // Only now: what follows a batch that failed is written over its remains.
      position += bytes.length;
      for (const { done } of batch) done();
    } catch (error) {
      // A part of a line may be left, which would make the lines after it unreadable.
      await handle.truncate(position).catch(() => undefined);
      for (const { failed } of batch) failed(error);
    }
  };
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await write(batch);
    }
    running = undefined;
  };
  const add = (record: LedgerRecord, secure: boolean): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ line: Buffer.from(`${JSON.stringify(recordOf(record, redact))}\n`, 'utf8'), secure, done, failed });
      running ??= flush();
    });

  return {
    secure: (record) => add(record, true),
    append: (record) => add(record, false),
    async close() {
      stop();
      await running;
      await handle.close();
    },
  };
}
