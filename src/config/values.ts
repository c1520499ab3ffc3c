import { resolve } from 'node:path';
import { didYouMean } from '../yaml/nearest.js';
import { UsageError } from './usage-error.js';

/** Where a value was written: paths in a file are relative to that file. */
export interface Place {
  /** Folder of the configuration file; absent for flags and environment. */
  readonly directory?: string;
}

/** Turns the texts given for a setting into its value. Throws UsageError without naming the origin. */
export type Parse<T> = (texts: readonly string[], place: Place) => T;

/**
 * A text of a given form.
 *
 * @param form what it must match
 * @param wanted the form in words
 * @param quiet do not repeat the text in the message: it may be a secret given in the wrong place
 */
export function text(form: RegExp, wanted: string, quiet = false): (value: string) => string {
  return (value) => {
    if (!form.test(value)) throw new UsageError(quiet ? `it must be ${wanted}` : `"${value}" is not ${wanted}`);
    return value;
  };
}

/**
 * One of a few words, in any letter case.
 *
 * @param words the words accepted
 */
export function choice<T extends string>(words: readonly T[]): (value: string) => T {
  return (value) => {
    const found = words.find((word) => word === value.toLowerCase());
    if (found === undefined) throw new UsageError(`"${value}" is not one of ${words.join(', ')}`, didYouMean(value, words));
    return found;
  };
}

/**
 * A number in decimal notation.
 *
 * @param least smallest value accepted
 * @param most largest value accepted
 * @param whole no fraction
 */
export function number(least: number, most: number, whole: boolean): (value: string) => number {
  return (value) => {
    const result = /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (Number.isNaN(result) || result < least || result > most || (whole && !Number.isInteger(result)))
      throw new UsageError(`"${value}" is not a ${whole ? 'whole number' : 'number'} from ${least} to ${most}`);
    return result;
  };
}

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/**
 * A duration such as `90s`, `2m` or `1h`, in milliseconds.
 *
 * @param value the text
 */
export function duration(value: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)([smh])$/.exec(value.trim()) ?? [];
  const known = unit === 's' || unit === 'm' || unit === 'h' ? UNITS[unit] : undefined;
  const result = known === undefined ? 0 : Math.round(Number(count) * known);
  if (result <= 0) throw new UsageError(`"${value}" is not a duration above zero, such as 90s, 2m or 1h`);
  return result;
}

/** A name and its value, as in `resource=https://example.com`. */
export type NameAndValue = readonly [name: string, value: string];

/**
 * A name, `=` and a value.
 *
 * @param value the text; it is not repeated in the message, since it may hold a secret
 */
export function nameAndValue(value: string): NameAndValue {
  const [, name, rest] = /^([\w.:-]+)=(.*)$/s.exec(value) ?? [];
  if (name === undefined || rest === undefined) throw new UsageError('it must be NAME=VALUE');
  return [name, rest];
}

/** A switch; a flag without a value arrives as `true`. */
export function onOff(value: string): boolean {
  const word = value.trim().toLowerCase();
  if (['true', '1', 'yes', 'on'].includes(word)) return true;
  if (['false', '0', 'no', 'off', ''].includes(word)) return false;
  throw new UsageError(`"${value}" is neither true nor false`);
}

/** A path; in a configuration file it is relative to that file. `-` stays. */
export function file(value: string, place: Place): string {
  if (value.trim() === '') throw new UsageError('a file name is missing');
  return place.directory === undefined || value === '-' ? value : resolve(place.directory, value);
}

/** A name from a catalogue, or a path: it is a path when it begins like one or ends like a file. */
export function fileOrName(value: string, place: Place): string {
  if (value.trim() === '') throw new UsageError('a name is missing');
  return looksLikeFile(value) ? file(value, place) : value;
}

/**
 * Tells a path from a name of a catalogue. Scenario ids have slashes too, so a slash alone says nothing.
 *
 * @param value what was given
 */
export function looksLikeFile(value: string): boolean {
  return /^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(value) || /\.(ya?ml|json|md)$/i.test(value);
}

/** The target: a URL, or the word `sample`. What a URL must be like is the network edge's to say. */
export function targetUrl(value: string): string {
  const trimmed = value.trim();
  if (trimmed === '') throw new UsageError('it is empty');
  return trimmed;
}

/** A setting with one value: the last one given counts. */
export function one<T>(parse: (value: string, place: Place) => T): Parse<T> {
  return (texts, place) => parse(texts.at(-1) ?? '', place);
}
