import type { Json, JsonObject } from '../scim/json.js';
import { isObject } from '../scim/json.js';

/** What `${…}` names. */
export type Variable =
  /** `${KEY.path}`: a target path of an object of the scenario; `id` is the id that the target gave it. */
  | { readonly kind: 'object'; readonly object: string; readonly path: string }
  /** `${run.id}`: the same throughout a run; it follows from the seed. */
  | { readonly kind: 'run-id' }
  /** `${run.domain}`: the mail domain of the run's people. */
  | { readonly kind: 'run-domain' }
  /** `${run.date+14d}`, `${run.time-2h}`: the day or the moment at which the run began, and so many milliseconds later. */
  | { readonly kind: 'run-time'; readonly form: 'date' | 'time'; readonly offset: number }
  /** `${random.uuid}`: a fresh UUID, which no resource of the target has. */
  | { readonly kind: 'random-uuid' }
  /** `${each}`, `${each.name}`: an item of a list for which steps are repeated. Writing the steps out puts it in. */
  | { readonly kind: 'each'; readonly name?: string }
  /** `${random.digits}`: six digits, the same throughout a scenario under one client. */
  | { readonly kind: 'random-digits' }
  /** `${random.mark}`: nine letters and digits that nobody else's name has, the same throughout a scenario under one client. */
  | { readonly kind: 'random-mark' }
  /** `${name}`: what an earlier `request` step captured. */
  | { readonly kind: 'captured'; readonly name: string };

/** A piece of a template; `offset` counts UTF-16 code units from the start of the text. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly offset: number }
  | { readonly kind: 'variable'; readonly variable: Variable; readonly offset: number };

export type ParsedTemplate =
  | { readonly ok: true; readonly segments: readonly Segment[] }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/** Words that stand before a dot and are no objects. */
export const RESERVED_NAMES: readonly string[] = ['run', 'random', 'each'];

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * Splits a text into plain pieces and variables. `$${` stands for a plain `${`.
 *
 * @param text a text of a scenario
 * @returns the pieces in order, or the first thing that cannot be read
 */
export function parseTemplate(text: string): ParsedTemplate {
  const segments: Segment[] = [];
  let plain = '';
  let plainOffset = 0;
  let at = 0;
  const flush = (): void => {
    if (plain !== '') segments.push({ kind: 'text', text: plain, offset: plainOffset });
    plain = '';
  };
  while (at < text.length) {
    if (text.startsWith('$${', at)) {
      if (plain === '') plainOffset = at;
      plain += '${';
      at += 3;
    } else if (text.startsWith('${', at)) {
      flush();
      const end = closingBrace(text, at + 2);
      if (end < 0) return { ok: false, message: 'the variable is not closed with }', offset: at };
      const variable = parseVariable(text.slice(at + 2, end));
      if (typeof variable === 'string') return { ok: false, message: variable, offset: at };
      segments.push({ kind: 'variable', variable, offset: at });
      at = end + 1;
    } else {
      if (plain === '') plainOffset = at;
      const next = text.indexOf('$', at + 1);
      const end = next < 0 ? text.length : next;
      plain += text.slice(at, end);
      at = end;
    }
  }
  flush();
  return { ok: true, segments };
}

/**
 * Puts values in place of variables; inside the text of a filter they are escaped as JSON.
 *
 * @param segments what `parseTemplate` returned
 * @param lookup gives the value of a variable; may throw when there is none yet
 * @param encode applied to each value, never to the plain pieces: `encodeURIComponent` for paths
 */
export function fillTemplate(
  segments: readonly Segment[],
  lookup: (variable: Variable) => string,
  encode: (value: string) => string = (value) => value,
): string {
  let filled = '';
  for (const segment of segments) {
    if (segment.kind === 'text') filled += segment.text;
    else {
      const value = lookup(segment.variable);
      filled += encode(IN_FILTER.test(filled) ? JSON.stringify(value).slice(1, -1) : value);
    }
  }
  return filled;
}

