import { plainText } from '../base/plain-text.js';
import { isObject, type Json, type JsonObject } from '../scim/json.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { Path, YamlDocument } from '../yaml/document.js';
import { didYouMean } from '../yaml/nearest.js';
import { shapeProblems } from '../yaml/shape.js';
import type { WrittenEach } from './forms/each.js';
import { validatorOf } from './validators.js';

/** `${each}` and `${each.name}`, also within another variable: `${${each}.id}`. `$${each}` stands for a plain `${each}`. */
const ITEM = /(?<!\$)\$\{each(?:\.([A-Za-z][A-Za-z0-9_-]*))?\}/g;
const ALONE = /^\$\{each(?:\.([A-Za-z][A-Za-z0-9_-]*))?\}$/;

/** So many steps may come of a file. */
const MOST_STEPS = 1000;

/** A step as it is played, and where it is written. */
export interface PlayedStep {
  readonly written: Json;
  readonly at: Path;
  /** Which item of a repetition it is for: `2 of 3`. */
  readonly item?: string;
}

/** The steps of a file, with those that are repeated written out. */
export interface PlayedSteps {
  readonly steps: readonly PlayedStep[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Writes out what is repeated: everything that comes after knows single steps alone.
 *
 * @param document the file
 * @param written the steps as they stand in it
 */
export function writtenOut(document: YamlDocument, written: readonly Json[]): PlayedSteps {
  const steps: PlayedStep[] = [];
  const problems: Diagnostic[] = [];
  for (const [index, step] of written.entries()) {
    const at = ['steps', index];
    if (!isObject(step) || !Object.hasOwn(step, 'each')) steps.push({ written: step, at });
    else {
      const repeated = repeat(document, step, at);
      steps.push(...repeated.steps);
      problems.push(...repeated.problems);
    }
  }
  if (steps.length <= MOST_STEPS) return { steps, problems };
  const message = `${steps.length} steps come of this file, and ${MOST_STEPS} are the most`;
  return { steps: [], problems: [document.problem(['steps'], message, { hint: 'Divide it into several scenarios.', at: 'key' })] };
}

/**
 * The same file, in which the steps stand where they are played.
 *
 * @param document the file
 * @param steps its steps
 */
export function asPlayed(document: YamlDocument, steps: readonly PlayedStep[]): YamlDocument {
  const written = ([top, index, ...rest]: Path): Path => {
    const step = top === 'steps' && typeof index === 'number' ? steps[index] : undefined;
    return step === undefined
      ? [...(top === undefined ? [] : [top]), ...(index === undefined ? [] : [index]), ...rest]
      : [...step.at, ...rest];
  };
  return {
    ...document,
    problem: (path, message, more) => document.problem(written(path), message, more),
    source: (path) => document.source(written(path)),
    position: (path, at, offset) => document.position(written(path), at, offset),
  };
}

function repeat(document: YamlDocument, step: JsonObject, at: Path): PlayedSteps {
  const validate = validatorOf('each');
  if (validate === undefined) throw new Error('there is no validator of repetitions');
  const shape = shapeProblems(document, validate, step, at);
  if (shape.length > 0) return { steps: [], problems: shape };
  // It was made of the schema that the type was made of.
  const { each, steps } = step as unknown as WrittenEach;
  const inner = steps.findIndex((one) => isObject(one) && Object.hasOwn(one, 'each'));
  if (inner >= 0) {
    const hint = 'Write one list of maps: each item has all values that one round needs.';
    return {
      steps: [],
      problems: [document.problem([...at, 'steps', inner, 'each'], '"each" cannot stand inside "each"', { hint, at: 'key' })],
    };
  }
  const items = typeof each === 'number' ? Array.from({ length: each }, (_, index) => index + 1) : each;
  const problems: Diagnostic[] = [];
  const played = items.flatMap((item, round) =>
    steps.map((one, index): PlayedStep => {
      const place = [...at, 'steps', index];
      const put = new ItemInPlace(item, (message, hint) => problems.push(document.problem(place, message, { hint })));
      return { written: put.in(one), at: place, item: `${round + 1} of ${items.length}` };
    }),
  );
  return { steps: played, problems };
}

/** Puts one item of a list in the place of `${each}`. */
class ItemInPlace {
  readonly #item: Json;
  readonly #report: (message: string, hint: string | undefined) => void;

  constructor(item: Json, report: (message: string, hint: string | undefined) => void) {
    this.#item = item;
    this.#report = report;
  }

  in(value: Json): Json {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((each) => this.in(each));
    if (!isObject(value)) return value;
    const filled: JsonObject = {};
    for (const [name, member] of Object.entries(value)) {
      // A member named __proto__ must stay a member.
      const key = String(this.#text(name));
      Object.defineProperty(filled, key, { value: this.in(member), enumerable: true, configurable: true, writable: true });
    }
    return filled;
  }

  /** A text that is the variable alone becomes the value itself: a number stays a number. */
  #text(text: string): Json {
    const [whole, name] = ALONE.exec(text) ?? [];
    if (whole !== undefined) return this.#valueOf(name) ?? text;
    return text.replace(ITEM, (written, member: string | undefined) => plainText(this.#valueOf(member) ?? written));
  }

  #valueOf(name: string | undefined): Json | undefined {
    const item = this.#item;
    if (name === undefined) {
      if (!isObject(item)) return item;
      const [first = 'name'] = Object.keys(item);
      this.#report('"${each}" is a map here', `Name one of its values: \${each.${first}}.`);
      return undefined;
    }
    const value = isObject(item) && Object.hasOwn(item, name) ? item[name] : undefined;
    if (value !== undefined) return value;
    const names = isObject(item) ? Object.keys(item) : [];
    const hint = names.length === 0 ? 'The items are no maps: write ${each}.' : (didYouMean(name, names) ?? `It has ${names.join(', ')}.`);
    this.#report(`an item of "each" has no "${name}"`, hint);
    return undefined;
  }
}
