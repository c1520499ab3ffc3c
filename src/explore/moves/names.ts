import type { Random } from '../../client/values/random.js';
import type { Intent } from '../../scenario/intent.js';
import type { ResourceType } from '../../scim/message.js';
import type { HistoryStep } from '../history-step.js';
import type { Population } from '../population.js';
import { GROUPS, type Move, USERS, update } from './move.js';

/** A userName is given up: somebody else has it then, or gets it back. */
export const passUserName: Move = (population, { updates, userNames }, random) =>
  !updates || userNames.length === 0
    ? []
    : passName(population, random, 'User', 'userName', (word, key) => `${word}.${key}.\${random.mark}@\${run.domain}`);

/** The name of a group is given up: another group has it then, or the same gets it back. */
export const passGroupName: Move = (population, { updates, groupNames }, random) =>
  !updates || groupNames.length === 0
    ? []
    : passName(population, random, 'Group', 'displayName', (word, key) => `${word} ${key} \${random.mark}`);

function passName(
  population: Population,
  random: Random,
  type: ResourceType,
  attribute: string,
  nameOf: (word: string, key: string) => string,
): HistoryStep[] {
  const [key, other] = (type === 'User' ? USERS : GROUPS).filter((each) => !population.has(each));
  if (key === undefined || other === undefined) return [];
  const named = (intent: Intent, shape: string): HistoryStep => ({ intent, shapes: { [attribute]: shape } });
  const given = (word: string): Record<string, string> => ({ [attribute]: nameOf(word, key) });
  const create = (who: string): Intent => ({
    kind: 'create',
    object: { type, key: who, with: given('first'), without: [], members: [] },
  });
  const rename = (word: string): Intent => ({ ...update(key), set: given(word) });
  return [
    named(create(key), 'to be given up'),
    named(rename('second'), 'another'),
    named(random() < 0.6 ? create(other) : rename('first'), 'given up'),
  ];
}
