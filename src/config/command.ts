import type { Config } from './resolve.js';
import { SAMPLE, SETTINGS, type SettingName } from './settings.js';

/** What decides what is sent, besides target, client, seed and scenario. None of them holds a secret. */
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
  'defect',
  'variant',
];

const SECRET = /secret|password|token|assertion|code|key/i;

/**
 * The options that whoever plays a part of a run again has to give besides, as they are typed. The target is left out unless it
 * is the sample: its URL may hold what must not be shown.
 *
 * @param config the settings of the run
 */
export function decisiveOptions(config: Config): readonly string[] {
  const sample = config.target.value?.toLowerCase() === SAMPLE ? ['--target', SAMPLE] : [];
  const others = DECISIVE.flatMap((name) => {
    const { value } = config[name];
    if (value === undefined || value === SETTINGS[name].fallback) return [];
    // A query may hold what must not be shown.
    if (name === 'oauthTokenUrl' && String(value).includes('?')) return [];
    return [value].flat().flatMap((each) => {
      if (!Array.isArray(each)) return [`--${SETTINGS[name].name}`, String(each)];
      const [key = '', text = ''] = each;
      // A parameter of the user's own may be a secret, whatever it should be.
      return SECRET.test(key) ? [] : [`--${SETTINGS[name].name}`, `${key}=${text}`];
    });
  });
  return [...sample, ...others];
}
