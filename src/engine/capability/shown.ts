import type { Changes } from '../../client/client.js';
import type { Capability } from '../../event/capability.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { IntentKind, IntentOf } from '../../scenario/intent.js';
import type { ResourceType } from '../../scim/message.js';
import { rowOf } from '../mapping/mapped-rows.js';
import { capabilityOfChange } from './kind.js';

const SHOWN: { readonly [Kind in IntentKind]: (intent: IntentOf<Kind>) => Capability[] } = {
  connect: ({ credential }) => (credential === 'right' ? ['connect'] : []),
  create: ({ object: { type, members, manager }, every }) => {
    if (every !== undefined) return [];
    if (type === 'User') return manager === undefined ? ['create'] : ['create', 'references'];
    return members.length > 0 ? ['groups', 'members'] : ['groups'];
  },
  match: () => ['match'],
  read: () => [],
  update: () => [],
  delete: () => ['delete'],
  list: () => ['import'],
  request: () => [],
  wait: () => [],
};

/**
 * What a step shows of a client when it passes. What an update shows depends on what was sent: see `shownByChanges`.
 *
 * @param intent what the step is to do
 */
export function shownBy<Kind extends IntentKind>(intent: IntentOf<Kind>): Capability[] {
  const kind: Kind = intent.kind;
  return SHOWN[kind](intent);
}

/**
 * What a change that arrived shows of a client.
 *
 * @param changes what was to be changed
 * @param type whose attributes they are
 * @param mapping the rows of the attributes
 */
export function shownByChanges(changes: Changes, type: ResourceType, mapping: Mapping): Capability[] {
  const kindOf = (path: string, value?: unknown): Capability[] => {
    const capability = capabilityOfChange(path, type, rowOf(mapping, type, path), value);
    return capability === undefined ? [] : [capability];
  };
  const members = changes.add.length + changes.remove.length > 0 || changes.members !== undefined;
  return [
    ...new Set([
      ...[...changes.set].flatMap(([path, value]) => kindOf(path, value)),
      ...changes.clear.flatMap((path) => kindOf(path)),
      ...(members ? (['members'] as const) : []),
    ]),
  ];
}
