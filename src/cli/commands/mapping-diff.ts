import { type Command, Option } from 'commander';
import type { Difference } from '../../mapping/diff.js';
import type { Io } from '../io.js';
import { addSettings } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const HELP = `
Examples:
  scim-check mapping diff rootly mine.yaml
  scim-check mapping diff acme-provisioning-tutorial.md --target https://example.com/scim/v2

Exit codes: 0 no differences, 1 differences, 2 usage, 3 target unusable.
`;

/** `scim-check mapping diff`: two mappings, or a mapping and a target. */
export function addMappingDiff(group: Command, io: Io): void {
  const command = group
    .command('diff')
    .summary('compare two mappings, or a mapping with a target')
    .description('Compares two mappings, or a mapping with what a target advertises in /Schemas.')
    .argument('<first>', 'a name or a file')
    .argument('[second]', 'a name or a file; without it, the target is asked')
    .addOption(new Option('--format <FORMAT>', 'what is written').choices(['text', 'json']).default('text'))
    .action((first: string, second: string | undefined, options: Readonly<Record<string, unknown>>) => diff(first, second, options, io));
  addSettings(command, TARGET_SETTINGS).addHelpText('after', HELP);
}

async function diff(first: string, second: string | undefined, options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ mappingAt }, { diffMappings, diffWithSchemas }, { advertised, withTarget }, { UsageError }] = await Promise.all([
    import('./mapping-named.js'),
    import('../../mapping/diff.js'),
    import('./mapping-target.js'),
    import('../../config/usage-error.js'),
  ]);
  if (second !== undefined && options['target'] !== undefined)
    throw new UsageError('two mappings and a target are given', 'Name a second mapping or a target, not both.');
  const mapping = await mappingAt(first, io.cwd);
  if (second !== undefined) {
    const other = await mappingAt(second, io.cwd);
    return await printDifferences(diffMappings(mapping, other), mapping.name, other.name, options, io);
  }
  await withTarget(io, async () => {
    const { schemas, config, target } = await advertised(
      options,
      io,
      'Name a second mapping, or the endpoint: --target https://example.com/scim/v2.',
    );
    await printDifferences(diffWithSchemas(mapping, schemas, config), mapping.name, `/Schemas of ${target}`, options, io);
  });
}

async function printDifferences(
  found: readonly Difference[],
  first: string,
  second: string,
  options: Readonly<Record<string, unknown>>,
  io: Io,
): Promise<void> {
  const { describeDifferences } = await import('./mapping-text.js');
  io.out.write(options['format'] === 'json' ? `${JSON.stringify(found, null, 2)}\n` : describeDifferences(found, first, second));
  if (found.length > 0) io.setExitCode(1);
}
