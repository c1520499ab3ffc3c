import { escapeJsonText } from './escape.js';
import type { Reporter } from './reporter.js';

/** The events themselves, for saving a run and rendering it again; schemas/events.schema.json describes them. */
export const ndjson: Reporter = {
  name: 'ndjson',
  description: 'the events of the run, one JSON object per line, as they happen; scim-check report reads them back',
  live: true,
  create(out) {
    return {
      event: (event) => out.write(`${escapeJsonText(JSON.stringify(event))}\n`),
      end: () => {},
    };
  },
};
