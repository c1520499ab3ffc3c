import type { Static } from 'typebox';
import { defined } from '../base/defined.js';
import type { Validator } from '../base/validator.js';
import { isObject } from '../scim/json.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import { inOrder } from '../yaml/diagnostic-order.js';
import { readDocument, type YamlDocument } from '../yaml/document.js';
import { lineOf } from '../yaml/lines.js';
import { shapeProblems } from '../yaml/shape.js';
import { asPlayed, writtenOut } from './each.js';
import type { SCENARIO_FORM } from './forms/head.js';
import { AttributeBook } from './lint/attribute-book.js';
import { meaningProblems } from './meaning.js';
import { BESIDES } from './needs.js';
import { readStep } from './read-step.js';
import type { Scenario, Step } from './scenario.js';
import { validatorOf } from './validators.js';

type WrittenScenario = Static<typeof SCENARIO_FORM>;

/** Scenarios, and everything that is wrong with the files they were read from. */
export interface LoadedScenarios {
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads a scenario.
 *
 * @param text the YAML text
 * @param file the file's path as shown to people
 * @param attributes those that it may name; default: those of the standard
 * @returns the scenario, or everything that is wrong with the file, in the order of the text; never throws on any text
 */
export function loadScenario(
  text: string,
  file: string,
  attributes = new AttributeBook(),
): { scenario?: Scenario; problems: Diagnostic[] } {
  const source = readDocument(text, file);
  if (source.value === undefined) return { problems: inOrder(source.problems) };
  const head = headValidator();
  const written: unknown = source.value;
  const listed = isObject(written) && Array.isArray(written['steps']) ? written['steps'] : [];
  const played = writtenOut(source, listed.slice(0, 1000));
  // Where a list is wrong, what would come of it says nothing.
  if (played.problems.length > 0)
    return { problems: inOrder(once([...source.problems, ...shapeProblems(source, head, written, []), ...played.problems])) };
  const document = asPlayed(source, played.steps);
  const steps = played.steps.map((step) => step.written);
  const read = played.steps.map(({ written: step, item }, index) => readStep(document, index, step, item));
  const needs = needsOf(written);
  const names = needs.includes(BESIDES) ? attributes.opened() : attributes;
  const problems = [
    ...document.problems,
    ...shapeProblems(document, head, written, []),
    ...read.flatMap((each) => each.problems),
    ...meaningProblems({ document, attributes: names }, { needs, steps: read.map((each) => each.step), written: steps }),
  ];
  if (problems.length > 0 || !head(written)) return { problems: inOrder(once(problems)) };
  return { scenario: toScenario(document, written, definedSteps(read.map((each) => each.step))), problems: [] };
}

/**
 * Reads several scenarios and makes sure that their ids differ.
 *
 * @param files texts with their paths
 * @param attributes those that they may name; default: those of the standard
 * @returns the usable scenarios in the order of the files, and all problems; of two with the same id neither is usable
 */
export function loadScenarios(
  files: readonly { readonly file: string; readonly text: string }[],
  attributes = new AttributeBook(),
): LoadedScenarios {
  const scenarios: Scenario[] = [];
  const problems: Diagnostic[] = [];
  const places = new Map<string, { scenario: Scenario; problem: Diagnostic }[]>();
  for (const { file, text } of files) {
    const loaded = loadScenario(text, file, attributes);
    problems.push(...loaded.problems);
    if (loaded.scenario === undefined) continue;
    scenarios.push(loaded.scenario);
    const { id, source: position } = loaded.scenario;
    const message = `another scenario has the id "${id}" too`;
    const problem: Diagnostic = { position, message, lineText: lineOf(text, position.line), stage: 'meaning' };
    places.set(id, [...(places.get(id) ?? []), { scenario: loaded.scenario, problem }]);
  }
  const twice = [...places.values()].filter((same) => same.length > 1);
  for (const same of twice) {
    for (const { scenario, problem } of same) {
      const others = same.filter((other) => other.scenario !== scenario).map((other) => other.problem.position);
      problems.push({ ...problem, hint: `See ${others.map((place) => `${place.file}:${place.line}`).join(', ')}.` });
    }
  }
  const unusable = new Set(twice.flat().map((each) => each.scenario));
  return { scenarios: scenarios.filter((scenario) => !unusable.has(scenario)), problems };
}

function toScenario(document: YamlDocument, head: WrittenScenario, steps: readonly Step[]): Scenario {
  const { id, title, description, clients, instead, once, tags, failures } = head;
  return {
    id,
    title,
    needs: head.needs ?? [],
    steps,
    source: document.position(['id'], 'key'),
    ...defined({ description, clients, instead, once, tags, failures }),
  };
}

/** What is wrong in each round of a repetition is told once. */
function once(problems: readonly Diagnostic[]): Diagnostic[] {
  const told = new Map(problems.map((problem) => [`${problem.position.line}:${problem.position.column} ${problem.message}`, problem]));
  return [...told.values()];
}

/** The validator of a file without its steps. */
function headValidator(): Validator<WrittenScenario> {
  const head = validatorOf('head');
  if (head === undefined) throw new Error('there is no validator of scenarios');
  // It was made of the schema that the type was made of.
  return head as Validator<WrittenScenario>;
}

function needsOf(written: unknown): readonly string[] {
  const needs = isObject(written) ? written['needs'] : undefined;
  return Array.isArray(needs) ? needs.map((need) => (typeof need === 'string' ? need : '')) : [];
}

function definedSteps(steps: readonly (Step | undefined)[]): Step[] {
  return steps.filter((step) => step !== undefined);
}
