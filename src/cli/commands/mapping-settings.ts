import type { SettingName } from '../../config/settings.js';
import { OAUTH_SETTINGS } from '../../config/uses-oauth.js';

/** The settings by which a target is reached. */
export const TARGET_SETTINGS: readonly SettingName[] = [
  'target',
  'tokenEnv',
  'tokenFile',
  'authScheme',
  ...OAUTH_SETTINGS,
  'ca',
  'proxy',
  'timeout',
];
