import { describe, expect, it } from 'vitest';
import { exitCodeOf, verdictsOf } from '../../src/event/verdict.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { MappedAttribute, Mapping } from '../../src/mapping/mapping.js';
import { scenariosNamed } from '../scenario/shipped.js';
import { playSample } from './harness.js';

const row = (name: string, expression: string, type: MappedAttribute['type'] = 'String', line = 7): MappedAttribute => ({
  name,
  type,
  filterable: name === 'userName',
  required: name === 'userName',
  expression,
  line,
});
const ROWS = [
  row('userName', '[userPrincipalName]'),
  row('title', '[extensionAttribute1]'),
  row('nickName', 'ToUpper([extensionAttribute2])'),
  row('displayName', '[proxyAddresses]'),
  row('userType', 'FormatDateTime([employeeHireDate], , "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd")'),
  row('timezone', 'Item([proxyAddresses], 1)'),
];
const mappingWith = (...more: MappedAttribute[]): Mapping => ({
  ...DEFAULT_MAPPING,
  users: [...ROWS, ...more],
  capabilities: { create: true, update: false, remove: false, groups: false },
});

async function created(mapping: Mapping) {
  const scenarios = scenariosNamed('users/joiner');
  const { exchanges, events } = await playSample({}, { mapping, scenarios, dialects: ['entra-default'] });
  const body = exchanges.find(({ purpose, scenario }) => purpose === 'create' && scenario === 'users/joiner')?.request.body ?? '{}';
  return { body: JSON.parse(body) as Record<string, unknown>, events };
}

describe('attributes of the directory of which nothing is known', () => {
  it('have a value of their type, also inside functions', async () => {
    const { body } = await created(mappingWith());
    expect(body).toMatchObject({
      title: expect.any(String),
      nickName: expect.stringMatching(/^[^a-z]+$/),
      displayName: expect.any(String),
      userType: '2026-04-01',
      timezone: expect.stringContaining('@'),
    });
  });

  it('are the only ones that are made up: what cannot be evaluated is told, and nobody is ready without it', async () => {
    const { body, events } = await created(
      mappingWith(row('locale', 'Foo([mail])', 'String', 12), row('profileUrl', 'DateAdd("x", 1, [mail])', 'String', 13)),
    );
    expect(body['locale']).toBeUndefined();
    const started = events.find((event) => event.type === 'run-started');
    expect(started?.mapping.unsent).toEqual([
      { name: 'locale', reason: 'the function Foo is not known (line 12, character 1 of the expression)' },
      { name: 'profileUrl', reason: expect.stringContaining('(line 13)') },
    ]);
    const [verdict] = verdictsOf(events);
    expect(verdict).toMatchObject({ verdict: 'incomplete', reason: expect.stringContaining('mapped, but never sent: locale') });
    expect(exitCodeOf(events)).toBe(1);
  });
});
