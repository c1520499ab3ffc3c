import { defined } from '../base/defined.js';
import type { Family } from '../client/family.js';
import { getMember, isObject } from '../scim/json.js';
import { parsePath } from '../scim/path.js';
import { SCOPES, type WriteCheck } from './check.js';
import type { CheckId } from './check-id.js';
import type { Difference, ObservedWrite } from './context.js';
import { OF_FORM } from './of-form.js';
import type { WriteOperation } from './operation.js';
import { withRoots } from './roots.js';
import type { Judgement } from './symptom.js';

/** Judges a write by what the target holds afterwards: what is wrong, and which checks held. */
export type WriteJudge = (write: ObservedWrite) => Judgement;

/**
 * Makes the judge of writes. Each difference names the checks that explain it, the widest first; operations without a
 * difference clear theirs.
 *
 * @param checks the checks that it asks, in any order
 */
export function createWriteJudge(checks: readonly WriteCheck[]): WriteJudge {
  const ordered = byPrecedence(checks);
  const minded = new Map<Family, readonly WriteCheck[]>();
  return (write) => {
    const asked = minded.get(write.family) ?? ordered.filter((check) => check.clients.includes(write.family));
    minded.set(write.family, asked);
    return judgeWith(asked, write);
  };
}

/**
 * Puts the checks in the order in which they are named: by scope, the widest first; of one scope by id.
 *
 * @param checks in any order
 */
export function byPrecedence(checks: readonly WriteCheck[]): WriteCheck[] {
  return [...checks].sort((a, b) => SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) || (a.id < b.id ? -1 : 1));
}

/**
 * The checks that a write exercises: where it is accepted, none of them is the reason why another form of it was refused.
 *
 * @param checks the checks that are asked
 * @param write the write
 */
export function exercisedBy(checks: readonly WriteCheck[], write: ObservedWrite): ReadonlySet<CheckId> {
  const exercised = checks.filter((check) => write.operations.some((operation) => check.exercises(operation, write)));
  return new Set(exercised.map((check) => check.id));
}

function judgeWith(checks: readonly WriteCheck[], write: ObservedWrite): Judgement {
  const { resourceType } = write.request;
  const refused = write.differences.some((difference) => difference.kind === 'refused');
  const well = refused ? [] : write.operations.filter((operation) => wentWell(operation, write));
  const isShownToHold = (check: WriteCheck): boolean =>
    well.some((operation) => check.exercises(operation, write) && (check.proves?.(operation, write) ?? true));
  const symptoms = write.differences.map((difference) => {
    const concerned = difference.operation === undefined ? write.operations : [difference.operation];
    // A form that the same write was understood in elsewhere is not the reason.
    const isUnderstood = (check: WriteCheck): boolean => OF_FORM.has(check.id) && isShownToHold(check);
    const explaining = checks.filter(
      (check) => concerned.some((each) => check.exercises(each, write)) && check.explains(difference, write),
    );
    const others = explaining.filter((check) => !isUnderstood(check));
    const fitting = others.length > 0 ? others : explaining;
    const decisive = fitting.filter((check) => check.decisive === true && check.isPlain?.(write) !== false).slice(-1);
    const ids = (decisive.length > 0 ? decisive : untilHeldLast(fitting, write)).map((check) => check.id);
    // A value that nobody asked to change may have been written by a request that was meant for somebody else.
    const elsewhere =
      difference.kind === 'changed' ||
      (difference.kind === 'missing' && difference.operation?.kind === 'create') ||
      (difference.operation === undefined && difference.kind !== 'refused');
    // Whoever is there unnoticed, or could not be deleted, has the name: that explains a conflict, and no other refusal.
    const conflicts = isConflict(write) ? fitting.flatMap((check) => check.conflictRoots ?? []) : [];
    const candidates: CheckId[] = [...new Set([...(elsewhere ? (['SC2701'] as const) : []), ...conflicts, ...withRoots(ids)])];
    return {
      candidates,
      subject: subjectOf(difference),
      ...defined({ resourceType }),
      ...(difference.path === '' ? {} : { path: difference.path }),
      expected: difference.expected,
      received: difference.received,
    };
  });
  const suspected = new Set(symptoms.flatMap((symptom) => symptom.candidates));
  const cleared = checks.filter((check) => !suspected.has(check.id) && isShownToHold(check));
  return { symptoms, held: cleared.map((check) => check.id), ...defined({ resourceType }) };
}

/** Whether an operation asked for a change that shows, and that was made. */
function wentWell(operation: WriteOperation, write: ObservedWrite): boolean {
  return (
    operation.changes &&
    shows(operation, write) &&
    !isSpoiled(operation, write) &&
    !write.differences.some((difference) => concerns(operation, difference))
  );
}

/** Some targets answer a conflict with another status, and say what it is (RFC 7644 §3.12). */
function isConflict({ response: { status, body } }: ObservedWrite): boolean {
  return status === 409 || (status >= 400 && isObject(body) && getMember(body, 'scimType') === 'uniqueness');
}

/**
 * Whether the comparison that follows a write would show that the operation was not carried out. Flags of elements, what a
 * server owns or hides, and what a later operation of the same write overwrites do not show.
 */
function shows(operation: WriteOperation, write: ObservedWrite): boolean {
  const { path } = operation;
  if (path?.attribute === undefined) return operation.kind === 'create' || operation.kind === 'put';
  if (/^(primary|type|display)$/i.test(path.sub ?? '')) return false;
  const definition = write.facts.schemas.find(path, write.request.resourceType ?? 'User');
  // What is added to a list leaves what stands there.
  const overwrites = ({ text, kind }: WriteOperation): boolean =>
    text === operation.text && (kind !== 'add' || definition?.multiValued !== true);
  if (write.operations.slice(write.operations.indexOf(operation) + 1).some(overwrites)) return false;
  return definition !== undefined && definition.mutability !== 'readOnly' && definition.returned !== 'never';
}

/** Where something went wrong before, a success may be due to that and proves nothing. */
function isSpoiled(operation: WriteOperation, { unreliable: tainted, facts }: ObservedWrite): boolean {
  if (tainted === undefined || tainted.size === 0) return false;
  // A whole write went wrong, or this is one.
  if (tainted.has('') || operation.attribute === undefined) return true;
  return [...tainted].some((path) => {
    const parsed = parsePath(path, facts.schemas.urns);
    return !parsed.ok || parsed.value.attribute?.toLowerCase() === operation.attribute;
  });
}

/** The checks that explain a trouble unless they held elsewhere come last: of equals the last one is named. */
function untilHeldLast(checks: readonly WriteCheck[], write: ObservedWrite): WriteCheck[] {
  const last = (check: WriteCheck): number => (check.decisive === 'until-held' && check.isPlain?.(write) !== false ? 1 : 0);
  return [...checks].sort((a, b) => last(a) - last(b));
}

/** Of several operations on one attribute none is proven while any of them is in doubt. */
function concerns(operation: WriteOperation, difference: Difference): boolean {
  return (
    difference.operation !== undefined && (difference.operation === operation || difference.operation.attribute === operation.attribute)
  );
}

/** What the trouble is about, so that the same trouble in many exchanges counts as one. */
function subjectOf(difference: Difference): string {
  return difference.kind === 'refused' ? 'refused' : `${difference.kind} ${difference.path.toLowerCase()}`;
}
