import type { Method } from '../../scim/message.js';
import type { Path } from '../../yaml/document.js';
import type { IntentKind } from '../intent.js';
import type { Step } from '../scenario.js';
import type { ObjectBook } from './objects.js';
import type { Reading } from './paths.js';

/** One step with what is needed to judge it. */
export interface StepInPlace<Kind extends IntentKind = IntentKind> extends Reading {
  /** Index of the step, counted from 0. */
  readonly index: number;
  readonly step: Step<Kind>;
  /** The objects of the scenario, as they are before the step. */
  readonly objects: ObjectBook;
  /** Variables that earlier steps captured, with the method of the request whose answer they come from. */
  readonly captured: ReadonlyMap<string, Method>;
}

/**
 * Where something stands in the file.
 *
 * @param place the step
 * @param path from the step on
 */
export function inStep(place: StepInPlace, ...path: Path): Path {
  return ['steps', place.index, ...path];
}
