import { NotEvaluated } from '../value.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** One piece of a .NET format: a specifier such as `yyyy`, or text that stands for itself. */
type Piece = { readonly specifier: string } | { readonly text: string };

/** No date format is longer. */
const LONGEST = 100;

function piecesOf(format: string): Piece[] {
  if (format.length > LONGEST) throw new NotEvaluated('the date format is too long');
  const pattern = /'([^']*)'|"([^"]*)"|\\(.)|%?(y{1,5}|M{1,4}|d{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|f{1,7}|F{1,7}|t{1,2}|z{1,3}|K)|([\s\S])/g;
  return [...format.matchAll(pattern)].map(([, single, double, escaped, specifier, other]) =>
    specifier === undefined ? { text: single ?? double ?? escaped ?? other ?? '' } : { specifier },
  );
}

/** What a text must look like at a specifier, and what it means. */
const READ: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  yyy: '(?<year>\\d{3,4})',
  yy: '(?<short>\\d{2})',
  y: '(?<short>\\d{1,2})',
  MMMM: `(?<name>${MONTHS.join('|')})`,
  MMM: `(?<name>${MONTHS.map((name) => name.slice(0, 3)).join('|')})`,
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dddd: `(?:${DAYS.join('|')})`,
  ddd: `(?:${DAYS.map((name) => name.slice(0, 3)).join('|')})`,
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<twelve>\\d{2})',
  h: '(?<twelve>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
  tt: '(?<half>AM|PM)',
  t: '(?<half>A|P)',
  zzz: '(?<zone>[+-]\\d{2}:\\d{2})',
  zz: '(?<zone>[+-]\\d{2})',
  z: '(?<zone>[+-]\\d{1,2})',
  K: '(?<zone>Z|[+-]\\d{2}:\\d{2})?',
};

/**
 * Reads a date in a custom format of .NET. Without a zone it is UTC.
 *
 * @param text the date
 * @param format such as `yyyyMMddHHmmss.fZ`
 * @returns milliseconds since 1970
 * @throws NotEvaluated when the text has another form, or the format is not known
 * @see https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function readDate(text: string, format: string): number {
  const source = piecesOf(format)
    .map((piece) => {
      if ('text' in piece) return piece.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      if (/^[fF]/.test(piece.specifier))
        return `(?<fraction>\\d${piece.specifier.startsWith('f') ? `{${piece.specifier.length}}` : '{0,7}'})`;
      return READ[piece.specifier] ?? '(?!)';
    })
    .join('');
  let found: RegExpExecArray | null = null;
  try {
    found = new RegExp(`^\\s*${source}\\s*$`, 'i').exec(text.slice(0, 200));
  } catch {
    // A part that stands twice in the format.
    throw new NotEvaluated(`the date format "${format}" is not supported`);
  }
  if (found === null) throw new NotEvaluated(`"${text.slice(0, 80)}" is no date in the format "${format}"`);
  return momentOf(found.groups ?? {});
}

/**
 * The moment of a date's parts.
 *
 * @param parts as texts, by name; what is missing is the first of its kind
 * @throws NotEvaluated for a day that there is not
 */
export function momentOf(parts: Readonly<Record<string, string | undefined>>): number {
  const number = (name: string, otherwise: number): number => (parts[name] === undefined ? otherwise : Number(parts[name]));
  const short = number('short', 70);
  const year = number('year', short + (short < 50 ? 2000 : 1900));
  const named = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === parts['name']?.slice(0, 3).toLowerCase());
  const month = named === -1 ? number('month', 1) - 1 : named;
  const afternoon = parts['half']?.toUpperCase().startsWith('P') === true;
  const hour = parts['twelve'] === undefined ? number('hour', 0) : (number('twelve', 0) % 12) + (afternoon ? 12 : 0);
  const day = number('day', 1);
  const milliseconds = Math.floor(Number(`0.${parts['fraction'] ?? '0'}`) * 1000 + 1e-6);
  const local = Date.UTC(year, month, day, hour, number('minute', 0), number('second', 0), milliseconds);
  const back = new Date(local);
  if (back.getUTCMonth() !== month || back.getUTCDate() !== day || hour > 23) throw new NotEvaluated('there is no such date');
  return local - offsetOf(parts['zone']);
}

function offsetOf(zone: string | undefined): number {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

/**
 * Writes a moment in a custom format of .NET, in UTC.
 *
 * @param moment milliseconds since 1970
 * @param format such as `yyyy-MM-dd`
 * @throws NotEvaluated for a format with a zone: which one Entra would write is not documented
 */
export function writeDate(moment: number, format: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) throw new NotEvaluated('the date lies too far away');
  const two = (value: number): string => String(value).padStart(2, '0');
  const [year, month, day, hour] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()];
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(7, '0');
  const written: Readonly<Record<string, string>> = {
    yyyy: String(year).padStart(4, '0'),
    yyy: String(year).padStart(3, '0'),
    yy: two(year % 100),
    y: String(year % 100),
    MMMM: MONTHS[month] ?? '',
    MMM: MONTHS[month]?.slice(0, 3) ?? '',
    MM: two(month + 1),
    M: String(month + 1),
    dddd: DAYS[date.getUTCDay()] ?? '',
    ddd: DAYS[date.getUTCDay()]?.slice(0, 3) ?? '',
    dd: two(day),
    d: String(day),
    HH: two(hour),
    H: String(hour),
    hh: two(twelve),
    h: String(twelve),
    mm: two(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    tt: hour < 12 ? 'AM' : 'PM',
    t: hour < 12 ? 'A' : 'P',
  };
  return piecesOf(format)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const { specifier } = piece;
      if (specifier.startsWith('f')) return fraction.slice(0, specifier.length);
      if (specifier.startsWith('F')) return fraction.slice(0, specifier.length).replace(/0+$/, '');
      const text = written[specifier];
      if (text === undefined) throw new NotEvaluated(`the date format "${format}" is not supported`);
      return text;
    })
    .join('');
}
