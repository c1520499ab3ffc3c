import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import schemas from 'har-schema';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { har } from '../../src/report/har.js';
import { cleanRun, eventfulRun, exchange, interruptedRun, NASTY, started, unusableRun } from './events.js';
import { render, withText } from './render.js';

const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);
for (const { $schema: _draft, ...schema } of Object.values(schemas)) ajv.addSchema(schema);
const validate = ajv.getSchema('har.json#') ?? ajv.getSchema('har.json');

interface Entry {
  readonly request: { readonly url: string; readonly queryString: unknown; readonly postData?: { readonly text: string } };
  readonly response: { readonly status: number; readonly content: { readonly text: string } };
  readonly comment: string;
}

const read = (events: readonly RunEvent[]): readonly Entry[] => JSON.parse(render(har, events)).log.entries;

/** What is no time or address in a run is none in its archive. */
const nasty = (): RunEvent[] =>
  withText(eventfulRun(), [NASTY]).map((event) =>
    event.type === 'exchange'
      ? { ...event, time: '2026-11-22T03:05:00.000Z', request: { ...event.request, url: 'https://x.example/' } }
      : event,
  );

describe('the HAR report', () => {
  it.each(Object.entries({ eventfulRun, cleanRun, unusableRun, interruptedRun, nasty, tornRun: () => [started()] }))(
    'of %s follows the schema of HAR 1.2',
    (_name, run) => {
      validate?.(JSON.parse(render(har, run())));
      expect(validate?.errors ?? []).toEqual([]);
    },
  );

  it('is refused by that schema where it is not right', () => {
    const archive = JSON.parse(render(har, eventfulRun()));
    archive.log.entries[0].request.method = 7;
    expect(validate?.(archive)).toBe(false);
  });

  it('has every exchange of the run, with the bodies to the letter', () => {
    const entries = read(eventfulRun());
    expect(entries).toHaveLength(eventfulRun().filter(({ type }) => type === 'exchange').length);
    expect(entries.find(({ comment }) => comment.startsWith('E99 '))?.response.content.text).toBe(NASTY + 'x'.repeat(10_000));
  });

  it('tells the query apart, and a request that was not answered', () => {
    const { response: _none, ...asked } = exchange('E1', 'rfc', { purpose: 'match' });
    const request = { ...asked.request, url: 'https://x.example/Users?filter=userName+eq+%22a%22&count=1' };
    const [entry] = read([started(['rfc']), { ...asked, request, failure: { kind: 'timeout', message: 'no answer in 30 s' } }]);
    expect(entry?.request.queryString).toEqual([
      { name: 'filter', value: 'userName eq "a"' },
      { name: 'count', value: '1' },
    ]);
    expect([entry?.response.status, entry?.comment]).toEqual([0, 'E1 rfc match: timeout no answer in 30 s']);
  });
});
