import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/base/text-width.js';
import { terminal } from '../../src/report/terminal.js';
import { cleanRun, eventfulRun, finding, finished, interruptedRun, skippedRun, started, unusableRun } from './events.js';
import { anyText, HARMFUL, render, withText } from './render.js';

const RUNS = { eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun };

describe('the terminal report', () => {
  it.each(Object.entries(RUNS).flatMap(([name, run]) => [80, 40].map((columns) => ({ name, run, columns }))))(
    'of $name at $columns columns reads as reviewed',
    async ({ name, run, columns }) => {
      await expect(render(terminal, run(), { columns })).toMatchFileSnapshot(`snapshots/${name}-${columns}.txt`);
    },
  );

  it('ends with the verdict, one line per client', () => {
    const lines = render(terminal, eventfulRun()).trimEnd().split('\n');
    expect(lines.slice(-2)).toEqual([
      'entra  ✗ not ready             2 blocking findings   23 requests + 8 reads, 10 s',
      'okta   ! ready with warnings   1 warning            11 requests + 3 reads, 6.1 s',
    ]);
  });

  it('prints a command that is longer than the line whole, from the first column on', () => {
    const repeat = finding('F1', 'entra-default').repeat;
    expect(render(terminal, eventfulRun(), { columns: 40 }).split('\n')).toContain(repeat);
  });

  it('refers to the JSON report for a command that nobody would paste', () => {
    const events = [started(['rfc']), finding('F7', 'rfc', { repeat: `curl ${'x'.repeat(9000)}` }), finished()];
    expect(render(terminal, events)).toContain('  repeat    a command of 9005 characters, in the JSON report at F7\n');
  });

  it('says so when the last event is missing', () => {
    expect(render(terminal, [started(['rfc'])])).toContain('✗ The run broke off: its last event is missing.');
    expect(render(terminal, [])).toContain('The run ended before it began.');
  });

  it('colours marks and verdicts when there are colours, and only then', () => {
    expect(render(terminal, cleanRun(), { colour: 1 })).toContain('\u001b[32m✓ ready\u001b[39m');
    expect(render(terminal, cleanRun(), { colour: 0 })).not.toContain('\u001b');
  });

  it('shows the same text with colours as without', () => {
    const coloured = render(terminal, eventfulRun(), { colour: 3 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(render(terminal, eventfulRun()));
  });
});

describe('the progress line', () => {
  const pieces = render(terminal, eventfulRun(), { interactive: true, columns: 60 }).split('\r\u001b[2K');

  it('tells client, scenarios done, scenario, requests and time', () => {
    expect(pieces).toContain('entra-default  1/4  users/mover  1 request  0.0 s');
    expect(pieces).toContain('cleaning up 0/9  31 requests  0.0 s');
  });

  it('stays within the terminal', () => {
    const narrow = render(terminal, eventfulRun(), { interactive: true, columns: 40 }).split('\r\u001b[2K');
    const drawn = narrow.filter((piece) => piece !== '' && !piece.includes('\n'));
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.every((piece) => widthOf(piece) < 40)).toBe(true);
  });

  it('is gone before anything is printed below it', () => {
    expect(pieces.filter((piece) => piece.includes('\n')).every((piece) => !piece.includes('/4  '))).toBe(true);
  });

  it('is not drawn again for every request', () => {
    const count = (now: () => number): number => render(terminal, eventfulRun(), { interactive: true, now }).split('\u001b[2K').length;
    let clock = 0;
    const slow = (): number => {
      clock += 1000;
      return clock;
    };
    expect(count(() => 0)).toBeLessThan(count(slow));
  });

  it('is not drawn where lines cannot be drawn again', () => {
    expect(render(terminal, eventfulRun())).not.toContain('\r');
  });
});

describe('whatever a target answers', () => {
  it('the report has no harmful character, and no line but a command is too long', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 30 }), fc.integer({ min: 40, max: 120 }), (texts, columns) => {
        const events = withText(eventfulRun(), texts);
        const commands = new Set(events.flatMap((event) => (event.type === 'finding' && event.repeat !== undefined ? [event.repeat] : [])));
        const free = events.map((event) => (event.type === 'finding' && event.repeat !== undefined ? { ...event, repeat: 'curl' } : event));
        expect(commands.size).toBeGreaterThan(0);
        for (const line of render(terminal, events, { columns }).split('\n')) expect(line).not.toMatch(HARMFUL);
        for (const line of render(terminal, free, { columns }).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 60 },
    );
  });

  it('the report stays short', () => {
    const long = 'x'.repeat(2_000_000);
    const texts = withText(eventfulRun(), [long]).filter((event) => event.type !== 'run-started');
    const text = render(terminal, [started(), ...texts]);
    expect(text.length).toBeLessThan(200_000);
  });

  it('the progress line has no harmful character', () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 30 }), (texts) => {
        const events = withText(eventfulRun(), texts);
        const text = render(terminal, events, { interactive: true }).replaceAll('\r\u001b[2K', '\n');
        for (const line of text.split('\n')) expect(line).not.toMatch(HARMFUL);
      }),
      { numRuns: 30 },
    );
  });
});
