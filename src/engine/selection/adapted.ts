import type { Family } from '../../client/client.js';
import type { Mapping } from '../../mapping/mapping.js';
import type { Scenario, Step } from '../../scenario/scenario.js';
import { findAttribute } from '../../scim/attribute.js';
import { isObject, type Json, type JsonObject } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import type { SchemaSet } from '../../scim/schema-set.js';
import { mappedRows, offers, rowOf, targetPath } from '../mapping/mapped-rows.js';
import { type CompiledPath, compilePath } from '../state/compiled-path.js';
import { withOwnValues } from './own-values.js';
import { renamedIn } from './renamed-step.js';
import { withSomebodyInGroups } from './somebody-in-groups.js';

/**
 * A scenario as this app can play it. Where it needs an attribute that the mapping does not have, or that the target requires of
 * everybody, one that it names in its stead takes its place, in bodies, filters and expectations; and nobody is created without what
 * the target requires, or given what it does not allow or what somebody else has. Entra and Okta make empty groups whatever a target
 * says; a client of the standard reads it.
 *
 * @param scenario the scenario
 * @param mapping what the app exchanges
 * @param schemas what the target advertises
 * @param family whose client plays it
 */
export function adapted(scenario: Scenario, mapping: Mapping, schemas: SchemaSet, family: Family): Scenario {
  const named = withOwnValues(withAllowed(withOthers(scenario, mapping, schemas), mapping), mapping);
  const whole = { ...named, steps: named.steps.map((step) => withRequired(step, mapping, schemas)) };
  return family === 'rfc' ? withSomebodyInGroups(whole, schemas) : whole;
}

function withOthers(scenario: Scenario, mapping: Mapping, schemas: SchemaSet): Scenario {
  // What the target requires of everybody cannot be taken away, nor be absent; some attributes have only what it allows, or stay.
  const isFree = (name: string): boolean => {
    const { definition } = compilePath(schemas, 'User', name);
    if (definition?.mutability === 'immutable' || definition?.mutability === 'readOnly') return false;
    // Nobody need be found by what is never shown (RFC 7644 §7.5.2).
    if (definition?.returned === 'never' || definition?.mutability === 'writeOnly') return false;
    return definition?.required !== true && definition?.canonicalValues === undefined;
  };
  let result = scenario;
  for (const [name, others] of Object.entries(scenario.instead ?? {})) {
    if (offers(mapping, name, ['User']) && isFree(name)) continue;
    // What the scenario uses already stands for something else.
    const used = JSON.stringify(result.steps);
    const other = others.find((each) => offers(mapping, each, ['User']) && isFree(each) && !wordOf(each).test(used));
    if (other === undefined) continue;
    const renamed = (text: string): string => text.replace(wordOf(name), (found) => inCaseOf(found, other));
    result = { ...result, needs: result.needs.map(renamed), steps: result.steps.map((step) => renamedIn(step, renamed)) };
  }
  return result;
}

/**
 * The scenario with values that the target allows in the place of its own, wherever they stand. The last ones are taken: people have
 * the first.
 */
function withAllowed(scenario: Scenario, mapping: Mapping): Scenario {
  const chosen = new Map<string, string>();
  for (const { path, value } of scenario.steps.flatMap(valuesIn)) {
    const allowed = rowOf(mapping, 'User', targetPath(path))?.allowed;
    if (allowed === undefined || typeof value !== 'string' || chosen.has(value)) continue;
    if (allowed.some((each) => each.toLowerCase() === value.toLowerCase())) continue;
    const free = allowed.filter((each) => ![...chosen.values()].includes(each));
    const other = free.at(-1);
    if (other !== undefined) chosen.set(value, other);
  }
  const replaced = (text: string): string => chosen.get(text) ?? text;
  return chosen.size === 0 ? scenario : { ...scenario, steps: scenario.steps.map((step) => renamedIn(step, replaced)) };
}

/** The values that a step gives people by the names of attributes. */
function valuesIn({ intent }: Step): { readonly path: string; readonly value: Json }[] {
  const given = intent.kind === 'update' ? intent.set : intent.kind === 'create' && intent.object.type === 'User' ? intent.object.with : {};
  return Object.entries(given).map(([path, value]) => ({ path, value }));
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${name.replace('.', '\\.')}(?![A-Za-z0-9])`, 'gi');
}

/** `TITLE` becomes `NICKNAME`, `Title` becomes `NickName`. */
function inCaseOf(found: string, other: string): string {
  if (found === found.toUpperCase()) return other.toUpperCase();
  return /^[A-Z]/.test(found) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

/** Unless the step says what must come of it, people have what the target requires of everybody (RFC 7643 §7). */
function withRequired(step: Step, mapping: Mapping, schemas: SchemaSet): Step {
  const { intent, expect } = step;
  if (intent.kind !== 'create' || expect.status !== undefined) return step;
  const given = withTypes(intent.object.with, intent.object.type, schemas);
  return withoutLess({ ...step, intent: { ...intent, object: { ...intent.object, with: given } } }, mapping, schemas);
}

/** The elements of lists with a type, and with a primary one, where the target requires that. */
function withTypes(given: Readonly<Record<string, Json>>, type: ResourceType, schemas: SchemaSet): Record<string, Json> {
  const typed = (path: string, value: Json): Json => {
    const { attribute, path: parsed } = compilePath(schemas, type, path);
    const part = findAttribute(attribute?.subAttributes, 'type');
    const isMarked = findAttribute(attribute?.subAttributes, 'primary')?.required === true;
    if (!Array.isArray(value) || parsed?.sub !== undefined || (part?.required !== true && !isMarked)) return value;
    const demanded = (index: number): JsonObject => ({
      ...(part?.required === true ? { type: part.canonicalValues?.[0] ?? 'work' } : {}),
      ...(isMarked ? { primary: index === 0 } : {}),
    });
    return value.map((each, index) => (isObject(each) ? { ...demanded(index), ...each } : each));
  };
  return Object.fromEntries(Object.entries(given).map(([path, value]) => [path, typed(path, value)]));
}

function withoutLess(step: Step, mapping: Mapping, schemas: SchemaSet): Step {
  const { intent } = step;
  if (intent.kind !== 'create' || intent.object.without.length === 0) return step;
  const { type, without } = intent.object;
  const attributeOf = (name: string): CompiledPath['attribute'] => compilePath(schemas, type, targetPath(name)).attribute;
  const missing = new Set(without.map((name) => targetPath(name).toLowerCase()));
  // A name of which all parts are taken away is none.
  const isWhole = (name: string): boolean => {
    const attribute = attributeOf(name);
    const parts = mappedRows(mapping, type).filter((row) => attributeOf(row.name)?.name === attribute?.name);
    return attribute?.required === true && parts.every((row) => missing.has(targetPath(row.name).toLowerCase()));
  };
  const kept = without.filter((name) => !isDemanded(compilePath(schemas, type, targetPath(name))) && !isWhole(name));
  return kept.length === without.length ? step : { ...step, intent: { ...intent, object: { ...intent.object, without: kept } } };
}

/** A person with a given name has a name; who is without the only address has none. */
function isDemanded({ attribute, definition }: CompiledPath): boolean {
  return definition?.required === true || (attribute?.required === true && attribute.multiValued);
}
