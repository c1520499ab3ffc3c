import { OAUTH_SETTING_SPECS, type OAuthValues } from './oauth-settings.js';
import { REPORT_SETTING_SPECS, type ReportValues } from './report-settings.js';
import type { SettingSpec } from './setting-spec.js';
import { choice, file, fileOrName, number, one, onOff, targetUrl, text } from './values.js';

/** The values that a run is configured with, by setting. */
export interface ConfigValues extends OAuthValues, ReportValues {
  readonly scenario: readonly string[];
  readonly rerunFailed: string | undefined;
  readonly target: string | undefined;
  readonly client: readonly string[];
  readonly mapping: string | undefined;
  readonly domain: string;
  readonly tokenEnv: string | undefined;
  readonly tokenFile: string | undefined;
  readonly authScheme: 'bearer' | 'raw' | 'basic';
  readonly ca: string | undefined;
  readonly proxy: string | undefined;
  readonly jobs: number;
  readonly seed: number | undefined;
  readonly timeout: number;
  readonly deadline: number;
  readonly ledger: string;
  readonly waitForTarget: number;
  readonly dryRun: boolean;
  readonly defect: readonly string[];
  readonly variant: readonly string[];
}

export type SettingName = keyof ConfigValues;

type Register = { readonly [K in SettingName]: SettingSpec<ConfigValues[K]> };

