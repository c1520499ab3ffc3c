import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For people, to send on: one page that needs no network and no other file. */
export const html: Reporter = {
  name: 'html',
  description: 'for people: one page to send on, with every defect, its requests, the matrix of scenarios and a timeline',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, true),
      // Loaded where such a report is asked for: a run without one starts faster.
      end: async () => {
        const { page } = await import('./html/page.js');
        out.write(page(run));
      },
    };
  },
};
