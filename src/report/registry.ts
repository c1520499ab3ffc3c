import type { RunEvent } from '../event/event.js';
import { gallery } from './gallery.js';
import { github } from './github.js';
import { har } from './har.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { ndjson } from './ndjson.js';
import type { Reporter, ReportOutput } from './reporter.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal.js';

/** All reports, by the name that `--report` takes. A further one is a file of its own and a line here. */
export const REPORTERS = { terminal, html, markdown, github, junit, sarif, json, ndjson, har, gallery } as const satisfies Readonly<
  Record<string, Reporter>
>;

/**
 * Renders the events of a run that is over.
 *
 * @param events all events of the run, in order
 * @param reporter the report
 * @param out where it goes
 */
export async function renderSaved(events: readonly RunEvent[], reporter: Reporter, out: ReportOutput): Promise<void> {
  const report = reporter.create(out);
  for (const event of events) report.event(event);
  await report.end();
}
