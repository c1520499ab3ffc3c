import type { Json } from '../../scim/json.js';
import { isObject } from '../../scim/json.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { didYouMean } from '../../yaml/nearest.js';
import { parseTemplate, type Variable } from '../template.js';
import { pathProblems } from './paths.js';
import type { StepInPlace } from './place.js';

/** What other systems call the id that the target gave. */
const MEANS_ID = /^(_?id|uuid|guid|uid|object_?id|scim_?id)$/i;

/**
 * Checks the `${variables}` in the texts of a value.
 *
 * @param place the step and what came before it
 * @param value a value of the step
 * @param path where it stands
 */
export function variableProblems(place: StepInPlace, value: Json, path: Path): Diagnostic[] {
  if (typeof value === 'string') return textProblems(place, value, path);
  if (Array.isArray(value)) return value.flatMap((item, index) => variableProblems(place, item, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([name, member]) => variableProblems(place, member, [...path, name]));
  return [];
}

function textProblems(place: StepInPlace, text: string, path: Path): Diagnostic[] {
  if (!text.includes('${')) return [];
  const parsed = parseTemplate(text);
  if (!parsed.ok) {
    const hint = 'A plain ${ is written $${.';
    return [place.document.problem(path, parsed.message, { hint, offset: parsed.offset })];
  }
  return parsed.segments.flatMap((segment) =>
    segment.kind === 'variable' ? oneVariable(place, segment.variable, path, segment.offset) : [],
  );
}

function oneVariable(place: StepInPlace, variable: Variable, path: Path, offset: number): Diagnostic[] {
  const { document, objects, captured } = place;
  const unknown = (name: string, message: string): Diagnostic => {
    const candidates = [
      ...captured.keys(),
      ...objects.keys().map((key) => `${key}.id`),
      'run.id',
      'random.uuid',
      'random.mark',
      'random.digits',
    ];
    return document.problem(path, message, { hint: didYouMean(name, candidates), offset });
  };
  if (variable.kind === 'captured') {
    return captured.has(variable.name) ? [] : [unknown(variable.name, `unknown variable "${variable.name}"`)];
  }
  if (variable.kind === 'each') {
    const hint = 'It is an item of a list, for the steps below "each".';
    return [document.problem(path, '"${each}" stands outside of "each"', { hint, offset })];
  }
  if (variable.kind !== 'object') return [];
  const object = objects.find(variable.object);
  if (object === undefined)
    return [unknown(`${variable.object}.id`, `unknown variable "${variable.object}": no step creates such an object`)];
  // The values of the person who is being created are known; the id is not.
  const own = object.created === place.index && variable.path !== 'id';
  if (!objects.exists(object) && !own) {
    const hint = `Line ${objects.createdInLine(object)} creates it; move that step up.`;
    return [document.problem(path, `"${variable.object}" is used before a step creates it`, { hint, offset })];
  }
  if (variable.path !== 'id' && MEANS_ID.test(variable.path)) {
    const message = `"${variable.object}" has no value "${variable.path}"`;
    return [document.problem(path, message, { hint: `Did you mean "\${${variable.object}.id}"?`, offset })];
  }
  return pathProblems(place, path, variable.path, object.type).map((problem) => ({
    ...problem,
    position: document.position(path, 'value', offset),
  }));
}
