import { expect, test } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { type Outcome, playSample } from './play.js';

const DIALECTS: readonly Dialect[] = ['entra-default', 'okta-aiw', 'rfc'];
const COMBINATIONS: readonly (readonly string[])[] = [
  ['op-case-sensitive'],
  ['value-path-wrong-element'],
  ['put-ignores-members'],
  ['duplicate-400', 'error-status-number'],
  ['remove-ignored', 'items-per-page-is-count'],
];

/** What was found, without which exchange showed it first. */
const essence = ({ findings }: Outcome): string[] => findings.map((each) => `${each.dialect} ${each.check}`).sort();

test.each(COMBINATIONS.map((defects) => [defects.join(' and '), defects] as const))(
  '%s: order, parallelism and seed change no finding',
  async (_name, defects) => {
    const first = essence(await playSample({ defects }, DIALECTS, { jobs: 1 }));
    expect(first.length).toBeGreaterThan(0);
    const otherwise = { jobs: 8, scenarios: [...SCENARIOS].reverse(), seed: 4711 };
    expect(essence(await playSample({ defects }, DIALECTS, otherwise)), 'eight jobs, reversed, another seed').toEqual(first);
  },
);
