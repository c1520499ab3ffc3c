import type { Random } from '../client/values/random.js';
import { type Coverage, type Pair, pairsOf } from './coverage.js';
import type { History, HistoryStep } from './history.js';
import type { Material } from './material.js';
import { drawLook, drawMoves } from './moves.js';
import { after, living, NOBODY, type Population } from './population.js';

/** What steers a draw. */
export interface Steering {
  readonly material: Material;
  readonly coverage: Coverage;
  /** Whether what a step tries is known to fail: what stands behind it would not be seen. */
  isKnown(pair: Pair): boolean;
  /** Whether whole lists are read: not where they are long. */
  readonly lists: boolean;
}

/**
 * Draws a history: things that the directory does, looks at what came of them, and at the end a look at everybody. It follows from
 * the random numbers and from what was visited before.
 *
 * @param steering what it is made of, and what it prefers
 * @param length how many things the directory does
 * @param random the source
 */
export function drawHistory(steering: Steering, length: number, random: Random): History {
  const { material, coverage } = steering;
  const history: HistoryStep[] = [];
  let population: Population = NOBODY;
  for (let done = 0; done < length; done += 1) {
    const step = best(steering, population, random);
    coverage.visit(pairsOf(step, population));
    history.push(step);
    population = after(population, step.intent) ?? population;
    const look = random() < 0.6 ? drawLook(population, material, random, keyIn(step)) : undefined;
    if (look !== undefined) history.push(look);
  }
  const groups = living(population, 'Group').map(({ key }): HistoryStep => ({ intent: { kind: 'read', object: key }, shapes: {} }));
  const lists: HistoryStep[] =
    steering.lists && random() < 0.3
      ? [{ intent: { kind: 'list', resource: material.groups && random() < 0.4 ? 'Group' : 'User' }, shapes: {} }]
      : [];
  return [...history, ...groups, ...lists];
}

/** The newest of some steps, and none that is known to fail while there is another. */
function best({ material, coverage, isKnown }: Steering, population: Population, random: Random): HistoryStep {
  const drawn = drawMoves(population, material, random).map((step) => {
    const pairs = pairsOf(step, population);
    return { step, worth: pairs.some(isKnown) ? -1 : coverage.newIn(pairs) + random() };
  });
  return drawn.reduce((one, other) => (other.worth > one.worth ? other : one)).step;
}

function keyIn({ intent }: HistoryStep): string | undefined {
  return intent.kind === 'create' ? intent.object.key : 'object' in intent ? intent.object : undefined;
}
