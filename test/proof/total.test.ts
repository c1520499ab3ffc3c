import { expect, test } from 'vitest';
import { type Proven, totalOf } from './total.js';

const proven = (name: string, kind: Proven['kind'], found: string[], missing: string[], others: string[]): Proven => ({
  name,
  kind,
  found,
  missing,
  others,
  line: name,
});

test('the total tells the found from the missed, and false alarms from silence', () => {
  const all = [
    proven('named', 'defect', ['SC0001'], [], []),
    proven('half', 'defect', ['SC0002'], ['SC0003'], []),
    proven('elsewhere', 'defect', [], ['SC0003'], ['SC0001']),
    proven('missed', 'defect', [], ['SC0003'], []),
    proven('silent', 'variant', [], [], []),
    proven('alarmed', 'variant', [], [], ['SC0001']),
  ];
  expect(totalOf(all, ['SC0001', 'SC0002', 'SC0003']).split('\n')).toEqual([
    'checks proven by a defect       2 of 3 (not SC0003)',
    'defects found by their check    1 of 4',
    'found by other checks alone     2 (half, elsewhere)',
    'missed                          1 (missed)',
    'with an unrelated check red     1 (elsewhere)',
    'variants with a false alarm     1 of 2 (alarmed)',
    'detection rate                  75.0 %',
  ]);
});
