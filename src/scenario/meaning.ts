import { isObject, type Json } from '../scim/json.js';
import type { Method } from '../scim/message.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { expectationProblems } from './lint/expectation.js';
import { type KnownObject, ObjectBook } from './lint/objects.js';
import { capabilityOrPath, type Reading } from './lint/paths.js';
import { inStep, type StepInPlace } from './lint/place.js';
import { variableProblems } from './lint/variables.js';
import type { Step } from './scenario.js';
import type { StepType } from './step-type.js';
import { INTENTS, resourceTypeOf, STEP_TYPES, stepType } from './steps/registry.js';

/** The parts of a scenario whose form may be right although others are wrong. */
export interface ScenarioParts {
  readonly needs: readonly string[];
  /** Undefined where the form of the step is wrong. */
  readonly steps: readonly (Step | undefined)[];
  /** The steps as they stand in the file. */
  readonly written: readonly Json[];
}

/**
 * Finds what the form of a file cannot show: names that nothing defines, paths that are none, steps that contradict themselves.
 *
 * @param reading the file, and the attributes that it may name
 * @param parts what could be read
 */
export function meaningProblems(reading: Reading, parts: ScenarioParts): Diagnostic[] {
  const problems: Diagnostic[] = parts.needs.flatMap((need, index) => capabilityOrPath(reading, ['needs', index], need));
  const { document } = reading;
  const objects = new ObjectBook(parts.written.flatMap(namedBy), (index) => document.position(['steps', index]).line);
  const captured = new Map<string, Method>();
  for (const [index, step] of parts.steps.entries()) {
    if (step === undefined) {
      objects.after(index);
      continue;
    }
    const { intent } = step;
    const type = stepType(intent);
    problems.push(...stepProblems({ ...reading, index, step, objects, captured }));
    for (const [name, method] of type.captures?.(intent) ?? []) captured.set(name, method);
    objects.after(index, type.deletes?.(intent));
  }
  return problems;
}

function stepProblems(place: StepInPlace): Diagnostic[] {
  const { intent, expect } = place.step;
  const type = stepType(intent);
  const named = 'object' in intent && typeof intent.object === 'string' ? place.objects.find(intent.object)?.type : undefined;
  const about = resourceTypeOf(intent) ?? named;
  const texts = type.texts?.(intent) ?? [];
  const { attributes } = expect;
  return [
    ...(type.lint?.(place) ?? []),
    ...expectationProblems(place, about, type.rawAnswer === true),
    ...texts.flatMap(([path, value]) => variableProblems(place, value, inStep(place, ...path))),
    ...(attributes === undefined ? [] : variableProblems(place, attributes, inStep(place, 'expect', 'attributes'))),
  ];
}

/** The objects that a step creates as it is written, whether its form is right or not. */
function namedBy(step: Json, created: number): KnownObject[] {
  if (!isObject(step)) return [];
  return INTENTS.flatMap((kind) => {
    const type: StepType<typeof kind> = STEP_TYPES[kind];
    return (type.names?.(step[kind] ?? null) ?? []).map((object) => ({ ...object, created }));
  });
}
