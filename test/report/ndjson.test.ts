import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/report/json.js';
import { ndjson } from '../../src/report/ndjson.js';
import { REPORTERS } from '../../src/report/registry.js';
import { parseEvents } from '../../src/report/saved.js';
import { cleanRun, eventfulRun, interruptedRun, skippedRun, unusableRun } from './events.js';
import { anyText, HARMFUL, render, renderLater, withText } from './render.js';

const lines = (): string[] => render(ndjson, cleanRun()).trimEnd().split('\n');

describe('saved events', () => {
  it.each(Object.entries({ eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun }))(
    'of %s come back as they were',
    (_name, run) => {
      expect(parseEvents(render(ndjson, run()))).toEqual({ events: run(), problems: [] });
    },
  );

  it('come back as they were whatever a target answers, one harmless line each', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 30 }), (texts) => {
        const events = withText(eventfulRun(), texts);
        const text = render(ndjson, events);
        expect(parseEvents(text)).toEqual({ events, problems: [] });
        expect(text.trimEnd().split('\n')).toHaveLength(events.length);
        for (const line of text.split('\n')) expect(line).not.toMatch(HARMFUL);
      }),
      { numRuns: 30 },
    );
  });

  it('render to the same reports as the live run', async () => {
    const { events } = parseEvents(render(ndjson, eventfulRun()));
    for (const reporter of Object.values(REPORTERS))
      expect(await renderLater(reporter, events)).toBe(await renderLater(reporter, eventfulRun()));
  });

  it('may end in a torn line: the rest is good', () => {
    const text = render(ndjson, cleanRun()).slice(0, -30);
    const { events, problems } = parseEvents(text);
    expect(events).toEqual(cleanRun().slice(0, -1));
    expect(problems).toEqual([{ line: cleanRun().length, message: 'the line is cut off', torn: true }]);
  });

  it('are read with a byte-order mark, carriage returns and empty lines', () => {
    expect(parseEvents(`\ufeff${lines().join('\r\n\r\n')}\r\n`)).toEqual({ events: cleanRun(), problems: [] });
  });

  it.each([
    ['{"type":"client-started"', 'the line is no JSON object'],
    ['[1]', 'the line is no JSON object'],
    ['{"type":"unheard-of"}', 'there is no event of type "unheard-of"'],
    ['{"type":"toString"}', 'there is no event of type "toString"'],
    ['{}', 'there is no event of type undefined'],
    ['{"type":"client-started"}', "client-started: must have required property 'dialect'"],
    ['{"type":"client-started","dialect":"okta-oin","extra":1}', 'client-started: must NOT have additional properties: "extra"'],
    [
      '{"type":"client-started","dialect":7}',
      'client-started: /dialect must be equal to one of the allowed values: ["entra-default","entra-aadOptscim062020","entra-on-demand","okta-oin","okta-aiw","okta-granular","rfc"]',
    ],
  ])('leave %s out and say why', (line, message) => {
    const [first = '', ...rest] = lines();
    const { events, problems } = parseEvents([first, line, ...rest, ''].join('\n'));
    expect(events).toEqual(cleanRun());
    expect(problems).toEqual([{ line: 2, message, torn: false }]);
  });

  it('of a later format are refused', () => {
    const { events, problems } = parseEvents(`${lines().join('\n')}\n`.replace('"format":1', '"format":2'));
    expect(events).toEqual(cleanRun().slice(1));
    expect(problems).toEqual([{ line: 1, message: 'run-started: /format must be equal to constant: 1', torn: false }]);
  });

  it('of two runs in one file are not mixed', () => {
    const text = render(ndjson, cleanRun());
    const { events, problems } = parseEvents(text + text);
    expect(events).toEqual(cleanRun());
    expect(problems.map((each) => each.line)).toEqual([cleanRun().length + 1]);
  });

  it('must begin with run-started, and there must be some', () => {
    expect(parseEvents(lines().slice(1).join('\n')).problems[0]?.message).toBe('a saved run begins with run-started');
    expect(parseEvents('\n').problems[0]?.message).toBe('there are no events');
  });

  it('complain no more than twenty times about a file of another kind', () => {
    const [first = ''] = lines();
    expect(parseEvents(`${first}\n${'no json\n'.repeat(1000)}`).problems).toHaveLength(20);
    expect(parseEvents('no json\n'.repeat(1000)).problems).toEqual([
      { line: 1, message: 'this is no saved run: its first line is no JSON object', torn: false },
    ]);
    expect(parseEvents(render(json, cleanRun())).problems).toEqual([
      { line: 1, message: 'this is the JSON report of a run, which has its result and not its events', torn: false },
    ]);
  });

  it('never throw, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText(), fc.json(), fc.constantFrom(...lines()))), (parts) => {
        const { events, problems } = parseEvents(parts.join('\n'));
        expect(events.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
