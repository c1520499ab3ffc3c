import { parseAst } from 'rolldown/parseAst';

/** What only modules have, and what stands for it in a script. Node 20 knows no `import()` in a script of which compiled code is kept. */
const OF_MODULES = { ImportExpression: ['import', 'importModule'], MetaProperty: ['import.meta', 'moduleMeta'] };

/**
 * A module as a script and what is left of the module: V8 keeps compiled code of scripts. The script is a function that is given what
 * the module imports, and answers with what it exports. Lines stay where they are.
 *
 * @param {string} code a chunk of the bundle
 * @returns {{ module: string, script: string }}
 * @throws Error when it exports what changes later: others would see the value of the start
 */
export function scriptOf(code) {
  const { body } = parseAst(code);
  const nodes = [...nodesIn(body)];
  const imports = nodes.filter(({ type }) => type === 'ImportDeclaration');
  const names = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
  const exports = exportsIn(body, nodes);
  const result = exports.map(({ local, exported }) => `${exported.name}: ${local.name}`);
  const taken = exports.map(({ exported }, index) => `${exported.name}: _${index}`);
  const passedOn = exports.map(({ exported }, index) => `_${index} as ${exported.name}`);
  return {
    script: `(async (${[...names, 'moduleMeta', 'importModule']}) => { "use strict"; ${withoutModule(code, nodes)}return { ${result} }; })\n`,
    module: [
      ...imports.map(({ start, end }) => code.slice(start, end)),
      'import { codeOf } from "./cached-code.js";',
      `const { ${taken} } = await codeOf(import.meta.url)(${[...names, 'import.meta', '(name) => import(name)']});`,
      `export { ${passedOn} };`,
      '',
    ].join('\n'),
  };
}

/** The names that a chunk exports, which the bundler writes in one way only. */
function exportsIn(body, nodes) {
  const changed = new Set(nodes.map(({ type, left, argument }) => (type === 'UpdateExpression' ? argument : left)?.name));
  const variables = body.filter(({ kind }) => kind === 'let' || kind === 'var').flatMap(({ declarations }) => declarations);
  const unsteady = new Set(variables.map(({ id }) => id.name).filter((name) => changed.has(name)));
  const exports = body.filter(({ type }) => type.startsWith('Export'));
  return exports.flatMap(({ declaration, source, specifiers }) => {
    if (declaration || source || specifiers.some(({ local }) => unsteady.has(local.name)))
      throw new Error('a chunk has an export that a script cannot have: see scripts/build/script-of.js');
    return specifiers;
  });
}

/** The code with nothing in it that only modules have. */
function withoutModule(code, nodes) {
  const edits = nodes.flatMap(({ type, start, end }) => {
    if (type in OF_MODULES) return { start, end: start + OF_MODULES[type][0].length, text: OF_MODULES[type][1] };
    const isGone = type === 'ImportDeclaration' || type.startsWith('Export');
    return isGone ? { start, end, text: code.slice(start, end).replace(/[^\n]/g, '') } : [];
  });
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
}

/** All nodes of a tree. */
function* nodesIn(tree) {
  if (typeof tree !== 'object' || tree === null) return;
  if (typeof tree.type === 'string') yield tree;
  for (const each of Object.values(tree)) yield* nodesIn(each);
}
