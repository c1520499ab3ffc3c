import { type Command, Option } from 'commander';
import { SETTING_NAMES, SETTINGS, type SettingName } from '../config/settings.js';

/**
 * Gives a command the options of some settings, and `--config`.
 *
 * @param command the command
 * @param names the settings; default: all
 */
export function addSettings(command: Command, names: readonly SettingName[] = SETTING_NAMES): Command {
  for (const name of names.filter((each) => each !== 'scenario')) command.addOption(settingOption(name));
  return command.addOption(
    new Option(
      '--config <FILE>',
      'configuration file; default: scim-check.yaml in the working directory, which then may not say where a token goes',
    ).helpGroup('How to run:'),
  );
}

/** The option of one setting. Its texts are collected; what they mean is decided where their origin is known. */
export function settingOption(name: SettingName): Option {
  const { name: flag, placeholder, preset: unsaid, group, summary, fallback, many } = SETTINGS[name];
  const preset = typeof fallback === 'string' || typeof fallback === 'number' ? ` (default: ${fallback})` : '';
  const text = `${summary}${many ? '; repeatable' : ''}${preset}`;
  const value = placeholder === undefined ? '' : unsaid === undefined ? ` <${placeholder}>` : ` [${placeholder}]`;
  const option = new Option(`--${flag}${value}`, text).helpGroup(`${group}:`);
  if (unsaid !== undefined) option.preset(unsaid);
  return placeholder === undefined
    ? option
    : option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

/**
 * The texts given on the command line, by setting.
 *
 * @param options what commander has parsed
 * @param scenarios positional arguments
 */
export function flagsOf(
  options: Readonly<Record<string, unknown>>,
  scenarios: readonly string[] = [],
): Partial<Record<SettingName, readonly string[]>> {
  const flags: Partial<Record<SettingName, readonly string[]>> = scenarios.length > 0 ? { scenario: scenarios } : {};
  for (const name of SETTING_NAMES) {
    const value = options[name];
    if (value === true) flags[name] = ['true'];
    else if (Array.isArray(value)) flags[name] = value.map(String);
  }
  return flags;
}
