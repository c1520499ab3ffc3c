import type { DirectoryValue } from '../../client/client.js';
import { type Identity, personValues } from '../../client/values/person.js';
import { seededRandom } from '../../client/values/random.js';
import { DEFAULT_MAPPING } from '../../mapping/default.js';
import { evaluate } from '../../mapping/entra-export/evaluate.js';
import { sourceUser } from '../../mapping/entra-export/source-user.js';
import type { MappedAttribute } from '../../mapping/mapping.js';
import type { Json } from '../../scim/json.js';

/** What `Now()` gives: the same in every run, so that a run can be repeated. */
const NOW = Date.UTC(2026, 3, 1, 8, 30);

/** The app role that synthetic people have. */
const ROLES = ['Editor'];

/**
 * Puts the values in place that Entra's expressions make of a person, and the defaults where there is none.
 *
 * @param values target path → value, changed in place
 * @param rows rows of the mapping
 * @param identity the person
 */
export function applyExpressions(values: Map<string, DirectoryValue>, rows: readonly MappedAttribute[], identity: Identity): void {
  const made = rows.filter((row) => row.expression !== undefined && row.type !== 'Reference');
  if (made.length > 0) {
    const whole = personValues(identity, DEFAULT_MAPPING.users);
    const source = sourceUser((path) => jsonOf(whole.get(path)), ROLES);
    const random = seededRandom([identity.seed, identity.dialect, identity.scenario, identity.key, 'expressions'].join('|'));
    for (const row of made) {
      const result = evaluate(row.expression ?? '', source, { now: NOW, random });
      const value = result.ok ? typed(result.value, row) : undefined;
      if (value === undefined) values.delete(row.name);
      else values.set(row.name, value);
    }
  }
  for (const row of rows)
    if (row.default !== undefined && row.sparse !== true && !values.has(row.name))
      values.set(row.name, typed(row.default, row) ?? row.default);
}

function jsonOf(value: DirectoryValue | undefined): Json | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value.reference : value;
}

/** Expressions give text; a boolean attribute is sent as a boolean when the object is created. */
function typed(value: Json | undefined, row: MappedAttribute): DirectoryValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (row.type === 'Boolean' && typeof value === 'string') return value.toLowerCase() === 'true';
  if (
    (row.type === 'Integer' || row.type === 'Decimal') &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    !Number.isNaN(Number(value))
  )
    return Number(value);
  if (typeof value === 'object' && !Array.isArray(value)) return [value];
  return value;
}
