import { describe, expect, it } from 'vitest';
import { reportRequests } from '../../src/config/reports.js';

const KNOWN = ['terminal', 'json', 'ndjson', 'junit', 'github'];
const terminal = { name: 'terminal' };

describe('reports', () => {
  it.each([
    [[], [terminal]],
    [['terminal'], [terminal]],
    [['terminal', 'terminal'], [terminal]],
    [['json=out.json'], [terminal, { name: 'json', path: 'out.json' }]],
    [['json'], [{ name: 'json' }]],
    [
      ['json=-', 'junit=out.xml'],
      [{ name: 'json' }, { name: 'junit', path: 'out.xml' }],
    ],
    [
      ['terminal=log.txt', 'junit=out.xml'],
      [
        { name: 'terminal', path: 'log.txt' },
        { name: 'junit', path: 'out.xml' },
      ],
    ],
    [
      ['terminal', 'github'],
      [terminal, { name: 'github' }],
    ],
    [['json=a=b.json'], [terminal, { name: 'json', path: 'a=b.json' }]],
  ])('%j', (texts, expected) => {
    expect(reportRequests(texts, KNOWN)).toEqual(expected);
  });

  it.each([
    [['jsno'], 'there is no report "jsno"'],
    [['json', 'ndjson'], 'would be mixed on standard output'],
    [['terminal', 'json'], 'would be mixed on standard output'],
    [['json=out', 'ndjson=out'], 'two reports would be written to out'],
    [['json='], 'a file name is missing'],
  ])('%j is refused', (texts, message) => {
    expect(() => reportRequests(texts, KNOWN)).toThrow(message);
  });
});
