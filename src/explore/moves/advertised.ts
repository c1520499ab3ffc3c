import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { type HistoryStep, PLAIN } from '../history-step.js';
import { type Figure, living } from '../population.js';
import { GROUPS, type Move, pickOf, sample, USERS, update } from './move.js';

/** So many of them are given to somebody at once. */
const MOST_AT_ONCE = 4;

/** Somebody new, or a new group, with values that the target advertises and the mapping does not have. */
export const createWithAdvertised: Move = (population, { advertised }, random) => {
  const keys: Readonly<Record<ResourceType, readonly string[]>> = { User: USERS, Group: GROUPS };
  const fitting = (['User', 'Group'] as const).flatMap((type) => {
    const key = keys[type].find((each) => !population.has(each));
    return key === undefined || advertised[type].length === 0 ? [] : [{ type, key }];
  });
  const fresh = pickOf(random, fitting);
  if (fresh === undefined) return [];
  const given = Object.fromEntries(sample(random, advertised[fresh.type], MOST_AT_ONCE).map(({ path, value }) => [path, value]));
  return [
    {
      intent: { kind: 'create', object: { ...fresh, with: given, without: [], members: [] } },
      shapes: shapesOf(given),
      advertised: Object.keys(given),
    },
  ];
};

/** Such a value comes; then it becomes another one, or goes. */
export const changeAdvertised: Move = (population, { updates, advertised }, random) => {
  const figure = pickOf(
    random,
    [...living(population, 'User'), ...living(population, 'Group')].filter(
      ({ type, disabledAs }) => advertised[type].length > 0 && disabledAs === undefined,
    ),
  );
  if (!updates || figure === undefined) return [];
  const drawn = sample(random, advertised[figure.type], 2);
  const paths = drawn.map(({ path }) => path);
  const others = drawn.flatMap(({ path, other }) => (other === undefined ? [] : [[path, other] as const]));
  const becomes = others.length > 0 && random() < 0.5;
  const goes = random() < 0.6;
  return [
    setting(figure, Object.fromEntries(drawn.map(({ path, value }) => [path, value]))),
    ...(becomes ? [setting(figure, Object.fromEntries(others))] : []),
    ...(goes ? [{ intent: { ...update(figure.key), clear: paths }, shapes: {}, advertised: paths }] : []),
  ];
};

function setting({ key }: Figure, set: Readonly<Record<string, Json>>): HistoryStep {
  return { intent: { ...update(key), set }, shapes: shapesOf(set), advertised: Object.keys(set) };
}

function shapesOf(given: Readonly<Record<string, unknown>>): HistoryStep['shapes'] {
  return Object.fromEntries(Object.keys(given).map((path) => [path, PLAIN]));
}
