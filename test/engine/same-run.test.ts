import { describe, expect, it } from 'vitest';
import type { ExchangeEvent } from '../../src/event/event.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

/** What a request is, whatever ids the target gave away and whatever it answered with. */
function told(exchanges: readonly ExchangeEvent[]): string[] {
  const names = new Map<string, string>();
  const ids = exchanges.flatMap(({ response }) => [...(response?.body ?? '').matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id));
  for (const id of ids) names.set(id, names.get(id) ?? `<id ${names.size + 1}>`);
  const bare = (text: string): string =>
    [...names]
      .reduce((rest, [id, name]) => rest.replaceAll(id, name), text)
      .replaceAll(/"(created|lastModified|version|location)":"[^"]*"/g, '"$1"');
  return exchanges
    .filter(({ purpose }) => purpose !== 'cleanup')
    .map(({ request }) =>
      bare([request.method, request.url.replace(/^https?:\/\/[^/]+/, ''), JSON.stringify(request.headers), request.body].join(' ')),
    );
}

describe('the same seed', () => {
  it('sends the same run, byte for byte', async () => {
    const one = await playSample({}, { seed: 4, jobs: 1, runId: 'one' });
    const two = await playSample({}, { seed: 4, jobs: 1, runId: 'two' });
    expect(one.exchanges.length).toBeGreaterThan(500);
    expect(told(two.exchanges)).toEqual(told(one.exchanges));
  });

  it('does so with the clients that are played on request, which draw passwords, names and ids of their own', async () => {
    const dialects = ['entra-on-demand', 'okta-granular'] as const;
    const scenarios = scenariosNamed('users/joiner', 'users/leaver', 'users/returner', 'users/password', 'users/delete', 'groups/push');
    const [one, two] = await Promise.all(['one', 'two'].map((runId) => playSample({}, { seed: 4, jobs: 1, runId, dialects, scenarios })));
    for (const dialect of dialects) expect(one?.exchanges.some((each) => each.dialect === dialect && each.purpose === 'create')).toBe(true);
    expect(told(two?.exchanges ?? [])).toEqual(told(one?.exchanges ?? []));
  });

  it('is what people and requests follow from', async () => {
    const scenarios = scenariosNamed('users/joiner');
    const [one, two] = [await playSample({}, { seed: 4, scenarios }), await playSample({}, { seed: 5, scenarios })];
    expect(two.exchanges).toHaveLength(one.exchanges.length);
    expect(told(two.exchanges)).not.toEqual(told(one.exchanges));
  });
});
