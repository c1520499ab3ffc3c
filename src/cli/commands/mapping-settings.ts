import type { SettingName } from '../../config/settings.js';

/** The settings by which a target is reached. */
export const TARGET_SETTINGS: readonly SettingName[] = ['target', 'tokenEnv', 'tokenFile', 'authScheme', 'ca', 'proxy', 'timeout'];
