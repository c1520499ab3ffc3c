import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { makeFolder } from '../../base/make-folder.js';
import { writeWhole } from '../../base/write-whole.js';
import type { CiSystem, InitAnswers } from '../init/answers.js';
import type { Io } from '../io.js';

interface InitOptions {
  readonly target?: string;
  readonly client?: readonly string[];
  readonly ci?: readonly string[];
  readonly force?: boolean;
  readonly yes?: boolean;
}

const HELP = `
Examples:
  scim-check init
  scim-check init --yes --target https://example.com/scim/v2 --ci github

In a terminal it asks for what is not given; elsewhere, and with --yes, it takes the defaults and never waits.
Files that exist are left as they are, unless --force says otherwise.
`;

/** `scim-check init`: a configuration file, a first scenario to change, and files for CI. */
export function addInit(program: Command, io: Io): void {
  const list = (value: string, before: readonly string[] = []): readonly string[] => [
    ...before,
    ...value.split(',').map((each) => each.trim()),
  ];
  program
    .command('init')
    .summary('write a configuration file, a first scenario and files for CI')
    .description('Writes scim-check.yaml, scim-scenarios/example.yaml and files for CI into the working directory.')
    .addOption(new Option('--target <URL>', 'base URL of the SCIM endpoint; default: sample'))
    .addOption(new Option('--client <NAME>', 'identity provider to play; repeatable; default: entra and okta').argParser(list))
    .addOption(new Option('--ci <SYSTEM>', 'write a file for github, gitlab, azure or jenkins; repeatable').argParser(list))
    .addOption(new Option('--force', 'overwrite files that exist'))
    .addOption(new Option('-y, --yes', 'ask nothing'))
    .addHelpText('after', HELP)
    .action((options: InitOptions) => init(options, io));
}

async function init(options: InitOptions, io: Io): Promise<void> {
  const [{ reasonOf, UsageError }, { filesFor }, { DEFAULT_ANSWERS }] = await Promise.all([
    import('../../config/usage-error.js'),
    import('../init/files.js'),
    import('../init/answers.js'),
  ]);
  const given = await checked(options);
  const asks = io.canAsk && options.yes !== true;
  const answers = asks ? await (await import('../init/ask.js')).ask(given) : { ...DEFAULT_ANSWERS, ...given };
  if (answers === undefined) return io.setExitCode(130);
  for (const [name, text] of filesFor(answers)) {
    const path = join(io.cwd, name);
    if (existsSync(path) && options.force !== true) {
      io.out.write(`kept     ${name} (it exists; --force overwrites it)\n`);
      continue;
    }
    try {
      makeFolder(dirname(path));
      writeWhole(path, text);
    } catch (error) {
      throw new UsageError(`${name} cannot be written: ${reasonOf(error)}`);
    }
    io.out.write(`written  ${name}\n`);
  }
  const first =
    answers.target === 'sample'
      ? 'change the target in scim-check.yaml, put the token into SCIM_CHECK_TOKEN'
      : 'put the token into SCIM_CHECK_TOKEN';
  io.out.write(`\nNext: ${first}, then\n`);
  io.out.write(
    '  scim-check doctor --config scim-check.yaml\n  scim-check lint scim-scenarios\n  scim-check run --config scim-check.yaml ./scim-scenarios/example.yaml\n',
  );
}

/** The options, as far as they are given and right. */
async function checked({ target, client, ci }: InitOptions): Promise<Partial<InitAnswers>> {
  const [{ UsageError }, { whyNot }, { CI_SYSTEMS }, { didYouMean }, { clientNames }] = await Promise.all([
    import('../../config/usage-error.js'),
    import('../init/why-not.js'),
    import('../init/answers.js'),
    import('../../yaml/nearest.js'),
    import('../../config/clients.js'),
  ]);
  const wrong = target === undefined ? undefined : whyNot(target);
  if (wrong !== undefined) throw new UsageError(`flag --target: ${wrong}`);
  const isSystem = (name: string): name is CiSystem => CI_SYSTEMS.some((each) => each === name);
  for (const [flag, values, known] of [
    ['ci', ci, CI_SYSTEMS],
    ['client', client, clientNames()],
  ] as const) {
    const unknown = values?.find((value) => !known.some((name) => name === value));
    if (unknown !== undefined) throw new UsageError(`flag --${flag}: there is no "${unknown}"`, didYouMean(unknown, known));
  }
  return {
    ...(target === undefined ? {} : { target }),
    ...(client === undefined ? {} : { clients: client }),
    ...(ci === undefined ? {} : { ci: ci.filter(isSystem) }),
  };
}
