import { defined } from '../base/defined.js';
import { type ConfigFile, readConfigFile } from './file.js';
import { refuseFromFoundFile } from './found-file.js';
import { type ConfigValues, SETTINGS, type SettingName, variableOf } from './settings.js';
import { UsageError } from './usage-error.js';
import { refuseMisspelt } from './variables.js';

/** A value and where it comes from: `flag --jobs`, `SCIM_CHECK_JOBS`, `scim-check.yaml:3:7`, `default`. */
export interface Setting<T> {
  readonly value: T;
  readonly from: string;
}

/** What a run is configured with; each value knows its origin. */
export type Config = { readonly [K in SettingName]: Setting<ConfigValues[K]> } & {
  /** The configuration file that was read. */
  readonly file?: string;
};

/** What the settings are resolved from. */
export interface Sources {
  /** Texts given on the command line, by setting; a switch that is given has the text `true`. */
  readonly flags: Readonly<Partial<Record<SettingName, readonly string[]>>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The configuration file named by `--config`; `false`: none is read. */
  readonly configFile?: string | false;
}

/**
 * Resolves all settings: flags win over environment variables, these over the configuration file, that over the defaults.
 * An empty environment variable counts as not set. Of a file that nobody named, settings that could send a token elsewhere are refused.
 *
 * @throws UsageError that names the origin of the value that is not right
 */
export async function resolveConfig(sources: Sources): Promise<Config> {
  const { configFile, cwd, env } = sources;
  refuseMisspelt(env);
  const file = configFile === false ? undefined : await readConfigFile(cwd, configFile ?? filled(env['SCIM_CHECK_CONFIG']));
  const take = <K extends SettingName>(name: K): Setting<ConfigValues[K]> => settle(name, sources, file);
  return {
    scenario: take('scenario'),
    rerunFailed: take('rerunFailed'),
    target: take('target'),
    client: take('client'),
    mapping: take('mapping'),
    domain: take('domain'),
    tokenEnv: take('tokenEnv'),
    tokenFile: take('tokenFile'),
    authScheme: take('authScheme'),
    oauthTokenUrl: take('oauthTokenUrl'),
    oauthClientId: take('oauthClientId'),
    oauthClientSecretFile: take('oauthClientSecretFile'),
    oauthAuth: take('oauthAuth'),
    oauthScope: take('oauthScope'),
    oauthParameter: take('oauthParameter'),
    oauthKey: take('oauthKey'),
    oauthClaim: take('oauthClaim'),
    oauthAssertionFile: take('oauthAssertionFile'),
    oauthAssertionCommand: take('oauthAssertionCommand'),
    ca: take('ca'),
    proxy: take('proxy'),
    report: take('report'),
    failOn: take('failOn'),
    allowIncomplete: take('allowIncomplete'),
    baseline: take('baseline'),
    updateBaseline: take('updateBaseline'),
    repro: take('repro'),
    quiet: take('quiet'),
    verbose: take('verbose'),
    full: take('full'),
    maxFindings: take('maxFindings'),
    jobs: take('jobs'),
    seed: take('seed'),
    timeout: take('timeout'),
    deadline: take('deadline'),
    ledger: take('ledger'),
    waitForTarget: take('waitForTarget'),
    dryRun: take('dryRun'),
    defect: take('defect'),
    variant: take('variant'),
    ...defined({ file: file?.name }),
  };
}

function settle<K extends SettingName>(name: K, sources: Sources, file: ConfigFile | undefined): Setting<ConfigValues[K]> {
  const spec = SETTINGS[name];
  const flags = sources.flags[name];
  if (flags !== undefined && flags.length > 0) return parsed(name, flags, originOfFlag(name), {});
  const variable = variableOf(name);
  const env = filled(sources.env[variable]);
  if (env !== undefined) return parsed(name, spec.many ? env.split(/[\s,]+/).filter(Boolean) : [env], variable, {});
  const entry = file?.entries.get(name);
  if (entry !== undefined && file !== undefined) {
    if (file.found) refuseFromFoundFile(name, entry, file.directory);
    return parsed(name, entry.texts, entry.from, { directory: file.directory });
  }
  return { value: spec.fallback, from: 'default' };
}

function parsed<K extends SettingName>(
  name: K,
  texts: readonly string[],
  from: string,
  place: { readonly directory?: string },
): Setting<ConfigValues[K]> {
  try {
    return { value: SETTINGS[name].parse(texts, place), from };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const what = from.startsWith('flag ') || from === variableOf(name) || name === 'scenario' ? from : `${from}: ${SETTINGS[name].name}`;
    throw new UsageError(`${what}: ${error.message}`, error.hint);
  }
}

function originOfFlag(name: SettingName): string {
  return name === 'scenario' ? 'argument' : `flag --${SETTINGS[name].name}`;
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}
