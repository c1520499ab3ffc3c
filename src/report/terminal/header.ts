import { widthOf } from '../../base/text-width.js';
import type { RunStarted } from '../../event/event.js';
import { field, indented } from '../finding-text.js';
import { BLANK, type Line, pad, shorten, span } from '../layout.js';
import { countOf } from '../words.js';

/**
 * What is about to happen: target and the way there, mapping and where it comes from, clients, seed.
 *
 * @param started the first event of the run
 * @param width in columns
 */
export function headerLines(started: RunStarted, width: number): Line[] {
  const { app, name, source } = started.mapping;
  return [
    ...indented(`scim-check ${started.version}`, width, 'strong', 0),
    BLANK,
    ...field('target', started.target, width, 'strong'),
    ...setupLines(started, width),
    ...field('mapping', app === name ? app : `${app} (${name})`, width),
    ...field('', `from ${source}`, width, 'dim'),
    ...clientLines(started, width),
    ...field('seed', String(started.seed), width),
    BLANK,
  ];
}

/** What else decides who gets the token, and whom it goes through. */
function setupLines({ setup }: RunStarted, width: number): Line[] {
  const members = [
    ['config', setup?.config],
    ['proxy', setup?.proxy],
    ['ca', setup?.ca],
  ] as const;
  return members.flatMap(([name, value]) => (value === undefined ? [] : field(name, value, width)));
}

/** One line per dialect: name, title, number of scenarios; the title goes below where the line is too short. */
function clientLines(started: RunStarted, width: number): Line[] {
  const longest = Math.max(0, ...started.clients.map((client) => widthOf(client.dialect)));
  return started.clients.flatMap((client, at): Line[] => {
    const label = span(`  ${(at === 0 ? 'clients' : '').padEnd(10)}`, 'dim');
    const scenarios = countOf(client.scenarios, 'scenario').padStart(12);
    const title = span(shorten(client.title, 80), 'dim');
    const first: Line = [label, span(pad(client.dialect, longest)), span(`  ${scenarios}`)];
    const used = 12 + longest + 2 + scenarios.length;
    if (used + 2 + widthOf(title.text) <= width) return [[...first, span('  '), title]];
    if (used <= width) return [first];
    return [[label, span(client.dialect)], ...indented(scenarios.trim(), width, 'dim', 14)];
  });
}
