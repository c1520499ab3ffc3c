import { expect, it } from 'vitest';
import type { Dialect } from '../../../src/client/client.js';
import { CLIENTS } from '../../../src/client/registry.js';
import { ScenarioState } from '../../../src/engine/scenario/scenario-state.js';
import { scenariosNamed } from '../../scenario/shipped.js';

/** What a scenario makes up: digits, a mark, two GUIDs and a password. */
function madeUp(seed: number, dialect: Dialect, id: string): { readonly values: readonly string[]; readonly ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  const secrets: string[] = [];
  const run = { madeUpIds: ids, onSecret: (secret: string) => secrets.push(secret) } as never;
  const [scenario] = scenariosNamed(id);
  if (scenario === undefined) throw new Error('no scenario');
  const state = new ScenarioState(scenario, run, CLIENTS[dialect], { seed, domain: 'example.com' } as never);
  const values = [state.text('${random.digits}'), state.text('${random.mark}'), state.text('${random.uuid}'), state.madeUpId()];
  const password = state.password('ann');
  expect(secrets).toEqual([password]);
  return { values: [...values, password, state.password('ben')], ids };
}

it('what a scenario makes up is the same in the same run, and shared with no other scenario, client or seed', () => {
  const { values, ids } = madeUp(1, 'rfc', 'users/joiner');
  expect(madeUp(1, 'rfc', 'users/joiner').values).toEqual(values);
  expect(new Set(values).size).toBe(values.length);
  // Nobody has these ids, so they may be written to.
  expect([...ids]).toEqual(values.slice(2, 4));
  for (const other of [madeUp(2, 'rfc', 'users/joiner'), madeUp(1, 'okta-oin', 'users/joiner'), madeUp(1, 'rfc', 'users/leaver')])
    expect(other.values.filter((value) => values.includes(value))).toEqual([]);
});
