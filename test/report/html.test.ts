import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../src/event/event.js';
import { html } from '../../src/report/html.js';
import { cleanRun, defectiveRun, eventfulRun, exchange, finding, interruptedRun, NASTY, started, unusableRun } from './events.js';
import { actingIn, type Markup, readPage } from './markup.js';
import { renderLater } from './render.js';

const read = async (events: readonly RunEvent[]): Promise<Markup[]> => readPage(await renderLater(html, events));
const named = (elements: readonly Markup[], name: string): Markup[] => elements.filter((each) => each.name === name);
const withClass = (elements: readonly Markup[], name: string): Markup[] =>
  elements.filter((each) => each.attributes['class']?.split(' ').includes(name));

describe('the HTML report', () => {
  it('says the verdict of each client first, then the defects by weight', async () => {
    const elements = await read(eventfulRun());
    expect(withClass(elements, 'card').map((each) => each.attributes['data-verdict'])).toEqual(['not-ready', 'ready-with-warnings']);
    const rows = named(elements, 'tr').filter((each) => each.attributes['data-defect'] !== undefined);
    expect(rows.map((each) => [each.attributes['data-defect'], each.attributes['data-severity'], each.attributes['data-clients']])).toEqual(
      [
        ['D1', 'error', 'entra'],
        ['D2', 'error', 'entra'],
        ['D3', 'warning', 'okta'],
      ],
    );
    expect(named(elements, 'title')[0]?.text).toBe('entra not ready, okta ready with warnings · scim.example.com/v2 · scim-check');
  });

  it('lets its own style and script act, by their hashes, and nothing else', async () => {
    const elements = await read(eventfulRun());
    const policy = elements.find((each) => each.attributes['http-equiv'] === 'Content-Security-Policy')?.attributes['content'] ?? '';
    for (const [tag, directive] of [
      ['style', 'style-src'],
      ['script', 'script-src'],
    ] as const) {
      const [only, ...more] = named(elements, tag);
      expect(more).toEqual([]);
      const hash = createHash('sha256')
        .update(only?.text ?? '')
        .digest('base64');
      expect(policy).toContain(`${directive} 'sha256-${hash}'`);
    }
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/);
    expect(actingIn(elements)).toEqual([]);
  });

  it('folds a long list of what is left, above the defects, and has no command for what went with the sample', async () => {
    const left = (count: number, ledger?: string): RunEvent[] =>
      eventfulRun().map((event) => {
        if (event.type !== 'cleanup') return event;
        const { ledger: _ledger, ...rest } = event;
        const [first] = event.left;
        if (first === undefined) throw new Error('nothing is left');
        return { ...rest, left: Array.from({ length: count }, () => ({ ...first, id: '' })), ...(ledger === undefined ? {} : { ledger }) };
      });
    const long = await renderLater(html, left(30, '.scim-check/ledger-1.ndjson'));
    expect(long).toMatch(/To delete them, run:<\/p>.*scim-check clean --target .*<details><summary>Which they are/s);
    expect(long).toContain('<li>and 10 more</li>');
    expect(long).not.toContain('<code></code>');
    const short = await renderLater(html, left(3));
    expect(short).not.toContain('Which they are');
    expect(short).not.toContain('scim-check clean');
  });

  it('needs nothing from elsewhere', async () => {
    const page = await renderLater(html, defectiveRun(8));
    expect(page).not.toMatch(/\b(src|srcset)=|@import|url\(/);
  });

  it('tells of each defect what was expected and received, with the difference marked', async () => {
    const elements = await read(eventfulRun());
    const marks = named(elements, 'mark').map((each) => each.text);
    expect(marks).toContain('h');
    expect(marks).toContain('b');
  });

  it('shows request and response beside each other, and what a write has changed', async () => {
    const url = 'https://scim.example.com/v2/Users/8f2c';
    const get = (id: string, email: string, more: { own?: true } = {}): RunEvent =>
      exchange(id, 'rfc', {
        ...more,
        scenario: 'users/mover',
        step: 2,
        request: { method: 'GET', url, headers: [] },
        response: { status: 200, headers: [], body: JSON.stringify({ id: '8f2c', email }), truncated: false, milliseconds: 3 },
      });
    const elements = await read([
      started(['rfc']),
      get('E1', 'old@example.com'),
      exchange('E2', 'rfc', { scenario: 'users/mover', step: 2 }),
      get('E3', 'new@example.com', { own: true }),
      finding('F1', 'rfc', { exchange: 'E2' }),
    ]);
    expect(named(elements, 'h4').map((each) => each.text)).toEqual([
      'Expected',
      'Received',
      'Who says so',
      'Request',
      'Response, 12 ms',
      'The resource before',
      'The resource after',
      'Play it again',
    ]);
    expect(named(elements, 'del').map((each) => each.text)).toEqual(['  "email": "old@example.com"']);
    expect(named(elements, 'ins').map((each) => each.text)).toEqual(['  "email": "new@example.com"']);
  });

  it('leads from what failed in the matrix to the defect', async () => {
    const elements = await read(eventfulRun());
    const targets = new Set(elements.map((each) => each.attributes['id']));
    const links = named(elements, 'a').flatMap((each) => each.attributes['href'] ?? []);
    expect(links).toContain('#D2');
    expect(links.filter((link) => link.startsWith('#') && !targets.has(link.slice(1)))).toEqual([]);
  });

  it('can be read by those who do not see it', async () => {
    const elements = await read(eventfulRun());
    for (const landmark of ['header', 'main', 'footer', 'search', 'h1']) expect(named(elements, landmark), landmark).toHaveLength(1);
    for (const table of named(elements, 'th')) expect(table.attributes['scope']).toMatch(/^(row|col)$/);
    const ids = elements.flatMap((each) => each.attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = named(elements, 'section').map((each) => each.attributes['aria-labelledby'] ?? '');
    expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
    const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it('obeys nothing that a server said, and shows it', async () => {
    const elements = await read(eventfulRun());
    expect(actingIn(elements)).toEqual([]);
    const shown = elements.map((each) => each.text).join('\n');
    expect(shown).toContain('<script>alert(1)</script> &nbsp;&undefined;');
    expect(shown).toContain('\\u202egpj.exe');
    expect(NASTY).toContain('\u202egpj.exe');
  });

  it.each(Object.entries({ cleanRun, interruptedRun, unusableRun, tornRun: () => [started()], noRun: () => [] }))(
    'of %s is a page',
    async (_name, run) => expect(named(await read(run()), 'h1')).toHaveLength(1),
  );

  it('stays small with forty defects and large bodies', async () => {
    const body = JSON.stringify({
      Resources: Array.from({ length: 2000 }, (_, at) => ({ id: `${at}`, userName: `user${at}@example.com` })),
    });
    const large = (id: string): RunEvent =>
      exchange(id, 'entra-default', { response: { status: 200, headers: [], body, truncated: true, milliseconds: 5 } });
    const events = defectiveRun(40).map((event) => (event.type === 'finding' ? { ...event, exchange: 'E1' } : event));
    const page = await renderLater(html, [
      ...events.slice(0, 1),
      large('E1'),
      ...Array.from({ length: 2000 }, (_, at) => large(`E${at + 2}`)),
      ...events.slice(1),
    ]);
    expect(page.length).toBeLessThan(3_000_000);
    expect(readPage(page).filter((each) => each.name === 'details' && each.attributes['class'] === 'defect')).toHaveLength(40);
  });
});
