import { type ExpressionFunction, isPresent, NotEvaluated, textOf, type Value, wholeOf } from '../value.js';
import { momentOf, readDate, writeDate } from './date-text.js';

/** The form in which the date functions give dates: `3/16/2020 7:00:00 AM`, always UTC. */
const FORM = 'M/d/yyyy h:mm:ss tt';

/** A date as these functions give it, or as ISO 8601 has it, a date alone with a zone included: `2020-03-16-07:00`. */
const ISO =
  /^\s*(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,7}))?)?)?\s*(?<zone>Z|[+-]\d{2}:\d{2})?\s*$/i;

function momentIn(value: Value): number {
  const text = textOf(value);
  const iso = ISO.exec(text.slice(0, 100));
  return iso === null ? readDate(text, FORM) : momentOf(iso.groups ?? {});
}

const SPANS: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, n: 60_000, s: 1000 };

function added(interval: string, count: number, moment: number): number {
  const span = SPANS[interval === 'ww' ? 'd' : interval];
  if (span !== undefined) return moment + count * span * (interval === 'ww' ? 7 : 1);
  if (interval !== 'm' && interval !== 'yyyy') throw new NotEvaluated(`"${interval}" is no interval`);
  const date = new Date(moment);
  const months = date.getUTCMonth() + count * (interval === 'yyyy' ? 12 : 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), months + 1, 0)).getUTCDate();
  // The end of a short month stands for a day that it has not.
  return new Date(moment).setUTCFullYear(date.getUTCFullYear(), months, Math.min(date.getUTCDate(), last));
}

/** As the DateDiff of Visual Basic: whole spans, but calendar months and years, and weeks that begin on Sunday. */
function difference(interval: string, from: number, to: number): number {
  const [first, second] = [new Date(from), new Date(to)];
  const years = second.getUTCFullYear() - first.getUTCFullYear();
  if (interval === 'yyyy') return years;
  if (interval === 'm') return years * 12 + second.getUTCMonth() - first.getUTCMonth();
  if (interval === 'ww') {
    const week = (date: Date): number => date.getTime() - date.getUTCDay() * 86_400_000;
    return Math.trunc(Math.trunc((week(second) - week(first)) / 86_400_000) / 7);
  }
  const span = SPANS[interval];
  if (span === undefined) throw new NotEvaluated(`"${interval}" is no interval`);
  return Math.trunc((to - from) / span);
}

/** Active Directory counts steps of 100 nanoseconds from 1601 on. */
const SINCE_1601 = 11_644_473_600_000n;

/**
 * Functions of dates.
 * @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
 */
export const DATE_FUNCTIONS: readonly ExpressionFunction[] = [
  { name: 'Now', arity: [0, 0], call: (_args, world) => writeDate(world.now, FORM) },
  { name: 'CDate', arity: [1, 1], call: ([text]) => (isPresent(text) ? writeDate(momentIn(text), FORM) : undefined) },
  {
    name: 'DateAdd',
    arity: [3, 3],
    call: ([interval, count, date]) =>
      isPresent(date) ? writeDate(added(textOf(interval), wholeOf(count), momentIn(date)), FORM) : undefined,
  },
  {
    name: 'DateDiff',
    arity: [3, 3],
    call: ([interval, from, to]) =>
      isPresent(from) && isPresent(to) ? difference(textOf(interval), momentIn(from), momentIn(to)) : undefined,
  },
  {
    name: 'DateFromNum',
    arity: [1, 1],
    call: ([value]) => {
      if (!isPresent(value)) return undefined;
      if (!/^\d{1,19}$/.test(textOf(value))) throw new NotEvaluated(`"${textOf(value)}" is no date of Active Directory`);
      return writeDate(Number(BigInt(textOf(value)) / 10_000n - SINCE_1601), FORM);
    },
  },
  {
    name: 'NumFromDate',
    arity: [1, 1],
    // As text: a number of this size would lose its last digits.
    call: ([date]) => (isPresent(date) ? String((BigInt(momentIn(date)) + SINCE_1601) * 10_000n) : undefined),
  },
  {
    name: 'FormatDateTime',
    arity: [4, 4],
    call: ([source, , from, to]) => {
      if (!isPresent(source)) return undefined;
      const moment = isPresent(from) ? readDate(textOf(source), textOf(from)) : momentIn(source);
      return writeDate(moment, textOf(to));
    },
  },
];
