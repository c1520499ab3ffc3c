import type { Mapping } from '../../mapping/mapping.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { isObject, type Json } from '../../scim/json.js';
import { rowOf, targetPath } from '../mapping/mapped-rows.js';
import { renamedIn } from './renamed-step.js';

/**
 * The scenario with texts that nobody else has, where the target says that an attribute is unique (RFC 7643 §7): the same scenario
 * is played by several clients, and who comes second would be refused by right.
 *
 * @param scenario the scenario
 * @param mapping what the app exchanges
 */
export function withOwnValues(scenario: Scenario, mapping: Mapping): Scenario {
  const isUnique = (path: string): boolean => !/^userName$/i.test(path) && rowOf(mapping, 'User', targetPath(path))?.unique === true;
  // Names and addresses are somebody's own already.
  const shared = new Set(scenario.steps.flatMap((step) => textsOf(step, isUnique)).filter((text) => text !== '' && !/\$\{|@/.test(text)));
  if (shared.size === 0) return scenario;
  const own = (text: string): string => (shared.has(text) ? `${text} \${random.mark}` : text);
  return { ...scenario, steps: scenario.steps.map((step) => renamedIn(step, own)) };
}

/** The texts that a step gives the attributes. */
function textsOf({ intent }: Step, isMeant: (path: string) => boolean): string[] {
  if (intent.kind === 'update') return textsIn(intent.set, isMeant);
  if (intent.kind === 'create') return intent.object.type === 'User' ? textsIn(intent.object.with, isMeant) : [];
  return intent.kind === 'request' ? textsIn(intent.body ?? null, isMeant) : [];
}

/** Texts under the name of an attribute, and those of the operations of a PATCH that name it as their path. */
function textsIn(value: Json, isMeant: (path: string) => boolean): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, isMeant));
  if (!isObject(value)) return [];
  const { path } = value;
  return Object.entries(value).flatMap(([name, member]) => {
    const attribute = name === 'value' && typeof path === 'string' ? path : name;
    return typeof member === 'string' ? (isMeant(attribute) ? [member] : []) : textsIn(member, isMeant);
  });
}
