import { expect, it } from 'vitest';

const { esModulesOf } = await import(new URL('../../scripts/build/es-modules.js', import.meta.url).href);

it('chunks stay ES modules where require cannot load what they import, or what that imports', () => {
  const chunks = new Map([
    ['token.js', 'import { customFetch } from "oauth4webapi";'],
    ['connect.js', 'import { token } from "./token.js";'],
    ['main.js', 'import { connect } from "../chunks/connect.js";'],
    ['later.js', 'const later = () => import("./token.js");'],
    ['difference.js', 'import { diffArrays } from "diff";\nimport { join } from "node:path";'],
    ['pages.js', 'export { render } from "preact-render-to-string";'],
  ]);
  expect([...esModulesOf(chunks)].sort()).toEqual(['connect.js', 'main.js', 'token.js']);
});
