import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/registry.js';
import type { Reporter } from '../../src/report/reporter.js';
import { cleanRun, eventfulRun, interruptedRun, NASTY, skippedRun, started, unusableRun } from './events.js';
import { actingIn, readPage } from './markup.js';
import { anyText, HARMFUL, renderLater, withText } from './render.js';
import { readXml } from './xml.js';

/** Reads a report by its format; fails where it is not of the format, or where a text has become more than text. */
type Reading = (text: string) => void;

const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

const READINGS: Readonly<Partial<Record<string, Reading>>> = {
  html: (text) => expect(actingIn(readPage(text))).toEqual([]),
  markdown: (text) => expect(actingInMarkdown(text)).toEqual([]),
  github: (text) => {
    for (const line of linesOf(text)) expect(line).toMatch(/^::(error|warning|notice) (file=[^,]*,line=\d+,col=\d+,)?title=[^,:]*::/);
  },
  json: (text) => void JSON.parse(text),
  gallery: (text) => void JSON.parse(text),
  sarif: (text) => void JSON.parse(text),
  har: (text) => void JSON.parse(text),
  ndjson: (text) => linesOf(text).map((line): unknown => JSON.parse(line)),
  junit: (text) => void readXml(text),
};

/** A command of its own is what this report is for; what follows it must be none. */
const withoutOwn = (reporter: Reporter, line: string): string =>
  reporter.name === 'github' ? line.replace(/^::(error|warning|notice) /, '') : line;

const check = (reporter: Reporter, text: string): void => {
  for (const line of text.split('\n')) expect(withoutOwn(reporter, line)).not.toMatch(HARMFUL);
  READINGS[reporter.name]?.(text);
};

/** Markup, images, and links that lead elsewhere than to the documents of those who say so. */
function actingInMarkdown(text: string): string[] {
  const found: string[] = [];
  const walk = (node: { readonly type: string; readonly url?: string; readonly children?: readonly unknown[] }): void => {
    if (['html', 'image', 'imageReference', 'linkReference', 'definition'].includes(node.type)) found.push(node.type);
    if (node.type === 'link' && node.url?.startsWith('https://') !== true) found.push(`link to ${node.url}`);
    for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
  };
  walk(fromMarkdown(text));
  return found;
}

const RUNS = { eventfulRun, cleanRun, unusableRun, interruptedRun, skippedRun, tornRun: () => [started()], noRun: () => [] };

const EVERY_CONTROL = Array.from({ length: 0xa1 }, (_, code) => String.fromCharCode(code)).join('');

/** Each breaks one kind of report that trusts it. */
const TEXTS: Readonly<Record<string, string>> = {
  'all of it': NASTY,
  'every control character': `a${EVERY_CONTROL}b`,
  'markup of pages': '"><img src=x onerror=alert(1)></script><script>alert(1)</script><!--<svg onload=alert(1)>',
  'markup of Markdown':
    '[x](javascript:alert(1)) ![x](http://x/y) ``` <b> | *a* _b_ # c\n```\n# d\n@everyone #1 https://x.example www.x.example',
  'commands of CI systems':
    '\n::stop-commands::x\n::error file=a,line=1::x\n##[error]x\n##vso[task.complete result=Failed;]\n##teamcity[x]',
  'half of everything': '\ud800 \udc00 %0A%0D %25 ]]> --> */ `` \\',
  'words of JavaScript': '__proto__',
};

describe.each(Object.values(REPORTERS))('the report $name', (reporter) => {
  it.each(Object.entries(RUNS))('of %s is of its format, and has no harmful character', async (_name, run) => {
    check(reporter, await renderLater(reporter, run()));
  });

  it.each(Object.entries(TEXTS))('is harmless where every text is %s', async (_name, text) => {
    check(reporter, await renderLater(reporter, withText(eventfulRun(), [text])));
  });

  it('is harmless whatever a target answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText(), { minLength: 1, maxLength: 30 }), async (texts) =>
        check(reporter, await renderLater(reporter, withText(eventfulRun(), texts))),
      ),
      { numRuns: 25 },
    );
  });

  it('is done with texts of a megabyte, and stays short unless it is for programs', async () => {
    const text = await renderLater(reporter, withText(eventfulRun(), ['x'.repeat(1_000_000), 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']));
    const isForPrograms = ['json', 'ndjson', 'gallery', 'har'].includes(reporter.name);
    if (!isForPrograms) expect(text.length).toBeLessThan(1_000_000);
    check(reporter, text);
  });
});

it('every report is read by its format, but for the terminal', () => {
  expect(Object.keys(REPORTERS).filter((name) => READINGS[name] === undefined)).toEqual(['terminal']);
});
