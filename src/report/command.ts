import type { FindingEvent, RunStarted } from '../event/event.js';

/**
 * A word as a POSIX shell must read it.
 *
 * @param text any text
 */
export function quoted(text: string): string {
  return /^[\w:/.@,+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The command that plays again what has shown a finding: the same client, people and scenario. A value of the target's own query
 * is hidden in it.
 *
 * @param started the first event of the run
 * @param finding the finding
 * @returns undefined for what no scenario has shown
 */
export function replayCommand(started: RunStarted | undefined, { dialect, scenario, source }: FindingEvent): string | undefined {
  if (started === undefined || scenario === undefined || source === undefined) return undefined;
  const { command = [], target, seed, ownFiles = [] } = started;
  const [, test] = /^gallery\/(\w+)$/.exec(scenario) ?? [];
  const way = [...(command.includes('--target') ? [] : ['--target', target]), ...command];
  if (test !== undefined) return `scim-check gallery ${[...way, '--seed', String(seed), '--only', test].map(quoted).join(' ')}`;
  const named = ownFiles.includes(source.file) ? source.file : scenario;
  const words = [...way, '--client', dialect, '--seed', String(seed), named];
  return `scim-check run ${words.map(quoted).join(' ')}`;
}
