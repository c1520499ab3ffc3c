import { pick, type Random } from '../client/values/random.js';
import type { Coverage } from './coverage.js';
import { type History, type HistoryStep, keyIn } from './history-step.js';
import type { Material } from './material.js';
import { drawLook } from './moves/looks.js';
import { type Move, plainly } from './moves/move.js';
import { type Pair, pairsOf } from './pairs.js';
import { after, living, NOBODY, type Population } from './population.js';
import type { Theme } from './themes.js';

/** What steers a draw. */
export interface Steering {
  readonly theme: Theme;
  readonly material: Material;
  readonly coverage: Coverage;
  /** Whether what a step tries is known to fail: what stands behind it would not be seen. */
  isKnown(pair: Pair): boolean;
  /** Whether whole lists are read: not where they are long. */
  readonly lists: boolean;
}

/** So many steps of a kind are drawn to choose from. */
const CHOICES = 4;

/** So many kinds are tried before a history ends early: nothing is left to do with those who are there. */
const ATTEMPTS = 40;

/**
 * Draws a history: things that the directory does, looks at what came of them, and at the end a look at every group. It follows from
 * the random numbers and from what was visited before.
 *
 * @param steering what it is made of, and what it prefers
 * @param length how many things the directory does once the theme has begun
 * @param random the source
 */
export function drawHistory(steering: Steering, length: number, random: Random): History {
  const { theme, material, coverage, lists } = steering;
  const history: HistoryStep[] = [];
  let population: Population = NOBODY;
  const append = (steps: readonly HistoryStep[]): boolean => {
    let next: Population = population;
    for (const step of steps) {
      const changed = after(next, step);
      if (changed === undefined) return false;
      next = changed;
    }
    for (const step of steps) {
      coverage.visit(pairsOf(step, population));
      history.push(step);
      population = after(population, step) ?? population;
    }
    return steps.length > 0;
  };
  for (const move of theme.opening) append(best(steering, move, population, random));
  let done = 0;
  for (let attempt = 0; done < length && attempt < ATTEMPTS; attempt += 1) {
    const steps = best(steering, pick(random, theme.moves), population, random);
    if (!append(steps)) continue;
    done += 1;
    const look = random() < 0.5 ? drawLook(population, material, random, steps[0] === undefined ? undefined : keyIn(steps[0])) : undefined;
    if (look !== undefined) append([look]);
  }
  const groups = living(population, 'Group').map(({ key }) => plainly({ kind: 'read', object: key }));
  const type = material.groups && random() < 0.4 ? 'Group' : 'User';
  return [...history, ...groups, ...(lists && random() < 0.3 ? [plainly({ kind: 'list', resource: type })] : [])];
}

/** The newest of some draws of a kind, and none that is known to fail while there is another. */
function best({ material, coverage, isKnown }: Steering, move: Move, population: Population, random: Random): readonly HistoryStep[] {
  const drawn = Array.from({ length: CHOICES }, () => move(population, material, random)).filter((steps) => steps.length > 0);
  let chosen: { readonly steps: readonly HistoryStep[]; readonly worth: number } = { steps: [], worth: Number.NEGATIVE_INFINITY };
  for (const steps of drawn) {
    const pairs = steps.flatMap((step) => pairsOf(step, population));
    const worth = pairs.some(isKnown) ? -1 : coverage.newIn(pairs) + random();
    if (worth > chosen.worth) chosen = { steps, worth };
  }
  return chosen.steps;
}
