import { expect, it } from 'vitest';
import type { LedgerRecord } from '../../src/engine/ledger/ledger-record.js';
import { type LedgerHandle, ledgerWriter } from '../../src/engine/ledger/ledger-writer.js';
import { VirtualClock } from '../base/virtual-clock.js';

/** A file in memory that shows in which order it was written and synced. */
class Disk implements LedgerHandle {
  readonly calls: string[] = [];
  content = Buffer.alloc(0);
  failing = 0;
  /** Syncs wait until they are let go. */
  held: (() => void)[] | undefined;

  async write(bytes: Buffer, _offset: number, _length: number, position: number): Promise<{ readonly bytesWritten: number }> {
    const isBroken = this.failing > 0;
    if (isBroken) this.failing -= 1;
    const written = isBroken ? bytes.subarray(0, bytes.length - 3) : bytes;
    this.calls.push(`write ${written.toString().trim().split('\n').length}`);
    this.content = Buffer.concat([this.content.subarray(0, position), written, this.content.subarray(position + written.length)]);
    if (isBroken) throw new Error('no space');
    return { bytesWritten: written.length };
  }

  async sync(): Promise<void> {
    this.calls.push('sync');
    await new Promise<void>((done) => {
      if (this.held === undefined) done();
      else this.held.push(done);
    });
  }

  async truncate(length = 0): Promise<void> {
    this.content = this.content.subarray(0, length);
  }

  async utimes(): Promise<void> {}
  async close(): Promise<void> {}
}

const deleted = (n: number): LedgerRecord => ({ type: 'deleted', n });
const started = (disk: Disk) => ledgerWriter(disk, (text) => text, new VirtualClock());
const turn = () => new Promise((resolve) => setImmediate(resolve));
const lines = (disk: Disk) =>
  disk.content
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).n);

it('a record that must be secure is on the disk before anybody goes on', async () => {
  const disk = new Disk();
  disk.held = [];
  let isSecure = false;
  const secure = started(disk)
    .secure(deleted(1))
    .then(() => {
      isSecure = true;
    });
  await turn();
  expect([disk.calls, isSecure]).toEqual([['write 1', 'sync'], false]);
  disk.held[0]?.();
  await secure;
  expect(isSecure).toBe(true);
});

it('another record is written, and waits for no disk', async () => {
  const disk = new Disk();
  await started(disk).append(deleted(1));
  expect(disk.calls).toEqual(['write 1']);
});

it('what comes while the disk is busy goes to it together, in order, with one sync', async () => {
  const disk = new Disk();
  disk.held = [];
  const writer = started(disk);
  const first = writer.secure(deleted(1));
  await turn();
  const others = [writer.secure(deleted(2)), writer.append(deleted(3)), writer.secure(deleted(4))];
  await turn();
  disk.held[0]?.();
  await first;
  await turn();
  disk.held[1]?.();
  await Promise.all(others);
  expect(disk.calls).toEqual(['write 1', 'sync', 'write 3', 'sync']);
  expect(lines(disk)).toEqual([1, 2, 3, 4]);
});

it('a write that failed is told to all who asked, and leaves nothing in the way of the next', async () => {
  const disk = new Disk();
  disk.held = [];
  const writer = started(disk);
  const first = writer.secure(deleted(1));
  await turn();
  const failed = Promise.allSettled([writer.secure(deleted(2)), writer.append(deleted(3))]);
  disk.failing = 1;
  disk.held[0]?.();
  await first;
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  disk.held = undefined;
  await writer.secure(deleted(4));
  expect(lines(disk)).toEqual([1, 4]);
});

it('closing waits for what was asked for', async () => {
  const disk = new Disk();
  const writer = started(disk);
  void writer.append(deleted(1));
  void writer.append(deleted(2));
  await writer.close();
  expect(lines(disk)).toEqual([1, 2]);
});
