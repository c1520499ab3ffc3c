import { pick, type Random } from '../../client/values/random.js';
import type { IntentOf } from '../../scenario/intent.js';
import type { HistoryStep } from '../history-step.js';
import type { Material } from '../material.js';
import { type Figure, isSucceeded, type Population } from '../population.js';
import { plainly } from './move.js';

/**
 * Draws a look at what a step has done, or at somebody else.
 *
 * @param population the directory after the step
 * @param material says which looks the client has
 * @param random the source
 * @param key whom the step was about
 */
export function drawLook(population: Population, material: Material, random: Random, key: string | undefined): HistoryStep | undefined {
  const figures = [...population.values()].filter((figure) => !isSucceeded(population, figure.key));
  const figure = figures.find((each) => each.key === key && random() < 0.7) ?? (figures.length > 0 ? pick(random, figures) : undefined);
  if (figure === undefined) return undefined;
  const isRead = !material.looksUp || figure.disabledAs !== undefined || (figure.type === 'Group' ? random() < 0.7 : random() < 0.3);
  if (isRead) return plainly({ kind: 'read', object: figure.key });
  return plainly({ kind: 'match', object: figure.key, ...howToMatch(figure, material, random) });
}

/** Most look-ups are by the name as it is. */
function howToMatch(figure: Figure, { matchesAll }: Material, random: Random): Pick<IntentOf<'match'>, 'former' | 'letterCase' | 'every'> {
  // Whether somebody who is disabled is found at all is asked in the plainest way.
  if (figure.stage === 'deleted' || !figure.active) return {};
  if (figure.renamed === 'just now' && random() < 0.5) return { former: true };
  if (figure.type === 'Group' || random() < 0.6) return {};
  return matchesAll && random() < 0.6 ? { every: 'filterable' } : { letterCase: random() < 0.5 ? 'upper' : 'lower' };
}
