import { EVERYONE } from './needs.js';
import type { Scenario } from './scenario.js';
import { stepType } from './steps/registry.js';

/**
 * Whether a scenario is about everybody whom the run has created: it is played after all others of its client.
 *
 * @param scenario the scenario
 */
export function isAboutEveryone({ needs, steps }: Pick<Scenario, 'needs' | 'steps'>): boolean {
  return needs.includes(EVERYONE) || steps.some(({ intent }) => stepType(intent).members?.(intent).includes(EVERYONE) === true);
}
