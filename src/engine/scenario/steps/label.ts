import type { Family } from '../../../client/client.js';
import { VARIANTS } from '../../../client/variant.js';
import type { Step } from '../../../scenario/scenario.js';

/**
 * `update mover: title, emails[type eq "work"].value`: a step in a few words, with the alternative that a client takes.
 *
 * @param step the step
 * @param family the client's family; an alternative of another one is not taken
 */
export function labelOf(step: Step, family: Family): string {
  const variant = step.as === undefined ? undefined : VARIANTS[step.as];
  return variant?.family === family ? `${intentInWords(step)} (${variant.title})` : intentInWords(step);
}

const CONNECTIONS = {
  right: 'test the connection',
  wrong: 'connect with a wrong credential',
  none: 'connect without a credential',
} as const;

function intentInWords(step: Step): string {
  const intent = step.intent;
  switch (intent.kind) {
    case 'connect':
      return CONNECTIONS[intent.credential];
    case 'create':
      return `create ${intent.object.type === 'User' ? 'user' : 'group'} ${intent.object.key}${intent.every === undefined ? '' : ' without each required attribute'}`;
    case 'match':
      return `match ${intent.object}${intent.every === undefined ? '' : ' by each filterable attribute'}${intent.by === undefined ? '' : ` by ${intent.by}`}${intent.letterCase === undefined ? '' : ` in ${intent.letterCase} case`}`;
    case 'read':
    case 'delete':
      return `${intent.kind} ${intent.object}`;
    case 'update':
      return `update ${intent.object}: ${changesInWords(intent)}`;
    case 'list':
      return `list ${intent.resource === 'User' ? 'users' : 'groups'}${intent.count === undefined ? '' : `, ${intent.count} a page`}`;
    case 'request':
      return `${intent.method} ${intent.target}`;
  }
}

function changesInWords(intent: Extract<Step['intent'], { kind: 'update' }>): string {
  const parts = [
    ...(intent.every === undefined ? [] : [`every attribute ${intent.every}`]),
    ...Object.entries(intent.set).map(([path, value]) => (typeof value === 'boolean' ? `${path} ${value}` : path)),
    ...intent.clear.map((path) => `clear ${path}`),
    ...(intent.manager === undefined ? [] : [intent.manager === null ? 'no manager' : `manager ${intent.manager}`]),
    ...intent.add.map((key) => `add ${key}`),
    ...intent.remove.map((key) => `remove ${key}`),
    ...(intent.members === undefined ? [] : [`members [${intent.members.join(', ')}]`]),
  ];
  return parts.join(', ');
}
