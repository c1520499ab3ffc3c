import { isCheckId } from '../check/check-id.js';
import type { Variant } from '../client/variant.js';
import type { Json } from '../scim/json.js';
import { isObject } from '../scim/json.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { YamlDocument } from '../yaml/document.js';
import { didYouMean } from '../yaml/nearest.js';
import { shapeProblems } from '../yaml/shape.js';
import type { Expectation, Intent, Step } from './scenario.js';
import { scenarioSchema } from './schema.js';
import type { StepForms, WrittenExpect } from './written.js';

/** The keys that name an intent. Every step has exactly one of them. */
export const INTENTS = ['connect', 'create', 'match', 'read', 'update', 'delete', 'list', 'request'] as const;

/**
 * Reads one step.
 *
 * @param document the file
 * @param index the step's index, counted from 0
 * @param written the step as it stands in the file
 * @returns the step, or what is wrong with its form
 */
export function readStep(document: YamlDocument, index: number, written: Json): { step?: Step; problems: Diagnostic[] } {
  const path = ['steps', index];
  const wrong = (message: string, hint: string | undefined, key?: string): { problems: Diagnostic[] } => ({
    problems: [document.problem(key === undefined ? path : [...path, key], message, { hint, at: 'key', stage: 'shape' })],
  });
  if (!isObject(written)) return wrong('a step must be a map with one intent', `Intents: ${INTENTS.join(', ')}.`);
  const keys = Object.keys(written);
  const intents = keys.filter((key) => (INTENTS as readonly string[]).includes(key));
  const [intent, second] = intents;
  if (intent === undefined) return wrong('this step has no intent', intentHint(keys));
  if (second !== undefined) return wrong(`two intents in one step: "${intent}" and "${second}"`, 'Give each a step of its own.', second);
  const form = formOf(intent, written[intent]);
  if (form === 'both') {
    const problem = document.problem([...path, 'create', 'group'], 'a step creates a user or a group, not both', {
      at: 'key',
      stage: 'shape',
    });
    return { problems: [problem] };
  }
  const read = readForm(form, written);
  if (read === undefined) return { problems: shapeProblems(document, scenarioSchema().step[form], written, path) };
  const { check, as } = read;
  const step = {
    intent: read.intent,
    expect: expectation(read.expect),
    ...(check === undefined || !isCheckId(check) ? {} : { check }),
    ...(as === undefined ? {} : { as }),
    source: document.position([...path, intent], 'key'),
  };
  if (check === undefined || isCheckId(check)) return { step, problems: [] };
  // A failure under a check that does not exist would be told by nobody.
  const hint = 'All checks: scim-check list checks.';
  return { step, problems: [document.problem([...path, 'check'], `there is no check "${check}"`, { hint })] };
}

function intentHint(keys: readonly string[]): string {
  const meant = keys.map((key) => didYouMean(key, INTENTS)).find((hint) => hint?.startsWith('Did you mean'));
  return meant ?? `Intents: ${INTENTS.join(', ')}.`;
}

function formOf(intent: string, value: Json | undefined): keyof StepForms | 'both' {
  if (intent !== 'create') return intent as keyof StepForms;
  if (!isObject(value) || !Object.hasOwn(value, 'group')) return 'createUser';
  return Object.hasOwn(value, 'user') ? 'both' : 'createGroup';
}

interface Read {
  readonly intent: Intent;
  readonly expect: WrittenExpect | undefined;
  readonly check: string | undefined;
  readonly as: Variant | undefined;
}

/** The step as an intent, or undefined when its form is wrong. */
function readForm(form: keyof StepForms, written: Json): Read | undefined {
  const { step } = scenarioSchema();
  const readers: { readonly [Form in keyof StepForms]: () => Read | undefined } = {
    connect: () => (step.connect(written) ? read(written, { kind: 'connect', credential: written.connect }) : undefined),
    createUser: () => (step.createUser(written) ? read(written, { ...createUser(written.create), ...everyOf(written) }) : undefined),
    createGroup: () => (step.createGroup(written) ? read(written, { ...createGroup(written.create), ...everyOf(written) }) : undefined),
    match: () => (step.match(written) ? read(written, match(written)) : undefined),
    read: () => (step.read(written) ? read(written, { kind: 'read', object: written.read }) : undefined),
    update: () => (step.update(written) ? read(written, update(written)) : undefined),
    delete: () => (step.delete(written) ? read(written, { kind: 'delete', object: written.delete }) : undefined),
    list: () => (step.list(written) ? read(written, list(written)) : undefined),
    request: () => (step.request(written) ? read(written, request(written)) : undefined),
  };
  return readers[form]();
}

function read(written: { readonly expect?: WrittenExpect; readonly check?: string; readonly as?: Variant }, intent: Intent): Read {
  return { intent, expect: written.expect, check: written.check, as: written.as };
}

function everyOf<T extends string>({ every }: { readonly every?: T }): { readonly every?: T } {
  return every === undefined ? {} : { every };
}

type Creation = Extract<Intent, { kind: 'create' }>;

function createUser(user: StepForms['createUser']['create']): Creation {
  const { manager, persona } = user;
  return {
    kind: 'create',
    object: {
      type: 'User',
      key: user.user,
      with: user.with ?? {},
      without: user.without ?? [],
      members: [],
      ...(manager === undefined ? {} : { manager }),
      ...(persona === undefined ? {} : { persona }),
    },
  };
}

function createGroup(group: StepForms['createGroup']['create']): Creation {
  const object = {
    type: 'Group',
    key: group.group,
    with: group.with ?? {},
    without: group.without ?? [],
    members: group.members ?? [],
  } as const;
  return { kind: 'create', object };
}

function match(written: StepForms['match']): Intent {
  const { by, case: letterCase } = written;
  return {
    kind: 'match',
    object: written.match,
    ...(by === undefined ? {} : { by }),
    ...(letterCase === undefined ? {} : { letterCase }),
    ...everyOf(written),
  };
}

function update(written: StepForms['update']): Intent {
  const { manager, members } = written;
  return {
    kind: 'update',
    object: written.update,
    set: written.set ?? {},
    clear: written.clear ?? [],
    add: written.add ?? [],
    remove: written.remove ?? [],
    ...(manager === undefined ? {} : { manager }),
    ...(members === undefined ? {} : { members }),
    ...everyOf(written),
  };
}

function list(written: StepForms['list']): Intent {
  const { count } = written;
  return { kind: 'list', resource: written.list === 'users' ? 'User' : 'Group', ...(count === undefined ? {} : { count }) };
}

function request({ request: written, ignoringCase }: StepForms['request']): Intent {
  const { body, exceed, times } = written;
  return {
    kind: 'request',
    ...(exceed === undefined ? {} : { exceed }),
    ...(times === undefined ? {} : { times }),
    method: written.method ?? 'GET',
    target: written.path,
    headers: Object.entries(written.headers ?? {}),
    capture: written.capture ?? {},
    optional: written.optional ?? [],
    ignoringCase: ignoringCase ?? [],
    ...(body === undefined ? {} : { body }),
  };
}

function expectation(written: WrittenExpect | undefined): Expectation {
  if (written === undefined) return {};
  const { status, ...rest } = written;
  return status === undefined ? rest : { ...rest, status: typeof status === 'number' ? [status] : status };
}
