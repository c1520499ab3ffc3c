import fc from 'fast-check';
import type { RunEvent } from '../../src/event/event.js';
import { renderSaved } from '../../src/report/registry.js';
import type { Reporter, ReportOutput } from '../../src/report/reporter.js';
import { NASTY } from './events.js';

const PLACE: Omit<ReportOutput, 'write'> = { columns: 80, colour: 0, interactive: false, now: () => 0 };

/** Renders a run and returns the text. */
export function render(reporter: Reporter, events: readonly RunEvent[], how: Partial<ReportOutput> = {}): string {
  const written: string[] = [];
  const report = reporter.create({ write: (text) => written.push(text), ...PLACE, ...how });
  for (const event of events) report.event(event);
  if (report.end() instanceof Promise) throw new Error(`${reporter.name} is written later`);
  return written.join('');
}

/** The same of a report that loads what it needs at the end. */
export async function renderLater(reporter: Reporter, events: readonly RunEvent[], how: Partial<ReportOutput> = {}): Promise<string> {
  const written: string[] = [];
  await renderSaved(events, reporter, { write: (text) => written.push(text), ...PLACE, ...how });
  return written.join('');
}

/** Any text at all: UTF-16 code units, so that halves of surrogate pairs occur, and what is known to break reports. */
export function anyText(): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(
      ...NASTY.split(' '),
      ' ',
      '\n',
      '\\',
      '"',
      ',"',
      '\u001b[31m',
      '\u001b]8;;http://x\u0007',
      '\u009d',
      '::',
      '##[',
      '漢字',
      'e\u0301',
      '🙂',
    ),
  );
  return fc.array(unit, { maxLength: 60 }).map((units) => units.join(''));
}

/** Members whose values are the report's own words, not text from elsewhere. */
const FIXED = new Set([
  'type',
  'format',
  'dialect',
  'family',
  'client',
  'status',
  'severity',
  'impact',
  'kind',
  'level',
  'purpose',
  'category',
  'overallResult',
  'need',
  'resourceType',
  'method',
]);

/** The events with every text from elsewhere replaced by one of these, in turn. */
export function withText(events: readonly RunEvent[], texts: readonly string[]): RunEvent[] {
  let turn = 0;
  const next = (): string => texts[turn++ % texts.length] ?? '';
  const change = (value: unknown, key: string): unknown => {
    if (FIXED.has(key)) return value;
    // No system opens a longer path, and what is to be found or cleaned up must be named whole.
    if (key === 'ledger' || key === 'file') return next().slice(0, 4096);
    if (typeof value === 'string') return next();
    if (Array.isArray(value)) return value.map((each) => change(each, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, name)]));
  };
  return events.map((event) => change(event, '') as RunEvent);
}

/** What must never reach a terminal or a log: control, format and separator characters, lone surrogates, log commands. */
export const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##[a-z]*\[|^\s*::[a-z-]+(?: .*)?::/imu;
