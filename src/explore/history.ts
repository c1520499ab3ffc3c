import { defined } from '../base/defined.js';
import type { CheckId } from '../check/check-id.js';
import type { Family } from '../client/client.js';
import type { Variant } from '../client/variant.js';
import type { Intent } from '../scenario/intent.js';
import { BESIDES } from '../scenario/needs.js';
import { BUILT_IN, type Scenario, type Step } from '../scenario/scenario.js';
import { type Demands, type History, type HistoryStep, keyIn } from './history-step.js';
import { after, type Figure, isAlive, living, NOBODY, type Population } from './population.js';
import { addsAgain } from './request-effect.js';

/** What a scenario is called, and who plays it. */
export type Head = Pick<Scenario, 'id' | 'title'> & Partial<Pick<Scenario, 'description' | 'clients'>>;

/**
 * The scenario that plays a history. What its looks expect follows from the steps before them, so that a history can be made
 * shorter.
 *
 * @param history a history that can be played
 * @param head its name
 * @param family who plays, where that is known: clients write in ways of their own, and fail in these
 */
export function scenarioOf(history: History, head: Head, family?: Family): Scenario {
  const steps: Step[] = [];
  let population: Population = NOBODY;
  for (const [at, step] of history.entries()) {
    const { intent, as } = step;
    const { expect, check } =
      step.demands === undefined ? demandsOf(population, step, family) : requestDemands(population, step, step.demands);
    // A look says what came of the write before it; without that write it is a look like others.
    // So it is where others may have lost their place before.
    const isOfWrite = step.check === history[at - 1]?.demands?.check && (check === undefined || !LOSSES.has(check));
    const ofWrite = isOfWrite ? step.check : undefined;
    steps.push({ intent: withPersona(intent), expect, source: BUILT_IN, ...defined({ as, check: ofWrite ?? check }) });
    population = after(population, step) ?? population;
  }
  return { ...head, needs: history.some(isAboutAdvertised) ? [BESIDES] : [], steps, source: BUILT_IN };
}

/** Whether a step still writes something that the target only advertises. */
function isAboutAdvertised({ advertised = [], intent }: HistoryStep): boolean {
  if (intent.kind === 'create') return advertised.some((path) => path in intent.object.with);
  return intent.kind === 'update' && advertised.some((path) => path in intent.set || intent.clear.includes(path));
}

/** Whoever is plain is so in all values: other people show the same then. */
function withPersona(intent: Intent): Intent {
  if (intent.kind !== 'create' || intent.object.type !== 'User') return intent;
  return { ...intent, object: { persona: 'plain', ...intent.object } };
}

/** A target may say that there was no such member, or be content. */
const NO_SUCH_MEMBER: Demands = { expect: { status: [200, 204, 400, 404, 409] }, check: 'SC2341' };

/** A target may refuse a value that it does not like; what it accepts is there afterwards. */
const ADVERTISED: Demands = { expect: { status: [200, 201, 202, 204, 400, 403, 404, 405, 409, 413, 415, 422, 501] }, check: 'SC1205' };

/** What documented alternatives must come to. */
const OF_VARIANTS: Readonly<Partial<Record<Variant, Demands>>> = {
  'microsoft-group-schema': { expect: { status: [200, 201, 204] }, check: 'SC2313' },
  'group-extension': { expect: { status: [200, 201, 204] }, check: 'SC2313' },
  'renamed-on-delete': { expect: { status: [200, 204] }, check: 'SC2405' },
};

function demandsOf(population: Population, step: HistoryStep, family: Family | undefined): Demands {
  const { intent, as } = step;
  if (isAboutAdvertised(step)) return ADVERTISED;
  const ofVariant = as === undefined ? undefined : OF_VARIANTS[as];
  if (ofVariant !== undefined) return ofVariant;
  if (intent.kind === 'update') {
    const members = population.get(intent.object)?.members ?? [];
    return intent.remove.some((key) => !members.includes(key)) ? NO_SUCH_MEMBER : { expect: {} };
  }
  if (intent.kind !== 'match' && intent.kind !== 'read') return { expect: {} };
  const figure = population.get(intent.object);
  if (!isAlive(figure) || (intent.kind === 'match' && intent.former === true)) return { expect: { found: false } };
  if (intent.kind === 'read') return figure.type === 'Group' ? membersOf(figure, population, family) : { expect: {} };
  const isToggled = (figure.stage === 'disabled' || figure.stage === 'restored') && figure.isActiveShown !== false;
  return { expect: { found: true, ...(isToggled ? { active: figure.active } : {}) } };
}

/** What is demanded of a request, and the check that says why it may be refused, where who is in a group says that. */
function requestDemands(population: Population, step: HistoryStep, demands: Demands): Demands {
  const group = population.get(keyIn(step) ?? '');
  if (step.intent.kind !== 'request' || group === undefined) return demands;
  return addsAgain(group, step.intent) ? { ...demands, check: 'SC2314' } : demands;
}

/** Checks that say why somebody has left a group with a change of their own. */
const LOSSES: ReadonlySet<CheckId> = new Set(['SC1241', 'SC2312', 'SC2404', 'SC2454']);

/** Checks that say who stands in a group when it is looked at: which of them fails depends on what else the history has. */
export const OF_MEMBERS: ReadonlySet<CheckId> = new Set(['SC1241', 'SC2310', 'SC2311', 'SC2312', 'SC2341', 'SC2404', 'SC2454', 'SC2701']);

/** What a write to the group did was seen when it was read back: what differs now was done by a write to somebody else. */
function membersOf(group: Figure, population: Population, family: Family | undefined): Demands {
  return { expect: { members: group.members }, check: checkOfMembers(group, population, family) };
}

/**
 * The check that fails where a group has other members than it should when it is looked at.
 *
 * @param group the group
 * @param population the directory by then
 * @param family who plays
 */
export function checkOfMembers(group: Figure, population: Population, family?: Family): CheckId {
  return checksOfMembers(group, population, family)[0] ?? (group.lackedMember === true ? 'SC2341' : 'SC2701');
}

/**
 * The checks that may fail where a group has other members than it should, because of a change of the members themselves.
 *
 * @param group the group
 * @param population the directory by then
 * @param family who plays: what Okta puts of people has an empty list of groups
 */
export function checksOfMembers({ members, stage }: Figure, population: Population, family?: Family): readonly CheckId[] {
  const people = members.flatMap((key) => population.get(key) ?? []);
  const isSuccessor = stage === 'successor' || living(population, 'User').some((each) => each.stage === 'successor');
  return [
    ...(isSuccessor ? (['SC1241'] as const) : []),
    ...(people.some(({ active, stage: how }) => !active || how === 'restored') ? (['SC2404'] as const) : []),
    ...(people.some(({ moved }) => moved) ? (['SC2454'] as const) : []),
    ...(family === 'okta' && people.some(({ written }) => written) ? (['SC2312'] as const) : []),
  ];
}
