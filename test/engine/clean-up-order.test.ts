import { describe, expect, it } from 'vitest';
import { Wire } from '../../src/engine/exchange/wire.js';
import type { LedgerEntry } from '../../src/engine/ledger/ledger-entry.js';
import { cleanUp } from '../../src/engine/run/cleanup.js';
import { parseTarget } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import type { ScimRequest, ScimResponse } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';

const entry = (n: number, resourceType: LedgerEntry['resourceType'], id?: string, name = `name ${n}`): LedgerEntry => ({
  n,
  resourceType,
  name,
  dialect: 'rfc',
  ...(id === undefined ? {} : { id }),
});

/** Cleans up against a server that is told what to answer; shows what was sent, and how much of it at the same time. */
async function cleaned(entries: readonly LedgerEntry[], jobs: number, answer: (request: ScimRequest) => Partial<ScimResponse>) {
  const sent: string[] = [];
  let busy = 0;
  let most = 0;
  const transport: Transport = {
    async send(request) {
      sent.push(`${request.method} ${request.target.split('=')[0]}`);
      busy += 1;
      most = Math.max(most, busy);
      await new Promise((resolve) => setImmediate(resolve));
      busy -= 1;
      return { ok: true, response: { status: 404, headers: [], text: '', milliseconds: 1, truncated: false, ...answer(request) } };
    },
    close: async () => undefined,
  };
  const parsed = parseTarget('http://sample.test/scim/v2');
  if (!parsed.ok) throw new Error(parsed.message);
  const clock = new VirtualClock();
  const struck: number[] = [];
  const ledger = { open: () => entries, deleted: async (n: number) => void struck.push(n) };
  const result = await cleanUp(
    new Wire(
      parsed.target,
      transport,
      () => undefined,
      clock,
      (text) => text,
      60_000,
    ),
    ledger,
    entries.length,
    clock,
    jobs,
  );
  return { sent, most, struck, result };
}

const gone = (): Partial<ScimResponse> => ({ status: 404 });

describe('the clean-up', () => {
  const entries = [entry(5, 'User'), entry(4, 'User', 'u4'), entry(3, 'Group', 'g3'), entry(2, 'Group'), entry(1, 'User', 'u1')];

  it('removes groups before the people in them, and what has an id before it looks for names', async () => {
    const { sent, struck } = await cleaned(entries, 1, gone);
    expect(sent).toEqual(['DELETE /Groups/g3', 'DELETE /Users/u4', 'DELETE /Users/u1', 'GET /Groups?filter', 'GET /Users?filter']);
    expect(struck).toEqual([3, 4, 1, 2, 5]);
  });

  it('takes several of a kind at a time, and never two kinds', async () => {
    const users = Array.from({ length: 9 }, (_, index) => entry(index + 2, 'User', `u${index}`));
    const { sent, most } = await cleaned([...users, entry(1, 'Group', 'g')], 3, gone);
    expect(most).toBe(3);
    expect(sent[0]).toBe('DELETE /Groups/g');
    expect(sent).toHaveLength(10);
  });

  it('tells what is left in the order of the ledger, whatever came first', async () => {
    const { result, struck } = await cleaned(
      entries.filter(({ id }) => id !== undefined),
      3,
      ({ method, target }) => (target.endsWith('u4') || target.endsWith('g3') ? { status: method === 'GET' ? 200 : 405 } : gone()),
    );
    expect(result.left.map(({ id, unsupported }) => [id, unsupported])).toEqual([
      ['u4', true],
      ['g3', true],
    ]);
    expect([struck, result.deleted]).toEqual([[1], 1]);
  });
});
