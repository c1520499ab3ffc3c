import type { ResourceType } from '../../scim/message.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import { pathProblems } from './paths.js';
import { inStep, type StepInPlace } from './place.js';
import { typeProblems } from './types.js';

/**
 * Checks the target paths that a step's expectation names.
 *
 * @param place the step and what came before it
 * @param type the resource type that they are about, where it is known
 * @param pointers whether they may be JSON pointers into the answer
 */
export function expectationProblems(place: StepInPlace, type: ResourceType | undefined, pointers: boolean): Diagnostic[] {
  const { document } = place;
  const { attributes = {}, absent = [] } = place.step.expect;
  const isPointer = (path: string): boolean => pointers && path.startsWith('/');
  const problems: Diagnostic[] = [];
  for (const [path, value] of Object.entries(attributes)) {
    if (isPointer(path)) continue;
    const at = inStep(place, 'expect', 'attributes', path);
    problems.push(...pathProblems(place, at, path, type, 'key'), ...typeProblems(place, path, value, type, at));
  }
  for (const [index, path] of absent.entries()) {
    if (isPointer(path)) continue;
    const at = inStep(place, 'expect', 'absent', index);
    problems.push(...pathProblems(place, at, path, type));
    if (Object.hasOwn(attributes, path)) problems.push(document.problem(at, `"${path}" is expected to have a value and to be absent`));
  }
  return problems;
}
