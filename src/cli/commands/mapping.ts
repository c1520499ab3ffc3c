import type { Command } from 'commander';
import type { Io } from '../io.js';
import { addMappingDiff } from './mapping-diff.js';
import { addMappingDiscover } from './mapping-discover.js';
import { addMappingImport } from './mapping-import.js';
import { addMappingShow } from './mapping-show.js';

/** `scim-check mapping`: attribute mappings, read from where they live. */
export function addMapping(program: Command, io: Io): void {
  const group = program
    .command('mapping')
    .summary('import, discover, show and compare attribute mappings')
    .description('Reads attribute mappings from tutorials, provisioning schemas of Entra and /Schemas, and shows and compares them.')
    .addHelpText(
      'after',
      '\nExamples:\n  scim-check mapping import acme-provisioning-tutorial.md > acme.yaml\n  scim-check mapping import schema.json\n  scim-check mapping discover --target https://example.com/scim/v2\n  scim-check mapping diff rootly --target https://example.com/scim/v2\n',
    );
  addMappingImport(group, io);
  addMappingDiscover(group, io);
  addMappingShow(group, io);
  addMappingDiff(group, io);
}
