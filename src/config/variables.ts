import { nearest } from '../yaml/nearest.js';
import { SETTING_NAMES, variableOf } from './settings.js';
import { UsageError } from './usage-error.js';

const PREFIX = 'SCIM_CHECK_';

/** Variables that are no settings. Others that hold a secret may have any name: `token-env` names them. */
const OTHERS = /^(TOKEN.*|.*(TOKEN|SECRET)|CONFIG|DEBUG|PACKAGE|SERVERS)$/;

/**
 * Refuses a variable that is nearly one of a setting: it would count for nothing, and nobody would know.
 *
 * @param env the environment
 * @throws UsageError that names the variable and the one that was meant
 */
export function refuseMisspelt(env: Readonly<Record<string, string | undefined>>): void {
  const known = SETTING_NAMES.map((name) => variableOf(name).slice(PREFIX.length));
  for (const [variable, value] of Object.entries(env)) {
    const name = variable.slice(PREFIX.length);
    if (!variable.startsWith(PREFIX) || value === undefined || value === '' || known.includes(name) || OTHERS.test(name)) continue;
    const near = nearest(name, known);
    if (near !== undefined) throw new UsageError(`the variable ${variable} is no setting`, `Did you mean ${PREFIX}${near}?`);
  }
}
