import { isObject, type Json, type JsonObject } from '../scim/json.js';
import { TARGET_VALUES } from './values.js';

/** A user as created, and as changed. */
export type TwoStates = readonly [created: JsonObject, changed: JsonObject];

/** What the template's parameters say of the people that it makes. */
export interface TestValues {
  /** `scimTargetUserValues`, by target path: for the users that the template creates itself. */
  readonly target: TwoStates;
  /** `defaultUserProperties`, by attribute of the directory: for those that Entra provisions. */
  readonly directory: TwoStates;
}

/** What the template ships, as far as it is the same for everybody. */
export const DEFAULT_VALUES: TestValues = { target: TARGET_VALUES, directory: [{}, {}] };

export type ReadParameters = { readonly ok: true; readonly values: TestValues } | { readonly ok: false; readonly message: string };

/**
 * Reads the template's parameter file (`Orchestrator_Parameters.json`), of which the profiles of people count and nothing else: it may
 * hold secrets.
 *
 * @param text the file: parameters as `{type, value}`, or as bare lists
 */
export function readParameters(text: string): ReadParameters {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, message: 'it is not JSON' };
  }
  const all = isObject(file as Json) ? (file as JsonObject) : {};
  const parameters = isObject(all['parameters']) ? all['parameters'] : all;
  const target = profiles(parameters['scimTargetUserValues']);
  const directory = profiles(parameters['defaultUserProperties']);
  if (target === 'wrong' || directory === 'wrong')
    return { ok: false, message: 'scimTargetUserValues and defaultUserProperties are lists of objects, each with a value per attribute' };
  if (target === undefined && directory === undefined)
    return { ok: false, message: 'it has neither scimTargetUserValues nor defaultUserProperties' };
  return {
    ok: true,
    values: {
      // Of a single profile the template takes no changed values.
      target: target === undefined ? DEFAULT_VALUES.target : [target[0] ?? {}, target[1] ?? {}],
      directory: directory === undefined ? DEFAULT_VALUES.directory : [directory[0] ?? {}, directory[1] ?? directory[0] ?? {}],
    },
  };
}

function profiles(parameter: Json | undefined): readonly JsonObject[] | 'wrong' | undefined {
  const value = isObject(parameter) ? parameter['value'] : parameter;
  if (value === undefined) return undefined;
  return Array.isArray(value) && value.length > 0 && value.every(isObject) ? value : 'wrong';
}

/**
 * The value that a profile has for an attribute of the directory: nested where its name has a dot, of a list the first.
 *
 * @param profile one of `defaultUserProperties`
 * @param source `givenName`
 */
export function profileValue(profile: JsonObject, source: string): Json | undefined {
  const nested = source.split('.').reduce<Json | undefined>((value, part) => (isObject(value) ? value[part] : undefined), profile);
  const value = profile[source] ?? nested;
  const first = Array.isArray(value) ? value[0] : value;
  return first === null || first === '' || isObject(first) ? undefined : first;
}
