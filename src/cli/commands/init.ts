import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { makeFolder } from '../../base/make-folder.js';
import type { Io } from '../io.js';

/** `scim-check init`: a configuration file and a first scenario to change. */
export function addInit(program: Command, io: Io): void {
  program
    .command('init')
    .summary('write a configuration file and a first scenario')
    .description(
      'Writes scim-check.yaml and scim-scenarios/example.yaml into the working directory. Files that exist are left as they are.',
    )
    .action(() => init(io));
}

async function init(io: Io): Promise<void> {
  const { reasonOf, UsageError } = await import('../../config/usage-error.js');
  const { CONFIG_TEMPLATE, SCENARIO_TEMPLATE } = await import('../templates.js');
  const files: readonly (readonly [string, string])[] = [
    ['scim-check.yaml', CONFIG_TEMPLATE],
    ['scim-scenarios/example.yaml', SCENARIO_TEMPLATE],
  ];
  for (const [name, text] of files) {
    const path = join(io.cwd, name);
    if (existsSync(path)) {
      io.out.write(`kept     ${name} (it exists)\n`);
      continue;
    }
    try {
      makeFolder(dirname(path));
      writeFileSync(path, text, { flag: 'wx' });
    } catch (error) {
      throw new UsageError(`${name} cannot be written: ${reasonOf(error)}`);
    }
    io.out.write(`written  ${name}\n`);
  }
  io.out.write('\nNext: change the target in scim-check.yaml, put the token into SCIM_CHECK_TOKEN, then\n');
  io.out.write('  scim-check lint scim-scenarios\n  scim-check run --config scim-check.yaml ./scim-scenarios/example.yaml\n');
}
