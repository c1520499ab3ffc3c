import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/base/text-width.js';
import type { RunEvent } from '../../src/event/event.js';
import type { ReportOutput } from '../../src/report/reporter.js';
import { terminal } from '../../src/report/terminal.js';
import {
  cleanRun,
  defectiveRun,
  eventfulRun,
  finding,
  finished,
  interruptedRun,
  knownRun,
  play,
  skippedRun,
  started,
  unusableRun,
} from './events.js';
import { anyText, HARMFUL, render, withText } from './render.js';

const RUNS = { eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun, knownRun };

describe('the terminal report', () => {
  it.each(Object.entries(RUNS).flatMap(([name, run]) => [80, 40].map((columns) => ({ name, run, columns }))))(
    'of $name at $columns columns reads as reviewed',
    async ({ name, run, columns }) => {
      await expect(render(terminal, run(), { columns })).toMatchFileSnapshot(`snapshots/${name}-${columns}.txt`);
    },
  );

  it.each([1, 8, 25].flatMap((count) => [80, 120].flatMap((columns) => ([0, 1] as const).map((colour) => ({ count, columns, colour })))))(
    'of $count defects at $columns columns with colours $colour reads as reviewed',
    async ({ count, columns, colour }) => {
      const text = render(terminal, defectiveRun(count), { columns, colour });
      await expect(text).toMatchFileSnapshot(`snapshots/defects-${count}-${columns}${colour === 0 ? '' : '-colour'}.txt`);
      for (const line of text.split('\n').filter((each) => !each.includes('scim-check run')))
        expect(widthOf(withoutColours(line))).toBeLessThanOrEqual(columns);
    },
  );

  it.each([1, 8, 25, 60])(
    'of %d defects says on its last 24 lines what to fix, what was not tested, what is left and who is ready',
    (count) => {
      const last = render(terminal, defectiveRun(count)).trimEnd().split('\n').slice(-24).join('\n');
      expect(last).toMatch(/fix first {1,2}SC\d{4}/);
      expect(last).toContain('scenario skipped: the mapping has no groups');
      expect(last).toContain('nothing left behind');
      expect(last.match(/^(entra|okta|rfc) +[✗!✓]/gm)).toHaveLength(3);
    },
  );

  it('stays short, however many defects there are', () => {
    expect(render(terminal, defectiveRun(60)).split('\n').length).toBeLessThan(150);
  });

  it('ends with the verdict, one line per client, and counts defects, not dialects', () => {
    const lines = render(terminal, eventfulRun()).trimEnd().split('\n');
    expect(lines.slice(-2)).toEqual([
      'entra  ✗ not ready             2 blocking defects    23 requests + 8 reads, 10 s',
      'okta   ! ready with warnings   1 warning            11 requests + 3 reads, 6.1 s',
    ]);
  });

  it('tells the replay that shows a defect again, and the request alone only when all is asked for', () => {
    const replay = 'scim-check run --target https://scim.example.com/v2 --client entra-default --seed 42 users/mover';
    const repeat = finding('F1', 'entra-default').repeat;
    const text = render(terminal, eventfulRun(), { columns: 40 });
    expect(text.split('\n')).toContain(replay);
    expect(text).not.toContain('curl -X');
    expect(render(terminal, eventfulRun(), { columns: 40, detail: { full: true } }).split('\n')).toContain(repeat);
  });

  it('refers to the JSON report for a command that nobody would paste', () => {
    const events = [started(['rfc']), finding('F7', 'rfc', { repeat: `curl ${'x'.repeat(9000)}` }), finished()];
    expect(render(terminal, events, { detail: { full: true } })).toContain(
      '  repeat    a command of 9005 characters, in the JSON report at F7\n',
    );
  });

  it('tells at length as many defects as it is asked for', () => {
    const told = (detail: NonNullable<ReportOutput['detail']>): number =>
      render(terminal, defectiveRun(25), { detail }).match(/^ {2}rule /gm)?.length ?? 0;
    expect([told({}), told({ maxFindings: 0 }), told({ maxFindings: 7 }), told({ full: true })]).toEqual([3, 0, 7, 25]);
  });

  it('has scenario lines only where they are asked for; one with warnings alone is no failure', () => {
    const [begin, ...rest] = play({ dialect: 'rfc', title: 'Mover', status: 'failed', checks: ['SC2104'], scenario: 'users/mover' });
    const warned = rest.map((event) =>
      event.type === 'step-finished' && event.status === 'failed' ? { ...event, severity: 'warning' } : event,
    );
    const run = [started(['rfc'], 1), begin, ...warned, finished()] as readonly RunEvent[];
    expect(render(terminal, run)).not.toContain('users/mover');
    expect(render(terminal, run, { detail: { verbose: true } })).toMatch(/^! users\/mover +rfc$/m);
  });

  it('says only the verdicts and what to do when it is to be quiet', () => {
    const text = render(terminal, defectiveRun(8), { detail: { quiet: true }, interactive: true });
    expect(text.split('\n').length).toBeLessThan(24);
    expect(text).not.toMatch(/rule|mapping {3}|scim-check 0|\r/);
    expect(text).toMatch(/^ {2}fix first /);
  });

  it('names another answer that a client was refused with: its reason may be another one', () => {
    const findings = [
      finding('F1', 'entra-default', { received: '400 meta is not allowed for u1@example.com' }),
      finding('F2', 'entra-aadOptscim062020', { received: '400 meta is not allowed for u22@example.com' }),
      finding('F3', 'okta-oin', { received: '400 password is not allowed' }),
    ];
    expect(render(terminal, [started(), ...findings, finished()])).toMatch(/^ {2}also {6}okta-oin: 400 password is not allowed$/m);
    expect(render(terminal, [started(), ...findings.slice(0, 2), finished()])).not.toContain('  also ');
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
    expect(withoutColours(coloured)).toBe(render(terminal, eventfulRun()));
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are made of them
const withoutColours = (text: string): string => text.replaceAll(/\u001b\[\d+m/g, '');

describe('the progress line', () => {
  const pieces = render(terminal, eventfulRun(), { interactive: true, columns: 60 }).split('\r\u001b[2K');

  it('tells client, scenarios done, scenario, requests and time', () => {
    expect(pieces).toContain('1/12  entra-default  users/mover  1 request  0.0 s');
    expect(pieces).toContain('cleaning up 0/9  31 requests  0.0 s');
  });

  it('stays within the terminal', () => {
    const narrow = render(terminal, eventfulRun(), { interactive: true, columns: 40 }).split('\r\u001b[2K');
    const drawn = narrow.filter((piece) => piece !== '' && !piece.includes('\n'));
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.every((piece) => widthOf(piece) < 40)).toBe(true);
  });

  it('is gone before anything is printed below it', () => {
    expect(pieces.filter((piece) => piece.includes('\n')).every((piece) => !piece.includes('/12  '))).toBe(true);
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
        for (const line of render(terminal, free, { columns })
          .split('\n')
          .filter((each) => !/^(scim-check run| {2}replay)/.test(each)))
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
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
