import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownBlock, markdownCode } from '../../src/report/escape.js';
import { markdown } from '../../src/report/markdown.js';
import { cleanRun, defectiveRun, eventfulRun, unusableRun } from './events.js';
import { render } from './render.js';

describe('the Markdown report', () => {
  const text = render(markdown, eventfulRun());

  it('says the verdict of each client, then the defects by weight', () => {
    expect(text).toContain('| entra | ✗ not ready | 2 blocking defects | 23 requests + 8 reads, 10 s |');
    expect(text).toContain('| ✗ | SC2104 | A filtered replace changes only the matching element | Data is damaged | ✗ | · |  |');
    const headings = text.split('\n').filter((line) => line.startsWith('#'));
    expect(headings.map((line) => line.slice(0, 12))).toEqual([
      '# scim-check',
      '## 2 errors,',
      '### ✗ SC2104',
      '### ✗ SC1301',
      '### ! SC3001',
      '## Not judge',
    ]);
  });

  it('shows what was sent, expected and received as code, and how to play it again', () => {
    expect(text).toContain('- expected `emails[type eq "home"].value = "h@example.com" (untouched)`');
    expect(text).toContain('```sh\nscim-check run --target https://scim.example.com/v2 --client entra-default --seed 42 users/mover\n```');
    expect(text).toContain('[RFC 7644 §3.5.2.3 MUST](https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2.3)');
  });

  it('fits into an issue, however many defects there are', () => {
    const long = render(markdown, defectiveRun(400));
    expect(long.length).toBeLessThan(65_536);
    expect(long).toMatch(/And \d+ more defects, as in the table\./);
    expect(render(markdown, defectiveRun(8))).not.toContain('as in the table');
  });

  it('tells a run without defects, and one that broke off', () => {
    expect(render(markdown, cleanRun())).toContain('No defect was found.');
    expect(render(markdown, unusableRun())).toContain('**✗ The target cannot be tested:** it refused the credential with 401 Unauthorized');
  });
});

describe('text for Markdown', () => {
  it.each([
    ['a *b* _c_ ~d~ $e$ | f', 'a \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$ \\| f'],
    ['![x](y)', '!\\[x\\](y)'],
    ['<b>&amp;', '&lt;b\\>&amp;amp;'],
    ['@all #12 # 3', '`@`all `#`12 # 3'],
    ['@@', '`@@`'],
    ['see https://x.example and www.x.example', 'see https\\://x.example and www\\.x.example'],
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['- a', '\\- a'],
    ['a, "b"; (c) - d.', 'a, "b"; (c) - d.'],
    ['a\nb', 'a\\\\u000ab'],
  ])('%j is written as %j', (given, expected) => expect(escapeMarkdown(given)).toBe(expected));

  it('is fenced by more than it holds', () => {
    expect(markdownCode('a``b')).toBe('```a``b```');
    expect(markdownCode('`a')).toBe('`` `a ``');
    expect(markdownCode('a|b', true)).toBe('`a\\|b`');
    expect(markdownCode('')).toBe('');
    expect(markdownBlock('```\nx')).toBe('````\n```\nx\n````');
  });
});
