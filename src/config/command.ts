import type { Config } from './resolve.js';
import { SAMPLE, SETTINGS, type SettingName } from './settings.js';

/** What decides what is sent, besides target, client, seed and scenario. */
const DECISIVE: readonly SettingName[] = [
  'mapping',
  'domain',
  'tokenEnv',
  'tokenFile',
  'authScheme',
  'ca',
  'oauthTokenUrl',
  'oauthClientId',
  'oauthClientSecretFile',
  'oauthAuth',
  'oauthScope',
  'oauthParameter',
  'oauthKey',
  'oauthClaim',
  'oauthAssertionFile',
  'oauthAssertionCommand',
  'defect',
  'variant',
];

const SECRET = /secret|password|token|assertion|code|key/i;

/**
 * The options that whoever plays a part of a run again has to give besides, as they are typed. The target is left out unless it
 * is the sample: its URL may hold what must not be shown. What may be a secret stands in angle brackets, for the reader to put in.
 *
 * @param config the settings of the run
 */
export function decisiveOptions(config: Config): readonly string[] {
  const sample = config.target.value?.toLowerCase() === SAMPLE ? ['--target', SAMPLE] : [];
  const others = DECISIVE.flatMap((name) => {
    const { value, from } = config[name];
    if (value === undefined || value === SETTINGS[name].fallback) return [];
    // From the environment it comes again by itself.
    if (name === 'oauthAssertionCommand' && from.startsWith('SCIM_CHECK_')) return [];
    return [value]
      .flat()
      .flatMap((each) => [`--${SETTINGS[name].name}`, Array.isArray(each) ? shownPair(each) : shown(name, String(each))]);
  });
  return [...sample, ...others];
}

/** The command may hold a password, and so may a query. */
function shown(name: SettingName, value: string): string {
  if (name === 'oauthAssertionCommand') return '<your command>';
  return name === 'oauthTokenUrl' ? value.replace(/\?.*$/s, '?<your query>') : value;
}

/** A parameter of the user's own may be a secret, whatever it should be. */
function shownPair([key = '', text = '']: readonly string[]): string {
  return `${key}=${SECRET.test(key) ? '<your value>' : text}`;
}
