import { defined } from '../base/defined.js';
import { isCheckId } from '../check/check-id.js';
import type { Variant } from '../client/variant.js';
import type { Json } from '../scim/json.js';
import { isObject } from '../scim/json.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { YamlDocument } from '../yaml/document.js';
import { didYouMean } from '../yaml/nearest.js';
import { shapeProblems } from '../yaml/shape.js';
import type { WrittenExpectation } from './forms/expectation.js';
import type { IntentKind } from './intent.js';
import type { Expectation, Step } from './scenario.js';
import type { StepType } from './step-type.js';
import { INTENTS, STEP_TYPES } from './steps/registry.js';
import { validatorOf } from './validators.js';

/** What all forms have in common. */
interface WrittenStep {
  readonly expect?: WrittenExpectation;
  readonly check?: string;
  readonly within?: number;
  readonly as?: Variant;
}

/**
 * Reads one step.
 *
 * @param document the file
 * @param index the step's index, counted from 0
 * @param written the step as it stands in the file
 * @param item which item of a repetition it is for
 * @returns the step, or what is wrong with its form
 */
export function readStep(document: YamlDocument, index: number, written: Json, item?: string): { step?: Step; problems: Diagnostic[] } {
  const path = ['steps', index];
  const wrong = (message: string, hint: string | undefined, ...at: string[]): { problems: Diagnostic[] } => ({
    problems: [document.problem([...path, ...at], message, { hint, at: 'key', stage: 'shape' })],
  });
  if (!isObject(written)) return wrong('a step must be a map with one intent', `Intents: ${INTENTS.join(', ')}.`);
  const keys = Object.keys(written);
  const [kind, second] = keys.filter(isIntent);
  if (kind === undefined) return wrong('this step has no intent', intentHint(keys));
  if (second !== undefined) return wrong(`two intents in one step: "${kind}" and "${second}"`, 'Give each a step of its own.', second);
  const type: StepType<IntentKind> = STEP_TYPES[kind];
  const form = type.formOf?.(written[kind]) ?? kind;
  if (typeof form === 'object') return wrong(form.message, undefined, kind, form.key);
  const validate = validatorOf(form);
  const read = type.read[form];
  if (validate === undefined || read === undefined) throw new Error(`there is no form ${form} of ${kind}`);
  if (!validate(written)) return { problems: shapeProblems(document, validate, written, path) };
  // The validator was made of the schema that the reader's type was made of.
  const { expect, check, within, as }: WrittenStep = written as WrittenStep;
  const problems = check === undefined || isCheckId(check) ? [] : [unknownCheck(document, index, check)];
  const known = check !== undefined && isCheckId(check) ? check : undefined;
  const source = document.position([...path, kind], 'key');
  return {
    step: { intent: read(written as never), expect: expectationOf(expect), source, ...defined({ check: known, within, as, item }) },
    problems,
  };
}

function isIntent(key: string): key is IntentKind {
  return Object.hasOwn(STEP_TYPES, key);
}

/** A failure under a check that does not exist would be told by nobody. */
function unknownCheck(document: YamlDocument, index: number, check: string): Diagnostic {
  return document.problem(['steps', index, 'check'], `there is no check "${check}"`, { hint: 'All checks: scim-check list checks.' });
}

function intentHint(keys: readonly string[]): string {
  const meant = keys.map((key) => didYouMean(key, INTENTS)).find((hint) => hint?.startsWith('Did you mean'));
  return meant ?? `Intents: ${INTENTS.join(', ')}.`;
}

function expectationOf(written: WrittenExpectation | undefined): Expectation {
  if (written === undefined) return {};
  const { status, ...rest } = written;
  return status === undefined ? rest : { ...rest, status: typeof status === 'number' ? [status] : status };
}
