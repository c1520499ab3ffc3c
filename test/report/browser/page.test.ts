import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/event/event.js';
import { html } from '../../../src/report/html.js';
import { defectiveRun, eventfulRun, exchange } from '../events.js';
import { renderLater, withText } from '../render.js';
import { startChromium } from './chromium.js';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

const MARKUP = '"><img src=x onerror="owned=1"></script><script>owned=1</script><style>*{display:none}</style>';

/** Forty defects with their requests, and a sequence of requests for the timeline. */
function largeRun(): RunEvent[] {
  const body = JSON.stringify({ Resources: Array.from({ length: 40 }, (_, at) => ({ id: `${at}`, userName: `user${at}@example.com` })) });
  const exchanges = Array.from({ length: 300 }, (_, at) =>
    exchange(`E${at}`, 'entra-default', {
      time: new Date(Date.UTC(2026, 10, 22) + at * 100).toISOString(),
      response: { status: at % 50 === 7 ? 500 : 200, headers: [], body, truncated: false, milliseconds: 40 },
    }),
  );
  const [first, ...rest] = defectiveRun(40);
  if (first === undefined) throw new Error('no run');
  return [first, ...exchanges, ...rest.map((event, at) => (event.type === 'finding' ? { ...event, exchange: `E${at}` } : event))];
}

const RUNS = { large: largeRun, eventful: eventfulRun, markup: () => withText(eventfulRun(), [MARKUP]) };

const started = await startChromium();

describe.skipIf('reason' in started)(`the page in Chromium${'reason' in started ? ` (${started.reason})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'scim-check-page-'));

  beforeAll(async () => {
    for (const [name, run] of Object.entries(RUNS)) writeFileSync(join(folder, `${name}.html`), await renderLater(html, run()));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    if ('end' in started) await started.end();
  });

  /** Opens a page; what it complains of and what it asks for is collected. */
  async function open(name: keyof typeof RUNS, how: BrowserContextOptions = {}, hash = ''): Promise<{ page: Page; noticed: string[] }> {
    if ('reason' in started) throw new Error(started.reason);
    const context = await started.browser.newContext({ viewport: DESKTOP, ...how });
    const page = await context.newPage();
    const noticed: string[] = [];
    const url = pathToFileURL(join(folder, `${name}.html`)).href + hash;
    page.on('console', (message) => noticed.push(message.text()));
    page.on('pageerror', (error) => noticed.push(error.message));
    page.on('dialog', (dialog) => noticed.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== url) noticed.push(request.url());
    });
    await page.goto(url);
    return { page, noticed };
  }

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('asks for nothing, complains of nothing and is as wide as %s', async (_name, viewport) => {
    for (const name of Object.keys(RUNS) as (keyof typeof RUNS)[]) {
      const { page, noticed } = await open(name, { viewport });
      expect(noticed).toEqual([]);
      await page.evaluate(() => {
        for (const each of Array.from(document.querySelectorAll('details'))) each.open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
      expect(await page.getByRole('heading', { level: 2, name: 'Verdict' }).isVisible()).toBe(true);
      await page.context().close();
    }
  });

  it('obeys nothing that stands in a text', async () => {
    const { page } = await open('markup');
    expect(await page.evaluate(() => ('owned' in window ? 1 : 0))).toBe(0);
    expect(await page.locator('img').count()).toBe(0);
    await page.context().close();
  });

  it('searches and filters', async () => {
    const { page } = await open('large');
    const shown = () => page.locator('details.defect:visible').count();
    expect(await shown()).toBe(40);
    await page.getByRole('searchbox').fill('sc2105');
    expect([await shown(), await page.locator('#shown').textContent()]).toEqual([1, '1 of 40 shown']);
    expect(await page.locator('table.defects tbody tr:visible').count()).toBe(1);
    await page.getByRole('searchbox').fill('nothing has this');
    expect([await shown(), await page.getByText('No defect fits the search.').isVisible()]).toEqual([0, true]);
    await page.getByRole('searchbox').fill('');
    await page.getByLabel('Severity').selectOption('warning');
    expect(await shown()).toBe(10);
    await page.getByLabel('Client').selectOption('rfc');
    expect(await shown()).toBeLessThan(10);
    await page.context().close();
  });

  it('opens what a link leads to, and what the address names', async () => {
    const { page } = await open('large');
    const isOpen = (id: string) =>
      page
        .locator(id)
        .getAttribute('open')
        .then((value) => value !== null);
    expect(await isOpen('#D30')).toBe(false);
    await page.locator('table.defects a[href="#D30"]').click();
    await page.waitForFunction(() => document.querySelector('#D30')?.hasAttribute('open'));
    await page.context().close();
    const { page: second } = await open('large', {}, '#D31');
    expect(await second.locator('#D31').getAttribute('open')).not.toBeNull();
    await second.context().close();
  });

  it('can be used by keyboard', async () => {
    const { page } = await open('large');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the result');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.locator('#D20 > summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#D20').getAttribute('open')).not.toBeNull();
    await page.context().close();
  });

  it('is read out with its landmarks, names and states', async () => {
    const { page } = await open('eventful');
    for (const role of ['banner', 'main', 'contentinfo', 'search'] as const) expect(await page.getByRole(role).count(), role).toBe(1);
    for (const name of ['Verdict', 'Defects', 'What was seen', 'Scenarios', 'Timeline'])
      expect(await page.getByRole('region', { name, exact: true }).count(), name).toBe(1);
    expect(await page.getByRole('cell', { name: 'not met' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: 'failed' }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('shows everything on paper', async () => {
    const { page } = await open('large');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('details:not([open]):not(.timeline)').count()).toBe(0);
    expect(await page.locator('.filter').isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details.defect[open]').count()).toBe(3);
    await page.context().close();
  });

  it('can be read without its script', async () => {
    const { page } = await open('large', { javaScriptEnabled: false });
    expect(await page.locator('.filter').isVisible()).toBe(false);
    expect(await page.locator('#D1').getByText('Expected', { exact: true }).isVisible()).toBe(true);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has enough contrast where it is %s', async (colorScheme) => {
    const { page } = await open('large', { colorScheme });
    const low = await page.evaluate(contrasts);
    expect(low).toEqual([]);
    await page.context().close();
  });
});

/** Texts whose contrast is below 4.5 to 1 (WCAG 2.2, 1.4.3); runs in the page. */
function contrasts(): string[] {
  const canvas = document.createElement('canvas').getContext('2d');
  const luminance = (colour: string): number => {
    if (canvas === null) return 0;
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return 'white';
    const { backgroundColor } = getComputedStyle(element);
    return /, 0\)$/.test(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
  };
  const low = new Set<string>();
  for (const element of Array.from(document.querySelectorAll('body *'))) {
    if (!Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.textContent?.trim() !== '')) continue;
    const [one, other] = [luminance(getComputedStyle(element).color), luminance(groundOf(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) low.add(`${element.tagName.toLowerCase()}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...low];
}
