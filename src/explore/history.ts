import { defined } from '../base/defined.js';
import type { CheckId } from '../check/check-id.js';
import type { Variant } from '../client/variant.js';
import type { Intent } from '../scenario/intent.js';
import { BUILT_IN, type Expectation, type Scenario, type Step } from '../scenario/scenario.js';
import { after, type Figure, isAlive, NOBODY, type Population } from './population.js';

/** What the directory does at one moment, or a look at what came of it. */
export interface HistoryStep {
  readonly intent: Intent;
  /** A documented alternative to what the client does by default. */
  readonly as?: Variant;
  /** Target path → the shape of the value that the step gives it: what the coverage tells, and what is made plain first. */
  readonly shapes: Readonly<Record<string, string>>;
}

/** What a directory goes through, step by step: a scenario without a head. */
export type History = readonly HistoryStep[];

/** The word for a value with nothing awkward about it. */
export const PLAIN = 'plain';

/** What a scenario is called, and who plays it. */
export type Head = Pick<Scenario, 'id' | 'title'> & Partial<Pick<Scenario, 'description' | 'clients'>>;

/**
 * The scenario that plays a history. What its looks expect follows from the steps before them, so that a history can be made
 * shorter.
 *
 * @param history a history that can be played
 * @param head its name
 */
export function scenarioOf(history: History, head: Head): Scenario {
  const steps: Step[] = [];
  let population: Population = NOBODY;
  for (const { intent, as } of history) {
    const { expect, check } = demandsOf(population, intent);
    steps.push({ intent, expect, source: BUILT_IN, ...defined({ as, check }) });
    population = after(population, intent) ?? population;
  }
  return { ...head, needs: [], steps, source: BUILT_IN };
}

/** What a step demands beyond what every client demands, and the check that fails where it does not hold. */
interface Demands {
  readonly expect: Expectation;
  readonly check?: CheckId;
}

/** A target may say that there was no such member, or be content. */
const NO_SUCH_MEMBER: Demands = { expect: { status: [200, 204, 400, 404, 409] }, check: 'SC2341' };

function demandsOf(population: Population, intent: Intent): Demands {
  if (intent.kind === 'update') {
    const members = population.get(intent.object)?.members ?? [];
    return intent.remove.some((key) => !members.includes(key)) ? NO_SUCH_MEMBER : { expect: {} };
  }
  if (intent.kind !== 'match' && intent.kind !== 'read') return { expect: {} };
  const figure = population.get(intent.object);
  if (!isAlive(figure) || (intent.kind === 'match' && intent.former === true)) return { expect: { found: false } };
  if (intent.kind === 'read') return figure.type === 'Group' ? membersOf(figure, population) : { expect: {} };
  const isToggled = figure.stage === 'disabled' || figure.stage === 'restored';
  return { expect: { found: true, ...(isToggled ? { active: figure.active } : {}) } };
}

/** What a write to the group did was seen when it was read back: what differs now was done by a write to somebody else. */
function membersOf({ members, stage }: Figure, population: Population): Demands {
  const isDisabled = members.some((key) => population.get(key)?.active === false);
  const isSuccessor = stage === 'successor' || [...population.values()].some((each) => each.type === 'User' && each.stage === 'successor');
  return { expect: { members }, check: isSuccessor ? 'SC1241' : isDisabled ? 'SC2404' : 'SC2701' };
}
