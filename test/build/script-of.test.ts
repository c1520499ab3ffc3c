import { describe, expect, it } from 'vitest';

const { scriptOf } = await import(new URL('../../scripts/build/script-of.js', import.meta.url).href);

const CHUNK = `import { join as put, sep } from "node:path";
import standard, * as all from "node:os";
// src/a.ts
let count = 0;
const next = () => ++count;
const load = async () => (await import("./other.js")).value;
const where = import.meta.url;
const said = "import(x) and import.meta.url";
const kind = await Promise.resolve(typeof this);
export { next, load as l, where, put as t, said, kind };
`;

describe('a chunk as a script', () => {
  it('is given what the module imports, and answers with what it exports', async () => {
    const make = new Function(`return ${scriptOf(CHUNK).script}`)();
    const loaded: string[] = [];
    const importModule = async (name: string) => {
      loaded.push(name);
      return { value: 'from elsewhere' };
    };
    const made = await make('the join', '/', {}, {}, { url: 'file:///here' }, importModule);
    expect(Object.keys(made)).toEqual(['next', 'l', 'where', 't', 'said', 'kind']);
    expect([made.next(), made.next(), await made.l(), loaded]).toEqual([1, 2, 'from elsewhere', ['./other.js']]);
    expect([made.where, made.t, made.said, made.kind]).toEqual([
      'file:///here',
      'the join',
      'import(x) and import.meta.url',
      expect.any(String),
    ]);
  });

  it('keeps its lines where they are, and the module has the imports and the exports', () => {
    const { script, module } = scriptOf(CHUNK);
    expect(script.split('\n').slice(2, 5)).toEqual(CHUNK.split('\n').slice(2, 5));
    expect(module).toContain('import { join as put, sep } from "node:path";\nimport standard, * as all from "node:os";\n');
    expect(module).toContain('codeOf(import.meta.url)(put,sep,standard,all,import.meta,(name) => import(name))');
    expect(module).toContain('export { _0 as next,_1 as l,');
  });

  it('is strict, as modules are', async () => {
    const make = new Function(`return ${scriptOf('const f = () => { undeclared = 1; };\nexport { f };').script}`)();
    const { f } = await make({}, undefined);
    expect(f).toThrow(ReferenceError);
  });

  it.each([
    'let a = 1;\nconst set = () => { a = 2; };\nexport { a, set };',
    'let a = 1;\na++;\nexport { a };',
    'export const a = 1;',
    'export * from "x";',
  ])('is refused where others would not see what it exports: %j', (code) => {
    expect(() => scriptOf(code)).toThrow('script-of.js');
  });
});
