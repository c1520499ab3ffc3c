import { describe, expect, it } from 'vitest';
import { REDACTED } from '../../src/base/redacted.js';
import { cleanUp } from '../../src/engine/cleanup/cleanup.js';
import { Wire } from '../../src/engine/exchange/wire.js';
import type { LedgerEntry } from '../../src/engine/ledger/ledger-entry.js';
import { isMade } from '../../src/engine/ledger/ledger-record.js';
import { memoryLedger } from '../../src/engine/ledger/memory-ledger.js';
import { parseTarget } from '../../src/http/target.js';
import type { Transport } from '../../src/http/transport.js';
import type { Json } from '../../src/scim/json.js';
import { nameAttribute, type ScimRequest, type ScimResponse } from '../../src/scim/message.js';
import { VirtualClock } from '../base/virtual-clock.js';

const nameOf = (n: number): string => `ann.sc2abcde${'abcdefghijk'.charAt(n)}`;

const entry = (n: number, resourceType: LedgerEntry['resourceType'], id?: string, name = nameOf(n)): LedgerEntry => ({
  n,
  resourceType,
  name,
  dialect: 'rfc',
  ...(id === undefined ? {} : { id }),
});

/** Cleans up against a server that is told what to answer; shows what was sent, and how much of it at the same time. */
async function cleaned(
  entries: readonly LedgerEntry[],
  jobs: number,
  answer: (request: ScimRequest) => Partial<ScimResponse>,
  created = entries.length,
) {
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
  const ledger = {
    ...memoryLedger(),
    open: () => entries,
    made: () => entries.filter(isMade),
    deleted: async (n: number) => void struck.push(n),
  };
  const result = await cleanUp(
    new Wire({ target: parsed.target, transport, sink: () => undefined, clock, hide: (text) => text, milliseconds: 60_000 }),
    ledger,
    created,
    clock,
    { jobs },
  );
  return { sent, most, struck, result };
}

const NOTHING: Partial<ScimResponse> = { status: 200, body: { totalResults: 0, Resources: [] } };

/** A server that has the entries' resources until they are deleted; `keeps` tells of those whose DELETE it refuses. */
function server(entries: readonly LedgerEntry[], keeps: (id: string) => boolean = () => false) {
  const gone = new Set<string>();
  return ({ method, target }: ScimRequest): Partial<ScimResponse> => {
    if (target.includes('?')) return NOTHING;
    const id = target.split('/').at(-1) ?? '';
    const there = entries.find((each) => each.id === id);
    if (there === undefined || gone.has(id)) return { status: 404 };
    if (method === 'GET') return { status: 200, body: { id, [nameAttribute(there.resourceType)]: there.name } };
    if (keeps(id)) return { status: 405 };
    gone.add(id);
    return { status: 204 };
  };
}

