import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { parsePath } from '../../scim/path.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import type { Path } from '../../yaml/document.js';
import { pathProblems } from './paths.js';
import type { StepInPlace } from './place.js';
import { typeProblems } from './types.js';

/** Attributes that the target alone decides (RFC 7643 §3.1, §4.1.2). */
const SERVERS_OWN: readonly string[] = ['id', 'meta', 'schemas', 'groups'];

/** What a step writes: values, and paths that are to have none. */
export interface Written {
  readonly values: Readonly<Record<string, Json>>;
  readonly valuesAt: Path;
  readonly cleared: readonly string[];
  readonly clearedAt: Path;
  readonly type: ResourceType | undefined;
  /** How members are written instead. */
  readonly membersHint: string;
  /** Whether `manager` may stand among the paths without a value. */
  readonly managerMayLack: boolean;
}

/**
 * Checks what a step writes.
 *
 * @param place the step and what came before it
 * @param written the values and paths, and where they stand
 */
export function writtenProblems(place: StepInPlace, written: Written): Diagnostic[] {
  const { values, cleared, type } = written;
  const given = Object.entries(values).flatMap(([path, value]) => {
    const at = [...written.valuesAt, path];
    const malformed = pathProblems(place, at, path, type, 'key');
    if (malformed.length > 0) return malformed;
    return [...ownedProblems(place, written, path, at, 'key'), ...typeProblems(place, path, value, type, at)];
  });
  const taken = cleared.flatMap((path, index) => {
    const at = [...written.clearedAt, index];
    const malformed = pathProblems(place, at, path, type);
    if (malformed.length > 0) return malformed;
    const both = Object.hasOwn(values, path) ? [place.document.problem(at, `"${path}" is given a value and taken away in one step`)] : [];
    return [...ownedProblems(place, written, path, at, 'value'), ...both];
  });
  return [...given, ...taken];
}

/** Attributes that a directory does not write, or that have a key of their own in a step. */
function ownedProblems({ document }: StepInPlace, written: Written, path: string, at: Path, side: 'key' | 'value'): Diagnostic[] {
  const parsed = parsePath(path);
  const attribute = parsed.ok ? parsed.value.attribute?.toLowerCase() : undefined;
  const urn = parsed.ok ? parsed.value.urn : undefined;
  if (attribute === 'members' && urn === undefined) {
    return [document.problem(at, 'members are objects of the scenario, not values', { hint: written.membersHint, at: side })];
  }
  if (attribute === 'manager' && (side === 'key' || !written.managerMayLack)) {
    return [
      document.problem(at, 'a manager is an object of the scenario, not a value', { hint: 'Name the user under manager.', at: side }),
    ];
  }
  if (urn === undefined && attribute !== undefined && SERVERS_OWN.includes(attribute)) {
    return [document.problem(at, `"${path}" is for the target to decide`, { at: side })];
  }
  return [];
}
