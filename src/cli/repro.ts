import { join, resolve } from 'node:path';
import { makeFolder } from '../base/make-folder.js';
import { writeWhole } from '../base/write-whole.js';
import { reasonOf, UsageError } from '../config/usage-error.js';
import { causesOf, defectsOf } from '../event/defects.js';
import { newRecord, record } from '../report/record.js';
import { reproScript } from '../report/repro/script.js';
import { countOf } from '../report/words.js';
import type { Io } from './io.js';
import type { OpenReports } from './reports.js';

/**
 * Has a script written for each defect when a run is over, beside its reports.
 *
 * @param io the process
 * @param folder where they go; it is made
 * @param reports the reports of the run
 * @throws UsageError when the folder cannot be made
 */
export function withRepro(io: Io, folder: string, reports: OpenReports): OpenReports {
  const path = resolve(io.cwd, folder);
  const run = newRecord();
  try {
    makeFolder(path);
  } catch (error) {
    reports.discard();
    throw new UsageError(`flag --repro: the folder cannot be made: ${reasonOf(error)}`);
  }
  return {
    ...reports,
    sink: (event) => {
      record(run, event, true);
      reports.sink(event);
    },
    end: async () => {
      const unwritten = await reports.end();
      const written: string[] = [];
      const without: string[] = [];
      try {
        for (const [cause, defect] of causesOf(defectsOf(run.findings))) {
          const script = reproScript(run, defect);
          const name = `${cause.replace(/[^\w]+/g, '-').replace(/-+$/, '')}.sh`;
          if (script === undefined) without.push(cause);
          else {
            writeWhole(join(path, name), script, 0o777);
            written.push(name);
          }
        }
      } catch (error) {
        return [...unwritten, `the scripts in ${folder} could not be written: ${reasonOf(error)}`];
      }
      const rest = without.length === 0 ? '' : `; no single request shows ${without.join(', ')}`;
      io.err.write(`scim-check: ${countOf(written.length, 'script')} in ${folder}${rest}\n`);
      return unwritten;
    },
  };
}
