import { plainText } from '../../base/plain-text.js';
import type { DirectoryValue } from '../../client/client.js';
import { type Identity, personValues } from '../../client/values/person.js';
import { guid, seededRandom } from '../../client/values/random.js';
import { DEFAULT_MAPPING } from '../../mapping/default.js';
import { attributesIn, evaluate } from '../../mapping/entra-export/evaluate.js';
import { isKnownSource, sourcesOf, sourceUser, valueOfSource } from '../../mapping/entra-export/source-user.js';
import type { MappedAttribute, Mapping, UnsentAttribute } from '../../mapping/mapping.js';
import { unsentOf } from '../../mapping/unsent.js';
import type { Json, JsonObject } from '../../scim/json.js';

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
 * @param given values that a scenario gives the person, by SCIM path: expressions see them
 */
export function applyExpressions(
  values: Map<string, DirectoryValue>,
  rows: readonly MappedAttribute[],
  identity: Identity,
  given: ReadonlyMap<string, DirectoryValue> = new Map(),
): void {
  const made = rows.filter((row) => row.expression !== undefined && row.type !== 'Reference');
  if (made.length > 0) {
    const seed = [identity.seed, identity.dialect, identity.scenario, identity.key].join('|');
    // Expressions are Entra's, whoever plays them; a person's object id is no attribute of the mapping.
    const whole = personValues({ ...identity, family: 'entra' }, DEFAULT_MAPPING.users);
    const source = sourceUser((path) => jsonOf(given.get(path) ?? whole.get(path)), ROLES);
    const objectId = guid(seededRandom(`${seed}|object id`));
    const random = seededRandom(`${seed}|expressions`);
    for (const row of made) {
      const held = jsonOf(values.get(row.name));
      // A plain attribute that nothing is known of has the value that the target's attribute has by its type.
      if (isUnknownAlone(row.expression)) continue;
      const result = evaluate(row.expression ?? '', withUnknown({ ...source, objectId }, row, held), { now: NOW, random });
      const value = result.ok ? typed(result.value, row) : undefined;
      if (value === undefined) values.delete(row.name);
      else values.set(row.name, value);
    }
  }
  for (const row of rows)
    if (row.default !== undefined && row.sparse !== true && !values.has(row.name))
      values.set(row.name, typed(row.default, row) ?? row.default);
}

/**
 * What expressions of several attributes make anew when some of these change: a name that is joined from others.
 *
 * @param rows rows of the mapping
 * @param after the person's values after the change, by target path
 * @param changed the target paths that change
 * @returns target path → value, only where it differs
 */
export function remadeValues(
  rows: readonly MappedAttribute[],
  after: ReadonlyMap<string, DirectoryValue>,
  changed: readonly string[],
): Map<string, DirectoryValue> {
  const remade = new Map<string, DirectoryValue>();
  const source = sourceUser((path) => jsonOf(after.get(path)));
  const sources = sourcesOf(changed);
  for (const row of rows) {
    const { expression = '', name, createOnly } = row;
    const used = [...expression.matchAll(/\[(\w+)\]/g)].map(([, attribute = '']) => attribute);
    // An expression of attributes that are not mapped themselves cannot be followed.
    if (createOnly === true || used.length < 2 || changed.includes(name) || !used.some((each) => sources.has(each))) continue;
    if (used.some((attribute) => source[attribute] === undefined)) continue;
    const result = evaluate(expression, source, { now: NOW, random: seededRandom('') });
    const value = result.ok ? typed(result.value, row) : undefined;
    if (value !== undefined && value !== after.get(name)) remade.set(name, value);
  }
  return remade;
}

/**
 * The attributes of users that are mapped and that no person of a run gets a value for, because their expressions cannot be
 * evaluated: by what they are made of, or by what they make of a person's values.
 *
 * @param mapping the mapping
 * @param identity one person of the run
 */
export function neverSent(mapping: Mapping, identity: Identity): UnsentAttribute[] {
  const unsent = unsentOf(mapping);
  const known = new Set(unsent.map(({ name }) => name));
  const whole = personValues({ ...identity, family: 'entra' }, DEFAULT_MAPPING.users);
  const source = { ...sourceUser((path) => jsonOf(whole.get(path)), ROLES), objectId: guid(seededRandom('')) };
  const more = mapping.users.flatMap((row): UnsentAttribute[] => {
    if (row.expression === undefined || row.type === 'Reference' || known.has(row.name)) return [];
    const result = evaluate(row.expression, withUnknown(source, row, undefined), { now: NOW, random: seededRandom('') });
    if (result.ok) return [];
    return [{ name: row.name, reason: `${result.message}${row.line === undefined ? '' : ` (line ${row.line})`}` }];
  });
  return [...unsent, ...more];
}

/** `[extensionAttribute1]`, and nothing else. */
function isUnknownAlone(expression = ''): boolean {
  const [name, ...others] = attributesIn(expression);
  return name !== undefined && others.length === 0 && expression.trim() === `[${name}]` && !isKnownSource(name);
}

/** The person with values for attributes that only this row asks for. */
function withUnknown(source: JsonObject, row: MappedAttribute, held: Json | undefined): JsonObject {
  const mail = plainText(source['mail'] ?? source['userPrincipalName'] ?? '');
  const unknown = attributesIn(row.expression ?? '').filter((name) => !isKnownSource(name));
  return { ...Object.fromEntries(unknown.map((name) => [name, valueOfSource(name, mail, held)])), ...source };
}

function jsonOf(value: DirectoryValue | undefined): Json | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value.reference : value;
}

/** Expressions give text; a boolean attribute is sent as a boolean when the object is created. */
function typed(value: Json | undefined, row: MappedAttribute): DirectoryValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (row.multiValued === true && !Array.isArray(value)) {
    const element = typed(value, { ...row, multiValued: false });
    return element === undefined || typeof element === 'object' ? element : [element];
  }
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