describe('the clean-up', () => {
  const entries = [entry(5, 'User'), entry(4, 'User', 'u4'), entry(3, 'Group', 'g3'), entry(2, 'Group'), entry(1, 'User', 'u1')];

  it('counts as created whom it finds by name although no answer ever said so', async () => {
    const [lost, never] = [entry(1, 'User'), entry(2, 'User')];
    const there = { ...lost, id: 'u1' };
    const known = server([there]);
    const { result } = await cleaned(
      [lost, never],
      1,
      (request) => {
        const isLost = request.target.includes(encodeURIComponent(`"${lost.name}"`));
        if (!isLost || known({ ...request, target: '/Users/u1', method: 'GET' }).status === 404) return known(request);
        return { status: 200, body: { totalResults: 1, Resources: [{ id: 'u1', userName: lost.name }] } };
      },
      0,
    );
    expect(result).toMatchObject({ created: 1, deleted: 1, left: [] });
  });

  it('removes groups before the people in them, and what has an id before it looks for names', async () => {
    const { sent, struck } = await cleaned(entries, 1, server(entries));
    const looked = (path: string): string[] => [`GET ${path}`, `DELETE ${path}`, `GET ${path}`];
    const known = ['/Groups/g3', '/Users/u4', '/Users/u1'].flatMap(looked);
    // The last one asks whether the target is a SCIM server still: a gateway finds nobody, too.
    const lists = ['GET /Groups?startIndex', 'GET /Users?startIndex'];
    expect(sent).toEqual([...known, 'GET /Groups?filter', 'GET /Users?filter', ...Array(2).fill('GET /Users?filter'), ...lists]);
    expect(struck).toEqual([3, 4, 1, 2, 5]);
  });

  it('takes several of a kind at a time, and never two kinds', async () => {
    const users = Array.from({ length: 9 }, (_, index) => entry(index + 2, 'User', `u${index}`));
    const all = [...users, entry(1, 'Group', 'g')];
    const { sent, most } = await cleaned(all, 3, server(all));
    expect(most).toBe(3);
    expect(sent.slice(0, 3)).toEqual(['GET /Groups/g', 'DELETE /Groups/g', 'GET /Groups/g']);
    expect(sent.filter((each) => !each.includes('?'))).toHaveLength(30);
  });

  it('tells what is left in the order of the ledger, whatever came first', async () => {
    const known = entries.filter(({ id }) => id !== undefined);
    const { result, struck } = await cleaned(
      known,
      3,
      server(known, (id) => id !== 'u1'),
    );
    expect(result.left.map(({ id, unsupported }) => [id, unsupported])).toEqual([
      ['u4', true],
      ['g3', true],
    ]);
    expect([struck, result.deleted]).toEqual([[1], 1]);
  });

  it.each<[string, Partial<ScimResponse>]>([
    ['somebody else', { status: 200, body: { id: 'u4', userName: 'the.boss@example.com' } }],
    ['nobody in particular', { status: 200, body: { id: 'u4' } }],
    ['no resource', { status: 200, text: 'hello' }],
    ['an error', { status: 500 }],
  ])('does not delete what an id leads to when that is %s', async (_what, there) => {
    const { sent, struck, result } = await cleaned([entry(4, 'User', 'u4')], 1, ({ target }) => (target.includes('?') ? NOTHING : there));
    expect(sent.filter((each) => each.startsWith('DELETE'))).toEqual([]);
    expect([struck, result.left.length]).toEqual([[], 1]);
  });

  it.each(['.', '..', '%2e', '17/../u4', '17\\..\\u4', '17%2F..'])('does not put the id %s into a path', async (id) => {
    const { sent, result } = await cleaned([entry(4, 'User', id)], 1, () => ({ status: 204 }));
    expect(sent.filter((each) => !each.includes('?'))).toEqual([]);
    expect(result.left).toHaveLength(1);
  });

  it('knows what was renamed, or is shown without a name, by the values that the run sent', async () => {
    const renamed = { ...entry(2, 'User', 'u2'), names: ['new.sc3abcdef'] };
    const traced = { ...entry(1, 'User', 'u1'), traces: ['sc4abcdef'] };
    const shown: Record<string, Partial<ScimResponse>> = {
      '/Users/u2': { status: 200, body: { userName: 'NEW.SC3ABCDEF' } },
      '/Users/u1': { status: 200, body: { externalId: 'sc4abcdef' } },
    };
    const deleted = new Set<string>();
    const { result } = await cleaned([renamed, traced], 1, ({ method, target }) => {
      if (method === 'DELETE') deleted.add(target);
      return deleted.has(target) ? { status: 404 } : (shown[target] ?? NOTHING);
    });
    expect([result.left, [...deleted]]).toEqual([[], ['/Users/u2', '/Users/u1']]);
  });

  it('does not take a DELETE that nobody serves for one that found nothing', async () => {
    const serve = server(entries);
    const { struck, result } = await cleaned(entries, 1, (request) => (request.method === 'DELETE' ? { status: 404 } : serve(request)));
    expect([struck, result.left.map(({ id }) => id)]).toEqual([
      [2, 5],
      ['u4', 'g3', 'u1'],
    ]);
  });

  it.each<[string, number]>([
    ['its id leads to nobody', 404],
    ['its id leads to somebody else', 200],
  ])('looks for a resource by its name when %s, and removes it', async (_what, status) => {
    const deleted: string[] = [];
    const user = { id: 'u2', userName: nameOf(1) };
    const { result } = await cleaned([entry(1, 'User', 'u1')], 1, ({ method, target }) => {
      if (method === 'DELETE') deleted.push(target);
      const there = deleted.length === 0;
      if (target.includes('?')) return { status: 200, body: { totalResults: there ? 1 : 0, Resources: there ? [user] : [] } };
      if (target === '/Users/u1') return { status, body: { id: 'u1', userName: 'boss' } };
      return there ? { status: 200, body: user } : { status: 404 };
    });
    expect([result.left, deleted]).toEqual([[], ['/Users/u2']]);
  });

  it.each<[string, string]>([
    ['under whose name somebody is listed', 'u1'],
    ['that is listed under an id that would change the path', '1/../u1'],
  ])('deletes nobody for a resource %s', async (_what, id) => {
    const nameless = entry(1, 'User');
    const { sent, result } = await cleaned([{ ...nameless, answered: true }], 1, ({ target }) =>
      target.includes('?')
        ? { status: 200, body: { totalResults: 1, Resources: [{ id, userName: nameless.name }] } }
        : { status: 200, body: { id, userName: 'boss@example.com' } },
    );
    expect(sent.filter((each) => each.startsWith('DELETE'))).toEqual([]);
    expect(result.left).toHaveLength(1);
  });

  it.each<[string, boolean]>([
    ['removes', true],
    ['tells', false],
  ])('%s what the lists still show of the run at its end', async (_what, yields) => {
    const deleted: string[] = [];
    const undead = { id: 'u9', userName: nameOf(4) };
    const { result } = await cleaned([entry(4, 'User', 'u4')], 1, ({ method, target }) => {
      if (method === 'DELETE') deleted.push(target);
      const there = !(yields && deleted.includes('/Users/u9'));
      const shown = [...(there ? [undead] : []), { id: 'u1', userName: 'boss@example.com' }];
      if (target.includes('startIndex')) return { status: 200, body: { totalResults: shown.length, Resources: shown } };
      if (target.includes('?')) return NOTHING;
      if (target === '/Users/u4' && !deleted.includes(target)) return { status: 200, body: { id: 'u4', userName: nameOf(4) } };
      return target === '/Users/u9' && there ? { status: 200, body: undead } : { status: 404 };
    });
    expect(deleted).toEqual(['/Users/u4', '/Users/u9']);
    expect(result.left.map(({ id }) => id)).toEqual(yields ? [] : ['u9']);
  });

  it.each<[string, Json | undefined, readonly string[], readonly string[]]>([
    ['that is a number, and removes it', 9, ['/Users/u4', '/Users/9'], []],
    ['that would change a path, and tells it', '..', ['/Users/u4'], ['..']],
    ['that held a secret, and tells it', `u${REDACTED}`, ['/Users/u4'], [`u${REDACTED}`]],
    ['that is missing, and tells it', undefined, ['/Users/u4'], ['']],
  ])('sees in a list what it knows under an id %s', async (_what, id, removed, left) => {
    const deleted: string[] = [];
    const undead = { ...(id === undefined ? {} : { id }), userName: nameOf(4) };
    const { sent, result } = await cleaned([entry(4, 'User', 'u4')], 1, ({ method, target }) => {
      if (method === 'DELETE') deleted.push(target);
      const there = !deleted.includes('/Users/9');
      if (target.includes('startIndex')) return { status: 200, body: { totalResults: there ? 1 : 0, Resources: there ? [undead] : [] } };
      if (target.includes('?')) return NOTHING;
      if (target === '/Users/u4' && !deleted.includes(target)) return { status: 200, body: { id: 'u4', userName: nameOf(4) } };
      return target === '/Users/9' && there ? { status: 200, body: undead } : { status: 404 };
    });
    expect([deleted, result.left.map((each) => each.id)]).toEqual([removed, left]);
    expect(sent.filter((each) => /\.\.|redacted/.test(each))).toEqual([]);
  });

  it('does not take a DELETE for done when a gateway has come between', async () => {
    let looked = false;
    const { struck, result } = await cleaned([entry(4, 'User', 'u4')], 1, ({ method }) => {
      if (looked || method !== 'GET') return { status: 404, text: 'no such route' };
      looked = true;
      return { status: 200, body: { id: 'u4', userName: nameOf(4) } };
    });
    expect([struck, result.left.map(({ id }) => id)]).toEqual([[], ['u4']]);
  });

  it('does not take the 404 of a host that speaks no SCIM for a proof', async () => {
    const { struck, result } = await cleaned(entries, 2, () => ({ status: 404, text: '<html>not found</html>' }));
    expect([struck, result.left.length]).toEqual([[], entries.length]);
  });

  it('looks for what was refused only when the first of its name is gone', async () => {
    const second = { ...entry(2, 'User', undefined, 'ann.sc2ab4defg'), refused: 409 };
    const first = { ...entry(1, 'User', undefined, 'ann.sc2ab4defg'), answered: true };
    let there = true;
    const { result } = await cleaned([second, first], 4, ({ method, target }) => {
      const user = { id: 'u1', userName: 'ann.sc2ab4defg' };
      if (target.includes('?')) return { status: 200, body: { totalResults: there ? 1 : 0, Resources: there ? [user] : [] } };
      if (method === 'DELETE') there = false;
      return there ? { status: 200, body: user } : { status: method === 'DELETE' ? 204 : 404 };
    });
    expect([result.left, there]).toEqual([[], false]);
  });
});
