import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Module, mentions, readModules, roomOf, SOURCES } from './imports.js';

/**
 * Who may know whom. A room may import itself and the rooms listed; `types` are rooms of which only types may be known,
 * because nothing of them is left at run time.
 */
const MAY_KNOW: Readonly<Record<string, { readonly rooms: readonly string[]; readonly types?: readonly string[] }>> = {
  base: { rooms: [] },
  scim: { rooms: ['base'] },
  http: { rooms: ['base', 'scim'] },
  yaml: { rooms: ['base', 'scim'] },
  'scim-schema': { rooms: ['base', 'scim'] },
  client: { rooms: ['base', 'scim'], types: ['mapping'] },
  mapping: { rooms: ['base', 'scim', 'scim-schema', 'yaml'] },
  scenario: { rooms: ['base', 'check', 'scim', 'yaml'], types: ['mapping', 'client'] },
  check: { rooms: ['base', 'scim', 'scim-schema'], types: ['client', 'yaml'] },
  sample: { rooms: ['base', 'scim'], types: ['check', 'event', 'mapping'] },
  event: { rooms: ['base'], types: ['check', 'client', 'scenario', 'scim', 'yaml'] },
  baseline: { rooms: ['base', 'check', 'event', 'scenario', 'scim', 'yaml'], types: ['client'] },
  redact: { rooms: ['base'], types: ['event', 'scim'] },
  report: { rooms: ['base', 'event', 'scim'], types: ['check', 'client', 'doctor', 'scenario', 'yaml'] },
  engine: { rooms: ['base', 'check', 'client', 'event', 'http', 'mapping', 'redact', 'scenario', 'scim', 'scim-schema'] },
  doctor: { rooms: ['base', 'scim'], types: ['http'] },
  gallery: { rooms: ['base', 'client', 'engine', 'event', 'scim'], types: ['check', 'mapping', 'scenario', 'yaml'] },
  explore: { rooms: ['base', 'check', 'client', 'engine', 'event', 'scenario', 'scim'] },
  config: { rooms: ['base', 'baseline', 'client', 'http', 'mapping', 'sample', 'scenario', 'scim', 'yaml'], types: ['engine'] },
  app: {
    rooms: [
      'base',
      'baseline',
      'client',
      'config',
      'doctor',
      'engine',
      'event',
      'explore',
      'gallery',
      'http',
      'mapping',
      'redact',
      'sample',
      'scim',
      'yaml',
    ],
  },
  library: { rooms: ['app', 'config', 'event', 'report', 'yaml'], types: ['check', 'client', 'scenario'] },
  index: { rooms: ['config', 'event', 'library', 'report'], types: ['app', 'check', 'client'] },
  cli: {
    rooms: [
      'app',
      'base',
      'check',
      'client',
      'config',
      'engine',
      'event',
      'http',
      'index',
      'mapping',
      'redact',
      'report',
      'sample',
      'scenario',
      'scim',
      'yaml',
    ],
    types: ['doctor', 'gallery'],
  },
};

/** Modules that open connections, and the rooms that may use them. */
const NETWORK: Readonly<Record<string, readonly string[]>> = {
  undici: ['http'],
  'node:http': ['sample'],
  'node:https': [],
  'node:http2': [],
  'node:net': ['http', 'sample'],
  'node:tls': ['http'],
  'node:dgram': [],
  'node:dns': ['http'],
};

/** Modules by which code could get round these rules, or start something that they do not see. */
const FORBIDDEN = ['node:process', 'process', 'node:child_process', 'node:worker_threads', 'node:cluster', 'node:vm'];

const modules = readModules();
const edges = modules.flatMap((module) => module.imports.filter((each) => each.own).map((each) => ({ module, to: each })));

function list(wrong: readonly { readonly module: Module; readonly to: { readonly name: string } }[]): string[] {
  return wrong.map(({ module, to }) => `${module.file} imports ${to.name}`);
}

