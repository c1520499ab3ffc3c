import type { RunEvent } from '../event/event.js';
import type { Pattern } from './pattern.js';
import { replace } from './pattern.js';
import { secretFinder } from './secret.js';

/** What stands in a secret's place. */
export const REDACTED = '[redacted]';

export interface Redactor {
  /** The text without the secrets. */
  text(text: string): string;
  /** A deep copy of the event without the secrets; names of free-form members are looked at too. */
  event(event: RunEvent): RunEvent;
  /** From now on this secret is looked for as well: a token that was fetched during the run. */
  add(secret: string): void;
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
  'resourceType',
  'status',
]);

/** Deeper values cannot come from the parser, which stops earlier. */
const MAX_DEPTH = 200;

/**
 * Stands between the engine and all reporters: nothing that comes after it can show a secret.
 *
 * @param secrets what must not be shown; see `secretFinder` for the encodings that are covered
 */
export function redactor(secrets: readonly string[]): Redactor {
  const finders = new Map<string, Pattern>();
  const add = (secret: string) => {
    if (!finders.has(secret)) finders.set(secret, secretFinder(secret));
  };
  for (const secret of secrets) add(secret);
  // Searched in the original text, not one after the other: secrets may overlap.
  const text = (original: string) =>
    replace(
      original,
      [...finders.values()].flatMap((finder) => finder.find(original)),
      REDACTED,
    );

  function copy(value: unknown, free: boolean, depth: number, name?: string): unknown {
    if (typeof value === 'string') return !free && name !== undefined && FIXED.has(name) ? value : text(value);
    if (typeof value === 'number') return free && text(String(value)) !== String(value) ? REDACTED : value;
    if (typeof value !== 'object' || value === null) return value;
    if (depth > MAX_DEPTH) return REDACTED;
    if (Array.isArray(value)) return value.map((item) => copy(item, free, depth + 1, name));
    const entries = Object.entries(value).map(([key, member]): [string, unknown] => [
      free ? text(key) : key,
      copy(member, free || key === 'details', depth + 1, key),
    ]);
    return Object.fromEntries(distinct(entries));
  }

  return {
    text,
    // The copy has the shape of the original: only texts, and values inside the free-form `details`, differ.
    event: (event) => copy(event, false, 0) as RunEvent,
    add,
  };
}

/** Two names may become the same text; the later one is numbered so that nothing is lost. */
function distinct(entries: readonly [string, unknown][]): [string, unknown][] {
  const seen = new Set<string>();
  return entries.map(([key, value]) => {
    let name = key;
    for (let count = 2; seen.has(name); count++) name = `${key} ${count}`;
    seen.add(name);
    return [name, value];
  });
}
