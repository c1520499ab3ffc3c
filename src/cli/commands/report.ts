import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
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
    .addOption(settingOption('report'))
    .addOption(settingOption('verbose'))
    .addOption(settingOption('quiet'))
    .addOption(settingOption('full'))
    .addOption(settingOption('maxFindings'))
    .addHelpText(
      'after',
      '\nExample:\n  scim-check run --target sample --report ndjson=run.ndjson\n  scim-check report run.ndjson --report json=run.json --report junit=run.xml\n',
    )
    .action((file: string, flags: DetailFlags & { readonly report?: readonly string[] }) =>
      render(file, flags.report ?? [], detailOfFlags(flags), io),
    );
}

async function render(file: string, reports: readonly string[], detail: Detail, io: Io): Promise<void> {
  const { parseEvents } = await import('../../report/saved.js');
  const { openReports } = await import('../reports.js');
  const { reasonOf, UsageError } = await import('../../config/usage-error.js');
  const text =
    file === '-'
      ? await io.readStdin(LARGEST)
      : await readFile(resolve(io.cwd, file), 'utf8').catch((error: unknown) => {
          throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
        });
  const { events, problems } = parseEvents(text);
  const { escapeTerminal } = await import('../../report/escape.js');
  // A torn last line is what a killed run leaves behind: the rest is good.
  const wrong = problems.filter((problem) => !problem.torn);
  const told = problems.map((problem) => `${file}:${problem.line}: ${escapeTerminal(problem.message)}`);
  if (wrong.length > 0 || events.length === 0)
    throw new UsageError(told.join('\n'), 'Save a run with: scim-check run … --report ndjson=FILE');
  for (const line of told) io.err.write(`scim-check: ${line}\n`);
  const written = openReports(io, reports, { detail, isPatient: true });
  for (const event of events) written.sink(event);
  const unwritten = await written.end();
  for (const problem of unwritten) io.err.write(`scim-check: ${escapeTerminal(problem)}\n`);
  if (unwritten.length > 0) io.setExitCode(USAGE_ERROR);
}
