import { junitDocument } from './junit/document.js';
import { xmlDocument } from './junit/xml.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For CI systems: JUnit XML in the form that GitLab, Jenkins, Azure Pipelines and GitHub actions read. */
export const junit: Reporter = {
  name: 'junit',
  description: 'for CI systems: JUnit XML, a suite per client and a test case per scenario',
  live: false,
  create(out) {
    const run = newRecord();
    return {
      event: (event) => record(run, event, false),
      end: () => out.write(xmlDocument(junitDocument(run, out.repository))),
    };
  },
};
