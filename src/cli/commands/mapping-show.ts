import { type Command, Option } from 'commander';
import type { Io } from '../io.js';

/** `scim-check mapping show`: one mapping, for people or programs. */
export function addMappingShow(group: Command, io: Io): void {
  group
    .command('show')
    .summary('show a mapping')
    .description('Shows a mapping: of the catalogue, of a YAML file, of a tutorial or a provisioning schema.')
    .argument('<mapping>', 'a name (see "scim-check list mappings") or a file')
    .addOption(new Option('--format <FORMAT>', 'how').choices(['text', 'yaml', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nExamples:\n  scim-check mapping show rootly\n  scim-check mapping show entra-default --format yaml > mine.yaml\n',
    )
    .action((named: string, flags: { readonly format: string }) => show(named, flags.format, io));
}

async function show(named: string, format: string, io: Io): Promise<void> {
  const [{ mappingAt }, { printMapping }, { describeMapping }] = await Promise.all([
    import('./mapping-named.js'),
    import('../../mapping/print.js'),
    import('./mapping-text.js'),
  ]);
  const mapping = await mappingAt(named, io.cwd);
  if (format === 'yaml') io.out.write(printMapping(mapping));
  else if (format === 'json') io.out.write(`${JSON.stringify(mapping, null, 2)}\n`);
  else io.out.write(describeMapping(mapping, io.out.columns));
}
