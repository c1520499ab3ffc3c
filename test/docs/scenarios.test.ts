import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '../../src/client/client.js';
import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import type { ExchangeEvent } from '../../src/event/event.js';
import { loadMapping } from '../../src/mapping/load.js';
import { AttributeBook } from '../../src/scenario/lint/attribute-book.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { parseTemplate } from '../../src/scenario/template.js';
import { playSample } from '../engine/harness.js';
import { blocksOf } from './follow.js';
import { NEEDS, PARTS } from './scenario-page.js';

const PAGE = fileURLToPath(new URL('../../docs/scenarios.md', import.meta.url));
const read = (): string => readFileSync(PAGE, 'utf8');
/** Run with UPDATE_DOCS=1 to write the generated parts anew. */
const update = process.env['UPDATE_DOCS'] === '1';
const DIALECTS: readonly Dialect[] = ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc'];

const blocks = blocksOf(read()).map(({ file, lines }) => ({ file, text: `${lines.join('\n')}\n` }));
const { mapping } = loadMapping(blocks.find(({ text }) => text.startsWith('extends:'))?.text ?? '', 'acme.yaml');
const recipes = blocks.filter(({ text }) => text.includes('\nsteps:'));

function scenarioOf({ file, text }: { readonly file: string; readonly text: string }): Scenario {
  const { scenario, problems } = loadScenario(text, file, new AttributeBook(mapping));
  expect(problems).toEqual([]);
  if (scenario === undefined) throw new Error(`${file} is no scenario`);
  return scenario;
}

const own = { ...(mapping === undefined ? {} : { mapping }) };
const extraSchemas = mapping === undefined ? [] : schemasBeyondStandard(mapping);

describe('the recipes', () => {
  let scenarios: Scenario[] = [];
  beforeAll(() => {
    scenarios = recipes.map(scenarioOf);
  });

  it('are played by the clients, and a correct server passes', async () => {
    const { findings, events } = await playSample({ extraSchemas }, { scenarios, dialects: DIALECTS, ...own });
    expect(findings.map(({ check, scenario }) => `${check} ${scenario}`)).toEqual([]);
    const passed = new Set(
      events.flatMap((event) => (event.type === 'scenario-finished' && event.status === 'passed' ? event.scenario : [])),
    );
    expect([...passed].sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  it.each([
    ['own/leaver', 'inactive-hidden-from-filter', 'entra-default'],
    ['own/names', 'query-decoded-twice', 'entra-default'],
    ['own/team', 'lost-member', 'okta-oin'],
  ] as const)('%s finds %s', async (id, defect, dialect) => {
    const { findings } = await playSample(
      { defects: [defect] },
      { scenarios: scenarios.filter((each) => each.id === id), dialects: [dialect] },
    );
    expect(findings.map(({ scenario }) => scenario)).toContain(id);
  });
});

describe('what follows from the code', () => {
  it.each(Object.keys(PARTS))('%s', (name) => expectPart(name, PARTS[name]?.() ?? ''));

  it('needs', () => {
    const text = NEEDS();
    if (update) writeFileSync(PAGE, read().replace(/<!-- needs -->.*?<!-- end -->/, `<!-- needs -->${text}<!-- end -->`));
    expect(read()).toContain(`<!-- needs -->${text}<!-- end -->`);
  });

  it('what each client sends', async () => expectPart('clients', await clientTable()));

  it('every variable of the page is one, and none is missing', () => {
    const [, table = ''] = /\| in a text \| stands for \|\n([\s\S]*?)\n\n/.exec(read()) ?? [];
    const kinds = [...table.matchAll(/^\| `(\$\{[^`]+\})`/gm)].flatMap(([, text = '']) => {
      const parsed = parseTemplate(text);
      return parsed.ok
        ? parsed.segments.flatMap((segment) => (segment.kind === 'variable' ? segment.variable.kind : []))
        : [parsed.message];
    });
    expect([...new Set(kinds)].sort()).toEqual([
      'captured',
      'each',
      'object',
      'random-digits',
      'random-mark',
      'random-uuid',
      'run-domain',
      'run-id',
      'run-time',
    ]);
  });
});

function expectPart(name: string, text: string): void {
  const part = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);
  if (update)
    writeFileSync(
      PAGE,
      read().replace(part, (_whole, start: string, end: string) => `${start}${text}${end}`),
    );
  expect(part.exec(read())?.[0]).toBe(`<!-- ${name} -->\n${text}<!-- end -->`);
}

const TOLD: readonly (readonly [label: string, step: string])[] = [
  ['`connect`', 'connect: right'],
  ['`create` a user', 'create: { user: ann }'],
  ['`match` a user', 'match: ann'],
  ['`read` a user', 'read: ann'],
  ['`update`: one value', 'update: ann\n    set: { title: Director }'],
  ['`update`: `active` false', 'update: ann\n    set: { active: false }'],
  ['`update`: a value goes', 'update: ann\n    clear: [title]'],
  ['`create` a group', 'create: { group: team, members: [ann] }'],
  ['`update`: a member goes', 'update: team\n    remove: [ann]'],
  ['`update`: a member comes', 'update: team\n    add: [ann]'],
  ['`list` users', 'list: users'],
  ['`delete` a group', 'delete: team'],
  ['`delete` a user', 'delete: ann'],
];

/** One row for each intent, one cell for each client: what it was seen to send. */
async function clientTable(): Promise<string> {
  const scenario = scenarioOf({
    file: 'own.yaml',
    text: `id: own/clients\ntitle: A\nsteps:\n${TOLD.map(([, step]) => `  - ${step}\n`).join('')}`,
  });
  const { exchanges } = await playSample({}, { scenarios: [scenario], dialects: DIALECTS, jobs: 1 });
  const sent = (dialect: Dialect, step: number): string => {
    const mine = exchanges.filter(
      (each) => each.dialect === dialect && each.scenario === scenario.id && each.step === step && each.own !== true,
    );
    return mine.length === 0 ? 'nothing' : mine.map((each) => `\`${lineOf(each)}\``).join('<br>');
  };
  const rows = TOLD.map(([label], index) => `| ${label} | ${DIALECTS.map((dialect) => sent(dialect, index + 1)).join(' | ')} |`);
  return [
    `| intent | ${DIALECTS.map((each) => `\`${each}\``).join(' | ')} |`,
    `| --- |${' --- |'.repeat(DIALECTS.length)}`,
    ...rows,
    '',
  ].join('\n');
}

/** `PATCH /Users/{id} Replace active`: an exchange without what differs from run to run. */
function lineOf({ request: { method, url, body } }: ExchangeEvent): string {
  const path = decodeURIComponent(new URL(url).pathname.replace('/scim/v2', '')).replace(/^(\/(?:Users|Groups)\/).+$/, '$1{id}');
  const query = decodeURIComponent(new URL(url).search.replaceAll('+', ' ')).replaceAll(/"[^"]*"/g, '"…"');
  const { Operations: operations = [] }: { Operations?: { op: string; path?: string }[] } =
    method === 'PATCH' ? JSON.parse(body ?? '{}') : {};
  const changes = operations.map(({ op, path: at }) => ` ${op}${at === undefined ? '' : ` ${at.replaceAll(/"[^"]{20,}"/g, '"…"')}`}`);
  return `${method} ${path}${query}${changes.join(',')}`.replaceAll('|', '\\|');
}
