import type { ResourceType } from '../../scim/message.js';
import type { Intent, IntentKind, IntentOf, ObjectSpec } from '../intent.js';
import type { Scenario } from '../scenario.js';
import type { StepType } from '../step-type.js';
import { CONNECT } from './connect.js';
import { CREATE } from './create.js';
import { DELETE } from './delete.js';
import { LIST } from './list.js';
import { MATCH } from './match.js';
import { READ } from './read.js';
import { REQUEST } from './request.js';
import { UPDATE } from './update.js';
import { WAIT } from './wait.js';

/** All kinds of steps, by the key that names the intent. */
export const STEP_TYPES = {
  connect: CONNECT,
  create: CREATE,
  match: MATCH,
  read: READ,
  update: UPDATE,
  delete: DELETE,
  list: LIST,
  request: REQUEST,
  wait: WAIT,
} satisfies { readonly [Kind in IntentKind]: StepType<Kind> };

/** The keys that name an intent. Every step has exactly one of them. */
export const INTENTS = Object.keys(STEP_TYPES) as readonly IntentKind[];

/**
 * What is particular to the kind of an intent.
 *
 * @param intent an intent of any kind
 */
export function stepType<Kind extends IntentKind>(intent: IntentOf<Kind>): StepType<Kind> {
  const types: { readonly [One in IntentKind]: StepType<One> } = STEP_TYPES;
  const kind: Kind = intent.kind;
  return types[kind];
}

/**
 * The resource type that an intent speaks of by itself.
 *
 * @param intent an intent of any kind
 */
export function resourceTypeOf(intent: Intent): ResourceType | undefined {
  return stepType(intent).resourceType?.(intent);
}

/**
 * The objects that a scenario brings into the directory, in the order of its steps.
 *
 * @param scenario the scenario
 */
export function createdObjects(scenario: Scenario): ObjectSpec[] {
  return scenario.steps.flatMap(({ intent }) => stepType(intent).creates?.(intent) ?? []);
}
