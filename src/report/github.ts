import { annotationsOf } from './github/annotations.js';
import { markdownOf } from './markdown/document.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For GitHub Actions: annotations, and the page of the job. */
export const github: Reporter = {
  name: 'github',
  description: 'for GitHub Actions: an annotation for each defect, and a summary on the page of the job',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, false),
      end() {
        const lines = annotationsOf(run, out.repository);
        out.write(lines.map((line) => `${line}\n`).join(''));
        out.summary?.(markdownOf(run));
      },
    };
  },
};
