import type { Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { parsePath } from '../scim/path.js';
import type { Diagnostic } from '../yaml/diagnostic.js';
import type { Path } from '../yaml/document.js';
import type { StepInPlace } from './meaning.js';
import { pathProblems } from './paths.js';

/** Attributes that the target alone decides (RFC 7643 §3.1, §4.1.2). */
const SERVERS_OWN: readonly string[] = ['id', 'meta', 'schemas', 'groups'];

/**
 * Checks the target paths of a step, and the values that it gives them.
 *
 * @param place the step and what came before it
 */
export function stepPathProblems(place: StepInPlace): Diagnostic[] {
  const { intent, expect } = place.step;
  const { document } = place;
  const at = (...path: Path): Path => ['steps', place.index, ...path];
  const type = typeOf(place);
  const problems: Diagnostic[] = [];
  if (intent.kind === 'create') {
    problems.push(...writeProblems(place, intent.object.with, at('create', 'with'), type));
    problems.push(...listProblems(place, intent.object.without, at('create', 'without'), type, intent.object.with));
  }
  if (intent.kind === 'update') {
    problems.push(...writeProblems(place, intent.set, at('set'), type));
    problems.push(...listProblems(place, intent.clear, at('clear'), type, intent.set));
  }
  if (intent.kind === 'match' && intent.by !== undefined) {
    problems.push(...pathProblems(document, at('by'), intent.by, type));
    if (intent.every !== undefined)
      problems.push(document.problem(at('every'), '"by" names one attribute and "every" names them all', { at: 'key' }));
  }
  if (intent.kind === 'request')
    for (const [index, path] of intent.ignoringCase.entries()) problems.push(...pathProblems(document, at('ignoringCase', index), path));
  for (const [path, value] of Object.entries(expect.attributes ?? {})) {
    if (intent.kind === 'request' && path.startsWith('/')) continue;
    problems.push(...pathProblems(document, at('expect', 'attributes', path), path, type, 'key'));
    problems.push(...truthProblems(place, path, value, at('expect', 'attributes', path)));
  }
  for (const [index, path] of (expect.absent ?? []).entries()) {
    if (intent.kind === 'request' && path.startsWith('/')) continue;
    problems.push(...pathProblems(document, at('expect', 'absent', index), path, type));
    if (expect.attributes !== undefined && Object.hasOwn(expect.attributes, path)) {
      problems.push(document.problem(at('expect', 'absent', index), `"${path}" is expected to have a value and to be absent`));
    }
  }
  return problems;
}

function typeOf({ step: { intent }, objects }: StepInPlace): ResourceType | undefined {
  if (intent.kind === 'create') return intent.object.type;
  if (intent.kind === 'list') return intent.resource;
  return 'object' in intent ? objects.find(intent.object)?.type : undefined;
}

function writeProblems(place: StepInPlace, values: Readonly<Record<string, Json>>, at: Path, type: ResourceType | undefined): Diagnostic[] {
  return Object.entries(values).flatMap(([path, value]) => {
    const where = [...at, path];
    const malformed = pathProblems(place.document, where, path, type, 'key');
    if (malformed.length > 0) return malformed;
    return [...ownedProblems(place, path, where, 'key'), ...truthProblems(place, path, value, where)];
  });
}

function listProblems(
  place: StepInPlace,
  paths: readonly string[],
  at: Path,
  type: ResourceType | undefined,
  values: Readonly<Record<string, Json>>,
): Diagnostic[] {
  return paths.flatMap((path, index) => {
    const where = [...at, index];
    const malformed = pathProblems(place.document, where, path, type);
    if (malformed.length > 0) return malformed;
    const both = Object.hasOwn(values, path)
      ? [place.document.problem(where, `"${path}" is given a value and taken away in one step`)]
      : [];
    return [...ownedProblems(place, path, where, 'value'), ...both];
  });
}

/** Attributes that a directory does not write, or that have a key of their own in a step. */
function ownedProblems({ document, step }: StepInPlace, path: string, at: Path, side: 'key' | 'value'): Diagnostic[] {
  const parsed = parsePath(path);
  const attribute = parsed.ok ? parsed.value.attribute?.toLowerCase() : undefined;
  const urn = parsed.ok ? parsed.value.urn : undefined;
  if (attribute === 'members' && urn === undefined) {
    const hint = step.intent.kind === 'create' ? 'Name the users under members.' : 'Name the users under add, remove or members.';
    return [document.problem(at, 'members are objects of the scenario, not values', { hint, at: side })];
  }
  if (attribute === 'manager' && (side === 'key' || step.intent.kind === 'update')) {
    return [
      document.problem(at, 'a manager is an object of the scenario, not a value', { hint: 'Name the user under manager.', at: side }),
    ];
  }
  if (urn === undefined && attribute !== undefined && SERVERS_OWN.includes(attribute)) {
    return [document.problem(at, `"${path}" is for the target to decide`, { at: side })];
  }
  return [];
}

/** `active` is a truth value; that some clients send it as text is the client's business. */
function truthProblems({ document }: StepInPlace, path: string, value: Json, at: Path): Diagnostic[] {
  if (path.toLowerCase() !== 'active' || typeof value === 'boolean') return [];
  return [
    document.problem(at, '"active" must be true or false', { hint: 'Write it without quotes; the client puts it into its own form.' }),
  ];
}
