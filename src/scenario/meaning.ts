import type { Json } from '../scim/json.js';
import type { Method } from '../scim/message.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { YamlDocument } from '../yaml/document.js';
import { ObjectBook } from './objects.js';
import { capabilityOrPath } from './paths.js';
import type { Step } from './scenario.js';
import { stepPathProblems } from './step-paths.js';
import { stepReferenceProblems } from './step-references.js';
import { stepRequestProblems } from './step-request.js';
import { stepVariableProblems } from './step-variables.js';

/** The parts of a scenario whose form may be right although others are wrong. */
export interface ScenarioParts {
  readonly needs: readonly string[];
  /** Undefined where the form of the step is wrong. */
  readonly steps: readonly (Step | undefined)[];
  /** The steps as they stand in the file. */
  readonly written: readonly Json[];
}

/** One step with what is needed to judge it. */
export interface StepInPlace {
  readonly document: YamlDocument;
  readonly index: number;
  readonly step: Step;
  readonly objects: ObjectBook;
  /** Variables that earlier `request` steps captured, with the method of the step. */
  readonly captured: ReadonlyMap<string, Method>;
}

/**
 * Finds what the form of a file cannot show: names that nothing defines, paths that are none, steps that contradict themselves.
 *
 * @param document the file
 * @param parts what could be read
 */
export function meaningProblems(document: YamlDocument, parts: ScenarioParts): Diagnostic[] {
  const problems: Diagnostic[] = parts.needs.flatMap((need, index) => capabilityOrPath(document, ['needs', index], need));
  const objects = new ObjectBook(parts.steps, parts.written, (index) => document.position(['steps', index]).line);
  const captured = new Map<string, Method>();
  for (const [index, step] of parts.steps.entries()) {
    if (step !== undefined) {
      const place: StepInPlace = { document, index, step, objects, captured };
      problems.push(
        ...stepReferenceProblems(place),
        ...stepPathProblems(place),
        ...stepRequestProblems(place),
        ...stepVariableProblems(place),
      );
      if (step.intent.kind === 'request') for (const name of Object.keys(step.intent.capture)) captured.set(name, step.intent.method);
    }
    objects.after(index);
  }
  return problems;
}