/** All settings. Flag, environment variable, key in the file, help and documentation follow from this table. */
export const SETTINGS: Register = {
  scenario: {
    name: 'scenario',
    group: 'What to run',
    placeholder: 'scenario',
    many: true,
    summary:
      'scenario ids (users/leaver), globs (groups/*), files, checks (SC2104), sections (rfc7644/3.5.2) or tags (tag:smoke); without any: all built-in scenarios',
    fallback: [],
    parse: (texts, place) => texts.map((each) => fileOrName(each, place)),
  },
  rerunFailed: {
    name: 'rerun-failed',
    group: 'What to run',
    placeholder: 'FILE',
    many: false,
    preset: 'scim.json',
    summary:
      'play again what failed, was blocked or was cut short in a saved run (--report json=FILE), and nothing else; without FILE: in scim.json',
    fallback: undefined,
    parse: one(file),
  },
  target: {
    name: 'target',
    group: 'What to run',
    placeholder: 'URL',
    many: false,
    summary: 'base URL of the SCIM endpoint, as it is pasted into Entra or Okta; or "sample": the built-in server',
    fallback: undefined,
    parse: one(targetUrl),
  },
  client: {
    name: 'client',
    group: 'What to run',
    placeholder: 'NAME',
    many: true,
    summary: 'identity provider to play: entra, okta, rfc, or one dialect of them (see "scim-check list clients"); default: entra and okta',
    fallback: [],
    parse: (texts) => texts,
  },
  mapping: {
    name: 'mapping',
    group: 'What to run',
    placeholder: 'NAME|FILE',
    many: false,
    summary: 'attributes that the clients exchange with the target: a built-in mapping or a file; default: asked from the target',
    fallback: undefined,
    parse: one(fileOrName),
  },
  domain: {
    name: 'domain',
    group: 'What to run',
    placeholder: 'NAME',
    many: false,
    summary: 'mail domain of the synthetic people, for targets that accept only domains they know',
    fallback: 'example.com',
    // Its last label has letters alone (RFC 3696 §2), as the last part of a token seldom has.
    parse: one(text(/^(?=.{1,253}$)([a-z0-9-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i, 'a domain name such as example.com')),
  },
  tokenEnv: {
    name: 'token-env',
    group: 'Credentials and network',
    placeholder: 'NAME',
    many: false,
    summary: 'environment variable that holds the token; default: SCIM_CHECK_TOKEN',
    fallback: undefined,
    parse: one(text(/^[A-Za-z_][A-Za-z0-9_]*$/, 'the name of an environment variable, not the token itself', true)),
  },
  tokenFile: {
    name: 'token-file',
    group: 'Credentials and network',
    placeholder: 'FILE',
    many: false,
    summary: 'file that holds the token; "-" reads standard input',
    fallback: undefined,
    parse: one(file),
  },
  authScheme: {
    name: 'auth-scheme',
    group: 'Credentials and network',
    placeholder: 'SCHEME',
    many: false,
    summary:
      "how the token is sent: bearer, raw (the header is the token alone, as Okta's header mode does), or basic (the token is user:password)",
    fallback: 'bearer',
    parse: one(choice(['bearer', 'raw', 'basic'])),
  },
  ...OAUTH_SETTING_SPECS,
  ca: {
    name: 'ca',
    group: 'Credentials and network',
    placeholder: 'FILE',
    many: false,
    summary: 'certificate authorities (PEM) to trust besides the usual ones; there is no switch to turn TLS verification off',
    fallback: undefined,
    parse: one(file),
  },
  proxy: {
    name: 'proxy',
    group: 'Credentials and network',
    placeholder: 'URL',
    many: false,
    summary: 'HTTP proxy to go through',
    fallback: undefined,
    parse: one(text(/^https?:\/\/[^\s]+$/i, 'a URL such as http://proxy.example.com:3128', true)),
  },
  ...REPORT_SETTING_SPECS,
  jobs: {
    name: 'jobs',
    group: 'How to run',
    placeholder: 'N',
    many: false,
    summary: 'scenarios played at the same time',
    fallback: 4,
    parse: one(number(1, 64, true)),
  },
  seed: {
    name: 'seed',
    group: 'How to run',
    placeholder: 'N',
    many: false,
    summary: 'number that all synthetic values follow from; the same seed sends the same run again; default: a new one each time',
    fallback: undefined,
    parse: one(number(0, 4294967295, true)),
  },
  timeout: {
    name: 'timeout',
    group: 'How to run',
    placeholder: 'SECONDS',
    many: false,
    summary: 'longest wait for one answer',
    fallback: 60,
    parse: one(number(0.1, 3600, false)),
  },
  deadline: {
    name: 'deadline',
    group: 'How to run',
    placeholder: 'MINUTES',
    many: false,
    summary: 'longest run; what has not been played by then is not tested, and clean-up follows',
    fallback: 30,
    parse: one(number(0.01, 1440, false)),
  },
  waitForTarget: {
    name: 'wait-for-target',
    group: 'How to run',
    placeholder: 'SECONDS',
    many: false,
    summary: 'longest wait for a target that is still starting: until it answers, and with something else than 502, 503 or 504',
    fallback: 0,
    parse: one(number(0, 3600, false)),
  },
  ledger: {
    name: 'ledger',
    group: 'How to run',
    placeholder: 'DIRECTORY',
    many: false,
    summary: 'where the list of created resources is kept until they are removed',
    fallback: '.scim-check',
    parse: one(file),
  },
  dryRun: {
    name: 'dry-run',
    group: 'How to run',
    many: false,
    summary: 'print the requests that would be sent, and send none',
    fallback: false,
    parse: one(onOff),
  },
  defect: {
    name: 'defect',
    group: 'Against the sample',
    placeholder: 'NAME',
    many: true,
    summary: 'give the sample this defect, with --target sample (see "scim-check list defects")',
    fallback: [],
    parse: (texts) => texts,
  },
  variant: {
    name: 'variant',
    group: 'Against the sample',
    placeholder: 'NAME',
    many: true,
    summary: 'give the sample this legal peculiarity, with --target sample',
    fallback: [],
    parse: (texts) => texts,
  },
};

/** The word that names the built-in server instead of a URL: the only target that gets no token of the user's. */
export const SAMPLE = 'sample';

/** The settings in the order of the table. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/**
 * The environment variable of a setting: `--token-env` is SCIM_CHECK_TOKEN_ENV.
 *
 * @param name the setting
 */
export function variableOf(name: SettingName): string {
  return `SCIM_CHECK_${SETTINGS[name].name.toUpperCase().replaceAll('-', '_')}`;
}
