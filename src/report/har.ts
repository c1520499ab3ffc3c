import { escapeJsonText } from './escape.js';
import { entryOf } from './har/entry.js';
import { newRecord, record } from './record.js';
import type { Reporter } from './reporter.js';

/** For the tools that read traffic: HAR 1.2, as browsers export it. */
export const har: Reporter = {
  name: 'har',
  description: 'for tools that read traffic: HAR 1.2 with every request and answer, secrets taken out',
  live: false,
  create(out) {
    const run = newRecord();
    const entries: string[] = [];
    return {
      event(event) {
        record(run, event, false);
        if (event.type === 'exchange') entries.push(escapeJsonText(JSON.stringify(entryOf(event))));
      },
      end() {
        const creator = { name: 'scim-check', version: run.started?.version ?? '' };
        const comment = `target ${run.started?.target ?? ''}, seed ${run.started?.seed ?? ''}`;
        const head = escapeJsonText(JSON.stringify({ version: '1.2', creator, comment })).slice(0, -1);
        // One entry a line: a run may have thousands, and many editors give up on long lines.
        out.write(`{"log":${head},"entries":[\n${entries.join(',\n')}\n]}}\n`);
      },
    };
  },
};
