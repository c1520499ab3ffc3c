import { type Command, Option } from 'commander';
import type { Io } from '../io.js';
import { addSettings } from '../options.js';
import { TARGET_SETTINGS } from './mapping-settings.js';

const HELP = `
Examples:
  scim-check mapping discover --target https://example.com/scim/v2 > mapping.yaml
  scim-check run --target https://example.com/scim/v2 --mapping mapping.yaml

Nothing is written to the target.
Exit codes: 0 a mapping was proposed, 2 usage, 3 target unusable.
`;

/** `scim-check mapping discover`: a proposal from what a target advertises. */
export function addMappingDiscover(group: Command, io: Io): void {
  const command = group
    .command('discover')
    .summary('propose a mapping from what a target advertises')
    .description('Proposes a mapping from /Schemas and /ResourceTypes of a target: what a client may write there.')
    .option('--name <NAME>', 'name of the mapping', 'discovered')
    .addOption(new Option('--format <FORMAT>', 'what is written').choices(['yaml', 'json']).default('yaml'))
    .action((options: Readonly<Record<string, unknown>>) => discover(options, io));
  addSettings(command, TARGET_SETTINGS).addHelpText('after', HELP);
}

async function discover(options: Readonly<Record<string, unknown>>, io: Io): Promise<void> {
  const [{ advertised, Unusable, withTarget }, { proposeMapping }, { printMapping }, { slugOf }] = await Promise.all([
    import('./mapping-target.js'),
    import('../../mapping/discover.js'),
    import('../../mapping/print.js'),
    import('../../mapping/tutorial/app-name.js'),
  ]);
  await withTarget(io, async () => {
    const { schemas, resourceTypes, target } = await advertised(options, io);
    const names = { name: slugOf(String(options['name'])), source: `/Schemas of ${target}`.slice(0, 1000) };
    const mapping = proposeMapping(schemas, resourceTypes, names);
    if (mapping === undefined) throw new Unusable(`/Schemas of ${target} has no User schema (urn:ietf:params:scim:schemas:core:2.0:User)`);
    io.out.write(options['format'] === 'json' ? `${JSON.stringify(mapping, null, 2)}\n` : printMapping(mapping));
  });
}
