import { escapeJsonText } from './escape.js';
import { reportOf } from './json/report.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For programs: one document, described by schemas/report.schema.json. */
export const json: Reporter = {
  name: 'json',
  description: 'for programs: one JSON document with verdicts, findings and their exchanges',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, true),
      end: () => out.write(`${escapeJsonText(JSON.stringify(reportOf(run), null, 2))}\n`),
    };
  },
};
