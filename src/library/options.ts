import type { Dialect, Family } from '../client/client.js';
import type { SettingName } from '../config/settings.js';
import { UsageError } from '../config/usage-error.js';
import { didYouMean } from '../yaml/nearest.js';

/** Access tokens by the client credentials grant. */
export interface OAuthOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Or one of `key` and `assertionFile`. */
  readonly clientSecret?: string;
  readonly auth?: 'basic' | 'post';
  readonly scope?: string;
  /** Further parameters of the token request. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Path of a private key (PEM or JWK) that signs assertions, and claims of theirs. */
  readonly key?: string;
  readonly claims?: Readonly<Record<string, string>>;
  readonly assertionFile?: string;
}

/** What a run is to do. The members mean what the options of `scim-check run` mean; nothing is read from the environment. */
export interface CheckOptions {
  /** Base URL of the SCIM endpoint, or `sample`: the built-in server. */
  readonly target: string;
  /** Needed for every target but the sample. */
  readonly token?: string;
  readonly authScheme?: 'bearer' | 'raw' | 'basic';
  /** Instead of a token: access tokens are asked for by the client credentials grant. */
  readonly oauth?: OAuthOptions;
  /** Default: entra and okta. */
  readonly clients?: readonly (Family | Dialect)[];
  /** Ids, folders, patterns or files; default: all built-in scenarios. */
  readonly scenarios?: readonly string[];
  /** A built-in mapping or a file; default: derived from what the target advertises. */
  readonly mapping?: string;
  readonly domain?: string;
  /** Path of a PEM file. */
  readonly ca?: string;
  readonly proxy?: string;
  readonly jobs?: number;
  readonly seed?: number;
  /** Seconds for one answer. */
  readonly timeout?: number;
  /** Seconds to wait for a target that is still starting; default: 0. */
  readonly waitForTarget?: number;
  /** Minutes for the run. */
  readonly deadline?: number;
  /** Folder of the ledger; default: `.scim-check` in the working directory. */
  readonly ledger?: string;
  /** Defects and legal variants of the sample. */
  readonly defects?: readonly string[];
  readonly variants?: readonly string[];
  readonly failOn?: 'error' | 'warning';
  /** Whether the exit code is 0 also when less was tested than the verdict needs. */
  readonly allowIncomplete?: boolean;
  /** Path of a file with the findings that are accepted for now. */
  readonly baseline?: string;
  /** Aborts the run; what it created is removed all the same. */
  readonly signal?: AbortSignal;
}

/** The setting that each option is. Values pass the same checks as those of the command line. */
export const SETTING_OF: { readonly [Name in Exclude<keyof CheckOptions, 'token' | 'oauth' | 'signal'>]-?: SettingName } = {
  target: 'target',
  authScheme: 'authScheme',
  clients: 'client',
  scenarios: 'scenario',
  mapping: 'mapping',
  domain: 'domain',
  ca: 'ca',
  proxy: 'proxy',
  jobs: 'jobs',
  seed: 'seed',
  timeout: 'timeout',
  waitForTarget: 'waitForTarget',
  deadline: 'deadline',
  ledger: 'ledger',
  defects: 'defect',
  variants: 'variant',
  failOn: 'failOn',
  allowIncomplete: 'allowIncomplete',
  baseline: 'baseline',
};

/** The same for what stands below `oauth`. */
export const OAUTH_SETTING_OF: { readonly [Name in Exclude<keyof OAuthOptions, 'clientSecret'>]-?: SettingName } = {
  tokenUrl: 'oauthTokenUrl',
  clientId: 'oauthClientId',
  auth: 'oauthAuth',
  scope: 'oauthScope',
  parameters: 'oauthParameter',
  key: 'oauthKey',
  claims: 'oauthClaim',
  assertionFile: 'oauthAssertionFile',
};

const OPTIONS: readonly string[] = [...Object.keys(SETTING_OF), 'token', 'oauth', 'signal'];
const OAUTH_OPTIONS: readonly string[] = [...Object.keys(OAUTH_SETTING_OF), 'clientSecret'];

/**
 * Refuses names that are no options: one that is misspelt would otherwise count as not given.
 *
 * @param options what was given
 * @param more options of the caller's own
 * @throws UsageError that names the nearest
 */
export function refuseUnknown(options: object, more: readonly string[] = []): void {
  refuse(Object.keys(options), [...OPTIONS, ...more], '');
  const { oauth } = options as CheckOptions;
  if (typeof oauth === 'object' && oauth !== null) refuse(Object.keys(oauth), OAUTH_OPTIONS, 'oauth.');
}

function refuse(given: readonly string[], known: readonly string[], before: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UsageError(`there is no option "${before}${unknown}"`, didYouMean(unknown, known));
}

/**
 * The options as the settings' texts.
 *
 * @param options what was given
 */
export function settingsOf(options: CheckOptions): Partial<Record<SettingName, readonly string[]>> {
  const { oauth } = options;
  return { ...textsOf(SETTING_OF, { ...options }), ...(oauth === undefined ? {} : textsOf(OAUTH_SETTING_OF, { ...oauth })) };
}

function textsOf(
  settings: Readonly<Record<string, SettingName>>,
  given: { readonly [name: string]: unknown },
): Partial<Record<SettingName, readonly string[]>> {
  const texts: Partial<Record<SettingName, readonly string[]>> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const value = given[name];
    if (value !== undefined) texts[setting] = textOf(value);
  }
  return texts;
}

/** What is of no type that the option has is refused like a wrong text. */
function textOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Array.isArray(value) ? value.map(String) : Object.entries(value).map(([name, text]) => `${name}=${text}`);
}
