import { GALLERY_TESTS } from '../event/gallery-tests.js';
import { finalTestResults, galleryTestsIn } from '../event/gallery-verdict.js';
import { escapeJsonText } from './escape.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For the ticket: the template's `Final_TestResults`. */
export const gallery: Reporter = {
  name: 'gallery',
  description: "of scim-check gallery: the tests in the form of the template's Final_TestResults",
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, false),
      end: () => out.write(`${escapeJsonText(JSON.stringify(finalTestResults(galleryTestsIn(run.events), GALLERY_TESTS), null, 2))}\n`),
    };
  },
};
