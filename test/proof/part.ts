import type { Dialect } from '../../src/client/client.js';
import { runDialect } from '../../src/engine/run/dialect-run.js';
import { ALL_DIALECTS } from './dialects.js';

/**
 * Plays one in so many scenarios, each client beginning with another one.
 *
 * @param parts how many; as many clients that follow one another in `ALL_DIALECTS` play every scenario once
 * @param turn any number: which client begins with the first
 */
export function playPart(parts: number, turn: number): typeof runDialect {
  return async (dialectRun, dialect: Dialect) => {
    const first = ALL_DIALECTS.indexOf(dialect) + turn;
    const scenarios = dialectRun.options.scenarios.filter((_, at) => (at + first) % parts === 0);
    await runDialect({ ...dialectRun, options: { ...dialectRun.options, scenarios, selected: true } }, dialect);
  };
}
