import { describe, expect, it } from 'vitest';

const { commonJsOf, importingCommonJs, scriptOf, withSources } = await import(
  new URL('../../scripts/build/common-js.js', import.meta.url).href
);

const CHUNK = `import { join as put, sep } from "node:path";
import standard, * as all from "node:os";
// src/a.ts
let count = 0;
const next = () => ++count;
const load = async () => (await import("./other.js")).value;
const where = import.meta.url;
const said = "import(x) and import.meta.url";
const kind = typeof this;
const base = [standard, all];
export { next, load as l, where, put as t, said, kind, base };
`;

const CANNOT = [
  'let a = 1;\nconst set = () => { a = 2; };\nexport { a, set };',
  'let a = 1;\na++;\nexport { a };',
  'export const a = 1;',
  'export * from "x";',
  'const a = await Promise.resolve(1);\nexport { a };',
];

/** What a CommonJS module exports, and what it has loaded. */
function loaded(code: string, modules: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const require = (name: string): unknown => {
    asked.push(name);
    return name === 'node:url' ? { pathToFileURL: (path: string) => ({ href: `file://${path}` }) } : modules[name];
  };
  new Function('module', 'exports', 'require', '__filename', code)(module, module.exports, require, '/here');
  return { made: module.exports, asked };
}

describe('a chunk as a CommonJS module', () => {
  const modules = { 'node:path': { join: 'the join', sep: '/' }, 'node:os': { cpus: 2 }, './other.js': { value: 'from elsewhere' } };

  it('loads what the module imports, and exports what it exports', async () => {
    const { made, asked } = loaded(commonJsOf(CHUNK), modules);
    expect(Object.keys(made)).toEqual(['next', 'l', 'where', 't', 'said', 'kind', 'base']);
    const { next, l } = made as { next: () => number; l: () => Promise<string> };
    expect([next(), next(), await l(), asked.at(-1)]).toEqual([1, 2, 'from elsewhere', './other.js']);
    expect(made).toMatchObject({ where: 'file:///here', t: 'the join', said: 'import(x) and import.meta.url' });
    expect(made['base']).toEqual([{ cpus: 2 }, { cpus: 2 }]);
  });

  it('keeps its lines where they are', () => {
    expect(commonJsOf(CHUNK).split('\n').slice(2, 5)).toEqual(CHUNK.split('\n').slice(2, 5));
  });

  it('passes on what it only passes on', () => {
    expect(loaded(commonJsOf('export { x as y } from "./a.js";'), { './a.js': { x: 1 } }).made).toEqual({ y: 1 });
  });

  it('is strict, as modules are', () => {
    const { made } = loaded(commonJsOf('const f = () => { undeclared = 1; };\nexport { f };'), {});
    expect(made['f']).toThrow(ReferenceError);
  });

  it.each(CANNOT)('is refused where others would not see what it exports, or would have to wait: %j', (code) => {
    expect(() => commonJsOf(code)).toThrow('common-js.js');
  });
});

describe('a chunk as a script', () => {
  it('is given what the module imports, and answers with what it exports', async () => {
    const make = new Function(`return ${scriptOf(CHUNK).script}`)();
    const importModule = async (name: string) => ({ value: `from ${name}` });
    const made = make('the join', '/', {}, {}, importModule, { url: 'file:///here' });
    expect(Object.keys(made)).toEqual(['next', 'l', 'where', 't', 'said', 'kind', 'base']);
    expect([made.next(), made.next(), await made.l(), made.where, made.t]).toEqual([1, 2, 'from ./other.js', 'file:///here', 'the join']);
  });

  it('keeps its lines where they are, and the module has the imports and the exports', () => {
    const { script, module } = scriptOf(CHUNK);
    expect(script.split('\n').slice(2, 5)).toEqual(CHUNK.split('\n').slice(2, 5));
    expect(module).toContain('const { join: put, sep: sep } = require("node:path");');
    expect(module).toContain('module.exports = codeOf(__filename)(put,sep,standard,all,importModule,moduleMeta);');
  });

  it.each(CANNOT)('is refused as a module is: %j', (code) => {
    expect(() => scriptOf(code)).toThrow('common-js.js');
  });
});

it('a module names others of its imports, and nothing else', () => {
  const code = 'import { a } from "./a.js";\nexport { b } from "./b.js";\nconst c = () => import("./a.js");\nexport { a, c };';
  const renamed = (source: string) => (source === './a.js' ? './a.mjs' : source);
  expect(withSources(`${code} // ./a.js`, renamed)).toBe(`${code.replaceAll('a.js', 'a.mjs')} // ./a.js`);
});

it('an ES module takes what has become CommonJS from its default', () => {
  const code = 'import { a as b } from "./a.js";\nimport { test } from "vitest";\nexport { b, test };';
  expect(importingCommonJs(code, (name: string) => name.startsWith('.'))).toBe(
    'import chunk0 from "./a.js"; const { a: b } = chunk0;\nimport { test } from "vitest";\nexport { b, test };',
  );
});
