import { type Complete, type RootCommand, ShellCompDirective, type Command as Suggestions } from '@bomb.sh/tab';
import fromCommander from '@bomb.sh/tab/commander';
import type { Command } from 'commander';
import { CHECKS } from '../check/catalogue.js';
import { clientNames } from '../config/clients.js';
import { listMappings } from '../mapping/catalogue.js';
import { REPORTERS } from '../report/registry.js';
import { DEFECTS } from '../sample/defects/index.js';
import { VARIANTS } from '../sample/variants/index.js';
import { builtinScenarios } from '../scenario/builtin-scenarios.js';
import { KINDS } from './catalogue-kind.js';
import type { Io } from './io.js';

type Suggested = readonly (readonly [value: string, description: string])[];

const plain = (names: readonly string[]): Suggested => names.map((name) => [name, '']);

/** What the values of options are taken from, by the option's name. Files are completed by the shell. */
const VALUES: Readonly<Record<string, () => Suggested>> = {
  client: () => plain(clientNames()),
  mapping: () => plain(listMappings()),
  report: () => Object.values(REPORTERS).map(({ name, description }) => [name, description]),
  defect: () => DEFECTS.map(({ name, title }) => [name, title]),
  variant: () => VARIANTS.map(({ name, title }) => [name, title]),
  target: () => [['sample', 'the built-in server']],
};

/** The same for the arguments of commands. */
const ARGUMENTS: Readonly<Record<string, () => Suggested>> = {
  run: () => builtinScenarios().scenarios.map(({ id, title }) => [id, title]),
  explain: () => [...CHECKS.values()].map(({ id, title }) => [id, title]),
  list: () => plain(KINDS),
  'mapping show': () => plain(listMappings()),
  'mapping diff': () => plain(listMappings()),
};

/**
 * What a shell may offer: all commands and options of the program, and the values that they take.
 *
 * @param program the program, with all its commands
 * @param io where the answer is written
 */
export function completionOf(program: Command, io: Pick<Io, 'out'>): RootCommand {
  const root = fromCommander(program);
  // The library's own command, which nobody types.
  root.commands.delete('complete');
  for (const [name, command] of root.commands) {
    for (const option of command.options.values()) {
      const values = VALUES[option.value];
      if (values !== undefined) option.handler = (complete) => offer(complete, values());
    }
    offerArguments(command, ARGUMENTS[name]);
  }
  root['complete'] = (typed: string) => io.out.write(answerTo(root, typed));
  return root;
}

/** The library rules files out everywhere. Where nothing of ours fits, they are what is wanted: a shell offers its own. */
function answerTo({ completions }: RootCommand, typed: string): string {
  const fitting = new Map(
    completions.flatMap(({ value, description = '' }) => (value.startsWith(typed) ? [[value, description] as const] : [])),
  );
  const lines = [...fitting].map(([value, description]) => `${value}\t${description.replaceAll('\n', ' ')}\n`);
  const { ShellCompDirectiveDefault: files, ShellCompDirectiveNoFileComp: noFiles } = ShellCompDirective;
  return `${lines.join('')}:${fitting.size === 0 ? files : noFiles}\n`;
}

function offerArguments(command: Suggestions, values: (() => Suggested) | undefined): void {
  if (values === undefined) return;
  for (const argument of command.arguments.values()) argument.handler = (complete) => offer(complete, values());
}

function offer(complete: Complete, values: Suggested): void {
  for (const [value, description] of values) complete(value, description);
}
