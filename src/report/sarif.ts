import { escapeJsonText } from './escape.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';
import { sarifOf } from './sarif/log.js';

/** For code scanning: SARIF 2.1.0. */
export const sarif: Reporter = {
  name: 'sarif',
  description: 'for code scanning: SARIF 2.1.0, a rule for each check and a result for each defect',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, true),
      end: () => out.write(`${escapeJsonText(JSON.stringify(sarifOf(run, out.repository), null, 2))}\n`),
    };
  },
};
