import { defined } from '../base/defined.js';
import type { Config } from '../config/resolve.js';
import { SETTINGS } from '../config/settings.js';
import { UsageError } from '../config/usage-error.js';
import type { Detail } from '../report/reporter.js';

/**
 * How much the terminal tells.
 *
 * @param config the settings
 */
export function detailOf({ quiet, verbose, full, maxFindings }: Pick<Config, 'quiet' | 'verbose' | 'full' | 'maxFindings'>): Detail {
  return { quiet: quiet.value, verbose: verbose.value, full: full.value, ...defined({ maxFindings: maxFindings.value }) };
}

/** The same as options of a command that has no configuration. */
export interface DetailFlags {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly full?: boolean;
  readonly maxFindings?: readonly string[];
}

/**
 * How much the terminal tells, as options alone say.
 *
 * @param flags the options given
 * @throws UsageError when one is not right
 */
export function detailOfFlags({ quiet, verbose, full, maxFindings }: DetailFlags): Detail {
  return { ...defined({ quiet, verbose, full }), ...(maxFindings === undefined ? {} : { maxFindings: numberOf(maxFindings) }) };
}

function numberOf(texts: readonly string[]): number {
  try {
    return SETTINGS.maxFindings.parse(texts, {}) ?? 0;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`flag --${SETTINGS.maxFindings.name}: ${error.message}`, error.hint) : error;
  }
}
