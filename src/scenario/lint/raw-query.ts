import { parseFilter, pathsIn } from '../../scim/filter.js';
import type { ResourceType } from '../../scim/message.js';
import type { AttributePath } from '../../scim/path.js';
import type { Diagnostic } from '../../yaml/diagnostic.js';
import { nearest } from '../../yaml/nearest.js';
import { inStep, type StepInPlace } from './place.js';

/** The parameters of a query (RFC 7644 §3.4.2 and §3.9). */
const PARAMETERS = ['filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'attributes', 'excludedAttributes'];

/** Parameters whose value is a list of attributes, or one. */
const NAMING = new Set(['sortBy', 'attributes', 'excludedAttributes']);

/** Message and hint. */
type Slip = readonly [message: string, hint: string | undefined];

/**
 * Finds slips of the pen in the query of a request: parameters, attributes, and a filter that cannot be read.
 *
 * @param place the step and what came before it
 * @param query what stands behind the `?`, percent-encoded, with `${variables}`
 * @param type the resource type that is asked for; undefined: another one, whose attributes nobody knows here
 * @param start where the query begins in the path
 */
export function queryProblems(place: StepInPlace<'request'>, query: string, type: ResourceType | undefined, start: number): Diagnostic[] {
  const problems: Diagnostic[] = [];
  let offset = start;
  for (const part of query.split('&')) {
    const [name = '', value = ''] = split(part);
    const say = (message: string, hint?: string): number =>
      problems.push(place.document.problem(inStep(place, 'request', 'path'), message, { hint, offset }));
    const near = PARAMETERS.includes(name) ? undefined : nearest(name, PARAMETERS);
    if (near !== undefined) say(`there is no query parameter "${name}"`, `Did you mean "${near}"?`);
    const text = decoded(value);
    if (text !== undefined && type !== undefined) for (const [message, hint] of valueProblems(place, name, text, type)) say(message, hint);
    offset += part.length + 1;
  }
  return problems;
}

function valueProblems(place: StepInPlace, name: string, text: string, type: ResourceType): Slip[] {
  if (name === 'filter') {
    const parsed = parseFilter(text);
    if (!parsed.ok && place.step.expect.status === undefined) return [];
    if (!parsed.ok)
      return [[`the filter cannot be read: ${parsed.message}`, 'A target that is to refuse it has an expect with the status 400.']];
    return pathsIn(parsed.value).flatMap((path) => misnamed(place, path, type));
  }
  if (!NAMING.has(name)) return [];
  return text.split(',').flatMap((each) => {
    const parsed = place.attributes.parse(each.trim());
    return parsed.ok ? misnamed(place, parsed.value, type) : [];
  });
}

function misnamed({ attributes }: StepInPlace, path: AttributePath, type: ResourceType): Slip[] {
  const misnomer = attributes.misnomer(path, [type]);
  return misnomer?.slip === true ? [[misnomer.message, misnomer.hint]] : [];
}

function split(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

/** The text as the target reads it, with a letter in place of each variable; undefined where it cannot be decoded. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replace(/\$\{[^}]*\}/g, 'v').replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
