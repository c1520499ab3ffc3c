import type { Family } from '../../client/client.js';
import { VARIANTS } from '../../client/variant.js';
import type { Step } from '../../scenario/scenario.js';
import { stepType } from '../../scenario/steps/registry.js';

/**
 * `update mover: title, emails[type eq "work"].value`: a step in a few words, with the alternative that a client takes.
 *
 * @param step the step
 * @param family the client's family; an alternative of another one is not taken
 */
export function labelOf({ intent, as, item }: Step, family: Family): string {
  const label = `${stepType(intent).label(intent)}${item === undefined ? '' : `, ${item}`}`;
  const variant = as === undefined ? undefined : VARIANTS[as];
  return variant?.family === family ? `${label} (${variant.title})` : label;
}