describe('the direction of knowledge', () => {
  it('reads the sources', () => {
    expect(modules.length).toBeGreaterThan(10);
    expect(edges.length).toBeGreaterThan(10);
  });

  it('has a rule for every room', () => {
    expect([...new Set(modules.map((module) => module.room))].filter((room) => MAY_KNOW[room] === undefined)).toEqual([]);
  });

  it('imports files that exist', () => {
    expect(list(edges.filter(({ to }) => !existsSync(join(SOURCES, to.name))))).toEqual([]);
  });

  it.each(Object.keys(MAY_KNOW))('%s knows only whom it may', (room) => {
    const rule = MAY_KNOW[room];
    const wrong = edges.filter(({ module, to }) => {
      const known = roomOf(to.name);
      if (module.room !== room || known === room || rule?.rooms.includes(known)) return false;
      return !(to.typesOnly && rule?.types?.includes(known));
    });
    expect(list(wrong)).toEqual([]);
  });

  it('has no circle between rooms at run time', () => {
    const known = new Map<string, Set<string>>();
    for (const { module, to } of edges) {
      const room = roomOf(to.name);
      if (room !== module.room && !to.typesOnly) known.set(module.room, (known.get(module.room) ?? new Set()).add(room));
    }
    expect(circlesOf(known)).toEqual([]);
  });
});

/**
 * The folders of the engine, from the ground up: each may know those that stand before it, types included. The ledger, the
 * mapping and the capabilities know nobody of the engine but what stands before them here.
 */
const ENGINE = [
  'ledger',
  'mapping',
  'capability',
  'state',
  'exchange',
  'compare',
  'judge',
  'refusal',
  'outcome',
  'scenario',
  'selection',
  'preflight',
  'cleanup',
  'run',
];

/** What one may expect to be allowed by the order above, and is not. */
const NOT_KNOWN: Readonly<Record<string, readonly string[]>> = {
  exchange: ['mapping', 'capability'],
  compare: ['ledger', 'exchange', 'capability'],
  judge: ['capability'],
  refusal: ['capability', 'ledger'],
  outcome: ['capability', 'mapping'],
  selection: ['ledger', 'capability', 'exchange', 'judge', 'refusal', 'outcome'],
  preflight: ['ledger', 'capability', 'refusal', 'outcome', 'selection'],
  cleanup: ['mapping', 'capability', 'compare', 'judge', 'refusal', 'outcome', 'scenario', 'selection', 'preflight'],
};

function folderOf(file: string): string {
  return file.split('/')[1] ?? '';
}

describe('the direction within a room', () => {
  it('has no circle of files, types included', () => {
    const files = modules.map(({ file, imports }) => [file, imports.filter((each) => each.own).map(({ name }) => name)] as const);
    expect(circleIn(new Map(files))).toBeUndefined();
  });

  it('has a place for every folder of the engine', () => {
    expect([...new Set(modules.filter(({ room }) => room === 'engine').map(({ file }) => folderOf(file)))].sort()).toEqual(
      [...ENGINE].sort(),
    );
  });

  it.each(ENGINE)('engine/%s knows only what stands below it, types included', (folder) => {
    const below = ENGINE.slice(0, ENGINE.indexOf(folder)).filter((each) => NOT_KNOWN[folder]?.includes(each) !== true);
    const wrong = edges.filter(({ module, to }) => {
      const isInside = module.file.startsWith(`engine/${folder}/`) && to.name.startsWith('engine/');
      return isInside && folderOf(to.name) !== folder && !below.includes(folderOf(to.name));
    });
    expect(list(wrong)).toEqual([]);
  });
});