/** The beginning of a filter's text, plain or percent-encoded: what follows is JSON (RFC 7644 §3.4.2.2), whatever a target's id holds. */
const IN_FILTER = /(?:\s|%20|\+)(?:eq|ne|co|sw|ew|gt|ge|lt|le)(?:\s|%20|\+)+(?:"|%22)(?:(?!"|%22).)*$/is;

/**
 * Fills every text inside a JSON value. Names of members stay as they are.
 *
 * @param value a value of a validated scenario
 * @param lookup gives the value of a variable
 * @throws Error when a text is no valid template; the loader has refused such scenarios
 */
export function fillValue(value: Json, lookup: (variable: Variable) => string): Json {
  if (typeof value === 'string') return fillText(value, lookup);
  if (Array.isArray(value)) return value.map((item) => fillValue(item, lookup));
  if (!isObject(value)) return value;
  const filled: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    // A member named __proto__ must stay a member.
    Object.defineProperty(filled, name, { value: fillValue(member, lookup), enumerable: true, configurable: true, writable: true });
  }
  return filled;
}

/**
 * Parses and fills one text.
 *
 * @param text a text of a validated scenario
 * @param lookup gives the value of a variable
 * @param encode applied to each value
 * @throws Error when the text is no valid template
 */
export function fillText(text: string, lookup: (variable: Variable) => string, encode?: (value: string) => string): string {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new Error(`${parsed.message} in ${JSON.stringify(text)}`);
  return fillTemplate(parsed.segments, lookup, encode);
}

/**
 * The variables in all texts of a value.
 *
 * @param value anything: texts are looked for in its members
 */
export function variablesIn(value: unknown): Variable[] {
  if (typeof value === 'string') {
    const parsed = value.includes('${') ? parseTemplate(value) : undefined;
    return parsed?.ok === true ? parsed.segments.flatMap((segment) => (segment.kind === 'variable' ? segment.variable : [])) : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(variablesIn) : [];
}

/** The `}` that ends a variable; one inside quotes belongs to a filter value. */
function closingBrace(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === '}' && !quoted) return at;
  }
  return -1;
}

/** `run.date+14d`: a day or a moment, and how far from it. */
const RUN_TIME = /^run\.(date|time)(?:\s*([+-])\s*(\d{1,5})\s*([a-z]*))?$/;

/** Milliseconds of what an offset may be counted in. */
const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function runTime([, form = '', sign, count = '0', unit]: readonly (string | undefined)[]): Variable | string {
  const length = unit === undefined ? 0 : UNITS[unit];
  if (length === undefined) return `an offset of run.${form} has a unit: s, m (minutes), h, d or w`;
  return { kind: 'run-time', form: form === 'date' ? 'date' : 'time', offset: Number(count) * length * (sign === '-' ? -1 : 1) };
}

/** The variable, or why there is none. */
function parseVariable(written: string): Variable | string {
  const expression = written.trim();
  if (expression === 'run.id') return { kind: 'run-id' };
  if (expression === 'run.domain') return { kind: 'run-domain' };
  const time = RUN_TIME.exec(expression);
  if (time !== null) return runTime(time);
  if (expression === 'random.uuid') return { kind: 'random-uuid' };
  if (expression === 'each') return { kind: 'each' };
  if (expression === 'random.digits') return { kind: 'random-digits' };
  if (expression === 'random.mark') return { kind: 'random-mark' };
  const dot = expression.indexOf('.');
  const name = dot < 0 ? expression : expression.slice(0, dot);
  if (expression === '') return 'the variable has no name';
  if (!NAME.test(name)) return `"${name}" is no variable name`;
  if (dot < 0) return { kind: 'captured', name };
  if (name === 'run')
    return 'the variables of run are ${run.id}, ${run.domain}, ${run.date} and ${run.time}; a date may go on like ${run.date+14d}';
  if (name === 'random') return 'the variables of random are ${random.uuid}, ${random.mark} and ${random.digits}';
  const path = expression.slice(dot + 1);
  if (name === 'each') return path === '' ? '"each." needs a name, such as ${each.title}' : { kind: 'each', name: path };
  return path === '' ? `"${name}." needs an attribute, such as \${${name}.id}` : { kind: 'object', object: name, path };
}
