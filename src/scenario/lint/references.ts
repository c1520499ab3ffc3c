import type { ResourceType } from '../../scim/message.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { didYouMean } from '../../yaml/nearest.js';
import type { StepInPlace } from './place.js';

/** What a step wants of an object that it names. */
interface Use {
  readonly type?: ResourceType;
  /** `match` and `read` may name a deleted object: the client looks whether it is really gone. */
  readonly deleted?: boolean;
  /** `match` may name an object that a later step creates: the client looks whether it is there already. */
  readonly future?: boolean;
}

/**
 * Checks an object that a step names.
 *
 * @param place the step and what came before it
 * @param key the object's name
 * @param path where the name stands
 * @param use what the step wants of it
 */
export function referenceProblems(place: StepInPlace, key: string, path: Path, use: Use = {}): Diagnostic[] {
  const { document, objects } = place;
  const object = objects.find(key);
  if (object === undefined) {
    const hint = didYouMean(key, objects.keys(use.type));
    return [document.problem(path, `no step creates an object "${key}"`, { hint })];
  }
  if (!objects.exists(object) && use.future !== true) {
    const hint = `Line ${objects.createdInLine(object)} creates it; move that step up.`;
    return [document.problem(path, `"${key}" is used before a step creates it`, { hint })];
  }
  const deleted = objects.deletedInLine(key);
  if (deleted !== undefined && use.deleted !== true) {
    const hint = `Line ${deleted} deletes it; only match and read make sense afterwards.`;
    return [document.problem(path, `"${key}" is used after it was deleted`, { hint })];
  }
  if (use.type !== undefined && object.type !== use.type) {
    return [document.problem(path, `"${key}" is a ${object.type.toLowerCase()}, and a ${use.type.toLowerCase()} is needed here`)];
  }
  return [];
}

/**
 * Checks the members of a group that a step lists: users, or other groups (RFC 7643 §4.2).
 *
 * @param place the step and what came before it
 * @param group the group's name
 * @param keys the members' names
 * @param path where the list stands
 * @param word a word that may stand there besides
 */
export function memberProblems(place: StepInPlace, group: string, keys: readonly string[], path: Path, word?: string): Diagnostic[] {
  return keys.flatMap((key, index) => {
    const at = [...path, index];
    if (key === word) return [];
    return key === group ? [place.document.problem(at, `"${group}" cannot be a member of itself`)] : referenceProblems(place, key, at);
  });
}

/**
 * Checks a manager.
 *
 * @param place the step and what came before it
 * @param employee the user whose manager it is
 * @param manager the manager's name
 * @param path where that stands
 */
export function managerProblems(place: StepInPlace, employee: string, manager: string, path: Path): Diagnostic[] {
  if (employee === manager) return [place.document.problem(path, `"${manager}" cannot be their own manager`)];
  return referenceProblems(place, manager, path, { type: 'User' });
}