describe('the edges', () => {
  it('keeps process inside the command line, but for whose a ledger is', () => {
    expect(modules.filter((module) => module.room !== 'cli' && mentions(module, 'process')).map((module) => module.file)).toEqual([
      'engine/ledger/live-process.ts',
    ]);
  });
  it('keeps process inside one file of the command line', () => {
    expect(modules.filter((module) => module.room === 'cli' && mentions(module, 'process')).map((module) => module.file)).toEqual([
      'cli/io.ts',
    ]);
  });
  it('never calls process.exit, which would cut off what is still being written', () => {
    expect(
      modules.filter((module) => /process\s*\.\s*(exit|reallyExit|abort)\s*\(/.test(module.text)).map((module) => module.file),
    ).toEqual([]);
  });
  it('makes folders in one place: with Node alone, one below /proc takes for ever', () => {
    expect(modules.filter((module) => mentions(module, 'mkdirSync') || mentions(module, 'mkdir')).map((module) => module.file)).toEqual([
      'base/make-folder.ts',
    ]);
  });
  it('makes texts of what a target answers with plainText: String fails at an object whose toString is no function', () => {
    const rooms = ['check', 'engine', 'explore', 'gallery', 'scim'];
    const bare = /(?<![\w.])String\((?!(?:[\w.]*\.)?status\)|error\.code\)|Number\(|name\)|!figure)|map\(String\)/;
    expect(modules.filter((module) => rooms.includes(module.room) && bare.test(module.text)).map((module) => module.file)).toEqual([]);
  });
  it('has no console', () => {
    expect(modules.filter((module) => mentions(module, 'console')).map((module) => module.file)).toEqual([]);
  });
  it('has no global fetch: it adds headers that no client sends', () => {
    const free = modules.filter(
      (module) => mentions(module, 'fetch') || mentions(module, 'XMLHttpRequest') || mentions(module, 'WebSocket'),
    );
    expect(free.map((module) => module.file)).toEqual([]);
  });
  it.each(Object.keys(NETWORK))('opens connections with %s only where it may', (name) => {
    const users = modules.filter((module) =>
      module.imports.some(
        (each) => !each.typesOnly && (each.name === name || each.name.startsWith(`${name}/`) || each.name === name.replace('node:', '')),
      ),
    );
    expect(users.filter((module) => !NETWORK[name]?.includes(module.room)).map((module) => module.file)).toEqual([]);
  });
  it('starts no other process but the command of an assertion, and no other thread', () => {
    expect(
      modules.flatMap((module) =>
        module.imports.filter((each) => FORBIDDEN.includes(each.name)).map((each) => `${module.file} imports ${each.name}`),
      ),
      // A context of its own is the only way to V8's collector; nothing but its name is run there.
    ).toEqual(['cli/run-command.ts imports node:child_process', 'http/heap.ts imports node:vm']);
  });
  it('describes the forms of files with TypeBox in files of their own rooms, whose forms the bundle leaves out', () => {
    const users = modules.filter((module) => module.imports.some((each) => each.name === 'typebox' && !each.typesOnly));
    expect(
      users.map((module) => module.file).filter((file) => !/^(scenario\/(forms|steps)\/|(mapping|baseline)\/form\.ts$)/.test(file)),
    ).toEqual([]);
  });
  it('keeps files small: 300 lines at most', () => {
    expect(modules.filter((module) => module.text.split('\n').length > 301).map((module) => module.file)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it('find a circle', () => {
    expect(
      circlesOf(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set(['a'])],
        ]),
      ),
    ).toEqual(['a → b → c → a']);
  });
  it('find a circle of files', () => {
    const imports = { a: ['b'], b: ['c', 'd'], c: [], d: ['b'] };
    expect(circleIn(new Map(Object.entries(imports)))).toBe('b → d → b');
  });
});

/** Circles in a graph, each told once, from its first room in alphabetical order. */
function circlesOf(known: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const circles: string[] = [];
  const walk = (path: readonly string[]): void => {
    for (const next of known.get(path.at(-1) ?? '') ?? []) {
      if (next === path[0]) circles.push([...path, next].join(' → '));
      else if (next > (path[0] ?? '') && !path.includes(next)) walk([...path, next]);
    }
  };
  for (const room of [...known.keys()].sort()) walk([room]);
  return circles;
}

/** A circle in a graph, where there is one: each node is visited once, however many paths lead to it. */
function circleIn(known: ReadonlyMap<string, readonly string[]>): string | undefined {
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): string | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
    if (done.has(node)) return undefined;
    for (const next of known.get(node) ?? []) {
      const circle = walk(next, [...path, node]);
      if (circle !== undefined) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of known.keys()) {
    const circle = walk(node, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
