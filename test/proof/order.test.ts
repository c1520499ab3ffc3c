import { expect, test } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { type Outcome, playSample } from './play.js';

/** Two defects before all three families, for what one client leaves to the next; the others before one that meets them. */
const COMBINATIONS: readonly (readonly [defects: readonly string[], dialects: readonly Dialect[]])[] = [
  [['op-case-sensitive'], ['entra-default']],
  [['value-path-wrong-element'], ['entra-aadOptscim062020']],
  [['put-ignores-members'], ['okta-aiw']],
  [
    ['duplicate-400', 'error-status-number'],
    ['entra-default', 'okta-aiw', 'rfc'],
  ],
  [['remove-ignored', 'items-per-page-is-count'], ['rfc']],
];

/** What was found, without which exchange showed it first. */
const essence = ({ findings }: Outcome): string[] => findings.map((each) => `${each.dialect} ${each.check}`).sort();

test.each(COMBINATIONS.map(([defects, dialects]) => [defects.join(' and '), defects, dialects] as const))(
  '%s: order, parallelism and seed change no finding',
  async (_name, defects, dialects) => {
    const first = essence(await playSample({ defects }, dialects, { jobs: 1 }));
    expect(first.length).toBeGreaterThan(0);
    const otherwise = { jobs: 8, scenarios: [...SCENARIOS].reverse(), seed: 4711 };
    expect(essence(await playSample({ defects }, dialects, otherwise)), 'eight jobs, reversed, another seed').toEqual(first);
  },
);
