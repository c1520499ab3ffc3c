import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { RunEvent } from '../../event/event.js';
import type { Detail } from '../../report/reporter.js';
import { type DetailFlags, detailOfFlags } from '../detail.js';
import { USAGE_ERROR } from '../exit-codes.js';
import type { Io } from '../io.js';
import { settingOption } from '../options.js';

/** A saved run is read whole; V8 has no longer texts. */
const LARGEST = 500_000_000;

/** `scim-check report`: renders a saved run again. */
export function addReport(program: Command, io: Io): void {
  program
    .command('report')
    .summary('render a saved run again')
    .description('Renders the events of a saved run (written with --report ndjson=FILE) as other reports. Nothing is sent.')
    .argument('<file>', 'events as NDJSON; "-" reads standard input')
    .option('--against <FILE>', 'compare with an earlier saved run: what is new, fixed and still there, and what was shown more or less')
    .option('--json', 'with --against: as JSON, for programs')
    .addOption(settingOption('report'))
    .addOption(settingOption('verbose'))
    .addOption(settingOption('quiet'))
    .addOption(settingOption('full'))
    .addOption(settingOption('maxFindings'))
    .addHelpText(
      'after',
      '\nExample:\n  scim-check run --target sample --report ndjson=run.ndjson\n  scim-check report run.ndjson --report json=run.json --report junit=run.xml\n  scim-check report run.ndjson --against last-week.ndjson\n',
    )
    .action((file: string, flags: ReportFlags) => {
      if (flags.against === undefined) return render(file, flags.report ?? [], detailOfFlags(flags), io);
      return compare(file, flags.against, flags, io);
    });
}

interface ReportFlags extends DetailFlags {
  readonly report?: readonly string[];
  readonly against?: string;
  readonly json?: boolean;
}

async function render(file: string, reports: readonly string[], detail: Detail, io: Io): Promise<void> {
  const { openReports } = await import('../reports.js');
  const { escapeTerminal } = await import('../../report/escape.js');
  const events = await eventsOf(file, io);
  const written = openReports(io, reports, { detail, isPatient: true });
  for (const event of events) written.sink(event);
  const unwritten = await written.end();
  for (const problem of unwritten) io.err.write(`scim-check: ${escapeTerminal(problem)}\n`);
  if (unwritten.length > 0) io.setExitCode(USAGE_ERROR);
}

async function compare(file: string, earlier: string, flags: ReportFlags, io: Io): Promise<void> {
  const { UsageError } = await import('../../config/usage-error.js');
  if (flags.report !== undefined)
    throw new UsageError('--against compares two runs and writes no reports', 'Give it alone, or with --json.');
  if (file === '-' && earlier === '-') throw new UsageError('standard input holds one run only', 'Give one of the two a file.');
  const [now, before] = [await eventsOf(file, io), await eventsOf(earlier, io)];
  const { comparisonOf } = await import('../../report/against.js');
  const { painter } = await import('../../report/terminal/paint.js');
  const { escapeJsonText } = await import('../../report/escape.js');
  const { lines, json, exitCode } = comparisonOf(now, before, Math.min(120, io.out.columns));
  const paint = painter(io.out.colour);
  io.out.write(
    flags.json === true ? `${escapeJsonText(JSON.stringify(json, null, 2))}\n` : lines.map((line) => `${paint(line)}\n`).join(''),
  );
  io.setExitCode(exitCode);
}

/** The events of a saved run. A torn last line is told: it is what a killed run leaves behind, and the rest is good. */
async function eventsOf(file: string, io: Io): Promise<readonly RunEvent[]> {
  const { parseEvents } = await import('../../report/saved.js');
  const { reasonOf, UsageError } = await import('../../config/usage-error.js');
  const { escapeTerminal } = await import('../../report/escape.js');
  const text =
    file === '-'
      ? await io.readStdin(LARGEST)
      : await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
          throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
        });
  const { events, problems } = parseEvents(text);
  const described = problems.map((problem) => `${file}:${problem.line}: ${escapeTerminal(problem.message)}`);
  if (problems.some((problem) => !problem.torn) || events.length === 0)
    throw new UsageError(described.join('\n'), 'Save a run with: scim-check run … --report ndjson=FILE');
  for (const line of described) io.err.write(`scim-check: ${line}\n`);
  return events;
}
