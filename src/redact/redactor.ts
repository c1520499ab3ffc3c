import { REDACTED } from '../base/redacted.js';
import type { RunEvent } from '../event/event.js';
import type { Json } from '../scim/json.js';
import { Finders } from './finders.js';
import { type Extent, INCOMING, OUTGOING } from './needles.js';
import { type Secret, Suspects } from './suspects.js';
import { replace } from './view.js';

export interface Redactor {
  /** The text without the secrets and without pieces of them: for what goes out. */
  text(text: string): string;
  /** The event without the secrets, itself where it holds none; names of free-form members are looked at too. */
  event(event: RunEvent): RunEvent;
  /** From now on this secret is looked for as well: a token that was fetched during the run. */
  add(secret: string): void;
  /**
   * What came from the target, whole: for the transport, before anything shortens, reads or stores it. Nothing goes that could
   * be there by chance, so that what remains can be judged: secrets of fewer than eight characters are left to `text`.
   */
  readonly incoming: Incoming;
}

export interface Incoming {
  text(text: string): string;
  /** A deep copy without the secrets in names, texts and numbers. */
  json(value: Json): Json;
}

/** Members with words of our own, which reports compare: a secret that happens to be one of these words must not change them. */
const FIXED: ReadonlySet<string> = new Set([
  'type',
  'dialect',
  'family',
  'client',
  'check',
  'severity',
  'impact',
  'kind',
  'level',
  'method',
  'purpose',
  'category',
  'overallResult',
  'need',
  'resourceType',
  'status',
  'time',
]);

/** Deeper values cannot come from the parser, which stops earlier. */
const MAX_DEPTH = 200;

/**
 * Takes secrets out of everything that comes from a target, and once more out of everything that goes to the reporters.
 *
 * @param secrets what must not be shown; see `finderOf` for the encodings that are covered
 * @param known texts that anybody may read, such as the names in the standard: pieces that a secret shares with them stay
 */
export function redactor(secrets: readonly string[], known: readonly string[] = []): Redactor {
  const suspects = new Suspects();
  const all = new Set<string>();
  const add = (secret: string): void => {
    if (all.has(secret)) return;
    all.add(secret);
    suspects.add(secret);
  };
  for (const secret of secrets) add(secret);
  const hiding = (extent: Extent) => {
    const finders = new Finders(extent, known);
    return (text: string): string => {
      const found = suspects.in(text);
      if (found.length === 0) return text;
      // Nearly always the secret stands there as it is: where nothing is left of it then, there is nothing to be searched for.
      const rest = withoutVerbatim(text, found, extent);
      if (rest !== text && suspects.in(rest).length === 0) return rest;
      return replace(text, finders.of(found).find(text, suspects.worth(extent)), REDACTED);
    };
  };
  const text = hiding(OUTGOING);
  const incoming = hiding(INCOMING);

  /** What holds no secret is handed on as it is: hardly anything does, and a run has thousands of events. */
  function copy(value: unknown, free: boolean, depth: number, name?: string): unknown {
    if (typeof value === 'string') return !free && name !== undefined && FIXED.has(name) ? value : text(value);
    if (typeof value === 'number') return free && text(String(value)) !== String(value) ? REDACTED : value;
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return REDACTED;
    // Whatever else is an object has members.
    return Array.isArray(value) ? copyItems(value, free, depth, name) : copyMembers(value as Record<string, unknown>, free, depth);
  }

  function copyItems(items: readonly unknown[], free: boolean, depth: number, name?: string): readonly unknown[] {
    let copied: unknown[] | undefined;
    for (let index = 0; index < items.length; index++) {
      const shown = copy(items[index], free, depth + 1, name);
      if (shown !== items[index]) copied ??= items.slice(0, index);
      copied?.push(shown);
    }
    return copied ?? items;
  }

  function copyMembers(value: Readonly<Record<string, unknown>>, free: boolean, depth: number): object {
    let copied: [string, unknown][] | undefined;
    let index = 0;
    for (const key in value) {
      const member = value[key];
      const name = free ? text(key) : key;
      const shown = copy(member, free || key === 'details', depth + 1, key);
      if (shown !== member || name !== key) copied ??= Object.entries(value).slice(0, index);
      copied?.push([name, shown]);
      index++;
    }
    return copied === undefined ? value : Object.fromEntries(free ? distinct(copied) : copied);
  }

  return {
    text,
    // It has the shape of the original: only texts, and values inside the free-form `details`, differ.
    event: (event) => copy(event, false, 0) as RunEvent,
    add,
    incoming: { text: incoming, json: (value) => copyJson(value, incoming) },
  };
}

/** A secret of which no part can be a part of an escape sequence beside it, and which is not so short that it is looked for as a word. */
const EDGED = /^[A-Za-z0-9].{6,}[A-Za-z0-9]$/s;

/** The text without such secrets that stand in it as they are. */
function withoutVerbatim(text: string, secrets: readonly Secret[], { shortest }: Extent): string {
  const texts = secrets.map((secret) => secret.text).filter((secret) => EDGED.test(secret) && secret.length >= shortest);
  // One may hold another.
  return texts.sort((a, b) => b.length - a.length).reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
}

function copyJson(value: Json, hide: (text: string) => string): Json {
  if (typeof value === 'string') return hide(value);
  if (typeof value === 'number') return hide(String(value)) === String(value) ? value : REDACTED;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => copyJson(item, hide));
  return Object.fromEntries(distinct(Object.entries(value).map(([key, member]) => [hide(key), copyJson(member, hide)])));
}

/** Two names may become the same text; the later one is numbered so that nothing is lost. */
function distinct<T>(entries: readonly [string, T][]): [string, T][] {
  const seen = new Set<string>();
  return entries.map(([key, value]) => {
    let name = key;
    for (let count = 2; seen.has(name); count++) name = `${key} ${count}`;
    seen.add(name);
    return [name, value];
  });
}
