import { expect, it } from 'vitest';
import { changeEntry, entriesOf, isMade, type LedgerRecord, parseLedger, recordOf } from '../../src/engine/ledger/ledger-record.js';

const hidden = (text: string): string => text.replaceAll('hunter2', '***');
const planned = (n: number, name: string) => ({ type: 'planned', n, resourceType: 'User', name, dialect: 'rfc' }) as const;
const entry = (n: number, name: string) => ({ n, resourceType: 'User', name, dialect: 'rfc' }) as const;

it.each([
  [{ type: 'run', runId: 'r', target: 'https://x/hunter2', time: 't', dialects: [] }, { target: 'https://x/***' }],
  [
    { ...planned(1, 'hunter2@x'), traces: ['a', 'hunter2'] },
    { name: '***@x', traces: ['a', '***'] },
  ],
  [{ type: 'named', n: 1, name: 'hunter2' }, { name: '***' }],
  [{ type: 'traced', n: 1, trace: 'hunter2' }, { trace: '***' }],
  [{ type: 'created', n: 1, id: 'hunter2' }, { id: '***' }],
] satisfies readonly (readonly [LedgerRecord, object])[])('no secret goes to the disk with %j', (record, changed) => {
  expect(recordOf(record, hidden)).toEqual({ ...record, ...changed });
});

it.each([
  planned(1, 'ann'),
  { type: 'answered', n: 1 },
  { type: 'removed', n: 1 },
  { type: 'refused', n: 1, status: 409 },
  { type: 'deleted', n: 1 },
  { type: 'closed' },
] satisfies readonly LedgerRecord[])('%j goes to the disk as it is', (record) => {
  expect(recordOf(record, hidden)).toEqual(record);
});

it('what the target said to have created is known for good, what was deleted is open no more', () => {
  const { open, made } = entriesOf([
    { type: 'run', runId: 'r', target: 't', time: 't', dialects: [] },
    planned(1, 'only planned'),
    planned(2, 'created'),
    planned(3, 'answered'),
    planned(4, 'deleted'),
    planned(5, 'refused'),
    { type: 'created', n: 2, id: 'id-2' },
    { type: 'answered', n: 3 },
    { type: 'removed', n: 3 },
    { type: 'named', n: 3, name: 'another' },
    { type: 'named', n: 3, name: 'a third' },
    { type: 'traced', n: 3, trace: 'an address' },
    { type: 'created', n: 4, id: 'id-4' },
    { type: 'deleted', n: 4 },
    { type: 'refused', n: 5, status: 409 },
    { type: 'created', n: 9, id: 'of nothing that was planned' },
    { type: 'closed' },
  ]);
  expect([...open.values()]).toEqual([
    entry(1, 'only planned'),
    { ...entry(2, 'created'), id: 'id-2' },
    { ...entry(3, 'answered'), answered: true, removed: true, names: ['another', 'a third'], traces: ['an address'] },
    { ...entry(5, 'refused'), refused: 409 },
  ]);
  expect([...made.keys()]).toEqual([2, 3, 4]);
  expect(made.get(3)?.names).toEqual(['another', 'a third']);
});

it('more is known of what is open, and of nothing else', () => {
  const entries = entriesOf([planned(1, 'ann'), planned(2, 'bob')]);
  changeEntry(entries, 1, { id: 'id-1' });
  changeEntry(entries, 2, { refused: 409 });
  changeEntry(entries, 3, { id: 'id-3' });
  expect([...entries.open.keys()]).toEqual([1, 2]);
  expect([...entries.made.values()]).toEqual([{ ...entry(1, 'ann'), id: 'id-1' }]);
  expect([...entries.open.values()].map(isMade)).toEqual([true, false]);
});

it.each([
  [
    { pid: 1, place: 'here', started: '5' },
    { pid: 1, place: 'here', started: '5' },
  ],
  [
    { pid: 1, place: 'here', started: 5 },
    { pid: 1, place: 'here' },
  ],
  [{ pid: '1', place: 'here' }, undefined],
])('a run that was written by %j was written by %j', (by, expected) => {
  const line = JSON.stringify({ type: 'run', runId: 'r', target: 't', time: 't', dialects: [], by });
  const read = parseLedger(Buffer.from(`${line}\n`));
  expect('run' in read ? read.run.by : read.error).toEqual(expected);
});
