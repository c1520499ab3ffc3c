import { OAUTH_SETTING_SPECS, type OAuthValues } from './oauth-settings.js';
import type { Config } from './resolve.js';

/** The settings that say how access tokens are got. */
export const OAUTH_SETTINGS = Object.keys(OAUTH_SETTING_SPECS) as readonly (keyof OAuthValues)[];

/** Whether a setting says that access tokens are to be asked for. */
export function usesOAuth(config: Config): boolean {
  return OAUTH_SETTINGS.some((name) => config[name].from !== 'default');
}
