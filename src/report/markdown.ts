import { markdownOf } from './markdown/document.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For tickets, comments and job pages: short enough for an issue. */
export const markdown: Reporter = {
  name: 'markdown',
  description: 'for tickets: verdicts, the table of defects, and each defect with its request, short enough for an issue',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, false),
      end: () => out.write(markdownOf(run)),
    };
  },
};
