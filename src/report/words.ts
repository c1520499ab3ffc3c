import type { Authority, Impact } from '../check/check.js';
import type { Defect } from '../event/defects.js';
import type { Position } from '../yaml/position.js';

/** What is at stake, in the words of headings. */
export const STAKES: Readonly<Record<Impact, string>> = {
  'access-kept': 'People keep access',
  'data-damaged': 'Data is damaged',
  'provisioning-lost': 'Provisioning does not work',
  noise: 'Noise',
};

/**
 * A number with its noun: `1 finding`, `3 findings`.
 *
 * @param count how many
 * @param noun in the singular
 * @param plural of a noun that takes more than an s
 */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/**
 * A duration for people: `0.4 s`, `85 s`, `3 min 20 s`.
 *
 * @param seconds how long
 */
export function durationOf(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 120 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * `scenarios/users/mover.yaml:14:7`, in the manner of compilers.
 *
 * @param source a place in a file
 */
export function placeOf(source: Position): string {
  return `${source.file}:${source.line}:${source.column}`;
}

/**
 * Who demands something, in a few words: `RFC 7644 §3.5.2.3 MUST`, `Entra documented`.
 *
 * @param authority one authority of a finding
 */
export function authorityOf(authority: Authority): string {
  switch (authority.kind) {
    case 'rfc-must':
      return `${authority.reference} MUST`;
    case 'rfc-says':
      return authority.reference;
    case 'rfc-should':
      return `${authority.reference} SHOULD`;
    case 'entra':
      return 'Entra documented';
    case 'okta':
      return 'Okta documented';
    case 'field':
      return 'field observed';
  }
}

/**
 * Lists names, the first few of them: `a, b, c and 4 more`.
 *
 * @param names what to list
 * @param limit how many are named at most
 */
export function listOf(names: readonly string[], limit: number): string {
  if (names.length <= limit) return names.join(', ');
  return `${names.slice(0, limit).join(', ')} and ${names.length - limit} more`;
}

/**
 * Joins steps of one scenario: `users/leaver:3`, `users/leaver:4`, `users/leaver:5` become `users/leaver:3-5`.
 *
 * @param steps steps as findings name them
 */
export function stepRanges(steps: readonly string[]): string[] {
  const numbers = new Map<string, number[]>();
  const others: string[] = [];
  for (const step of new Set(steps)) {
    const match = /^(.*):(\d{1,9})$/s.exec(step);
    if (match?.[1] === undefined) others.push(step);
    else numbers.set(match[1], [...(numbers.get(match[1]) ?? []), Number(match[2])]);
  }
  const ranges = [...numbers].map(([scenario, found]) => `${scenario}:${rangesOf(found.toSorted((a, b) => a - b)).join(',')}`);
  return [...ranges, ...others];
}

/** `[3, 4, 5, 7]` becomes `3-5`, `7`. */
function rangesOf(sorted: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
}

/**
 * `18 errors, 7 warnings`.
 *
 * @param defects all of a run
 */
export function defectCounts(defects: readonly Defect[]): string {
  const errors = defects.filter(({ severity }) => severity === 'error').length;
  const warnings = defects.length - errors;
  return [errors > 0 ? [countOf(errors, 'error')] : [], warnings > 0 ? [countOf(warnings, 'warning')] : []].flat().join(', ');
}
