import { describe, expect, it } from 'vitest';
import { readPackageFile } from '../../src/base/package-files.js';
import { REPORTERS } from '../../src/report/registry.js';
import { cleanRun, eventfulRun } from './events.js';
import { renderLater } from './render.js';

describe('the registry', () => {
  it.each(Object.entries(REPORTERS))('holds %s under its own name, with a description', (name, reporter) => {
    expect(reporter.name).toBe(name);
    expect(reporter.description.length).toBeGreaterThan(20);
  });

  it.each(Object.values(REPORTERS))('$name writes before the end exactly when it says so', async (reporter) => {
    let written = '';
    const report = reporter.create({ write: (text) => (written += text), columns: 80, colour: 0, interactive: false });
    for (const event of cleanRun()) report.event(event);
    expect(written !== '').toBe(reporter.live);
    await report.end();
    expect(written.endsWith('\n')).toBe(true);
  });

  it.each(Object.values(REPORTERS))('$name may be used for two runs at once', async (reporter) => {
    const alone = await renderLater(reporter, eventfulRun());
    const texts = ['', ''];
    const reports = texts.map((_, at) =>
      reporter.create({ write: (text) => (texts[at] += text), columns: 80, colour: 0, interactive: false, now: () => 0 }),
    );
    for (const event of eventfulRun()) for (const report of reports) report.event(event);
    for (const report of reports) await report.end();
    expect(texts).toEqual([alone, alone]);
  });

  it('has a line in docs/reports.md for each report, and no others', () => {
    const rows = [...readPackageFile('docs/reports.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(REPORTERS).sort());
  });
});
