import type { Symptom } from '../check/symptom.js';
import type { Wire } from '../engine/exchange/wire.js';
import { GROUPS, isDenied } from '../engine/run/group-support.js';
import type { Found } from './investigate.js';
import type { Material } from './material.js';

/**
 * A fault as it is told where the target has no groups, or lets no client create them: the plainest group is denied. A run tells it in the same way.
 *
 * @param found what was found
 * @param wire tells how the target answered
 * @returns undefined where groups can be created, or that is not known
 */
export function deniedGroup({ history, symptom }: Found, wire: Wire): Symptom | undefined {
  const [step] = history;
  if (history.length !== 1 || step?.intent.kind !== 'create') return undefined;
  const { type, members, with: given } = step.intent.object;
  if (type !== 'Group' || members.length > 0 || Object.keys(given).length > 0 || step.as !== undefined) return undefined;
  const answer = wire.answerOf(symptom.exchange ?? '');
  if (answer === undefined || !/^(GET|POST) \/Groups$/.test(answer.operation) || !isDenied(answer.status)) return undefined;
  return { ...symptom, candidates: [GROUPS], expected: 'groups can be created' };
}

/** What histories are made of where there are no groups. */
export function withoutGroups(material: Material): Material {
  const { advertised, removes } = material;
  return {
    ...material,
    groups: false,
    groupNames: [],
    groupIds: false,
    advertised: { ...advertised, Group: [] },
    removes: { ...removes, Group: false },
  };
}
