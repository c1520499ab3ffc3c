import { Script } from 'node:vm';
import { parseAst } from 'rolldown/parseAst';

/** What only ES modules have, and what stands for it. Node 20 knows no `import()` in a script of which compiled code is kept. */
const OF_MODULES = { ImportExpression: ['import', 'importModule'], MetaProperty: ['import.meta', 'moduleMeta'] };

/** What stands for them: Node's loader for ES modules is asked only for what is one, packages and chunks named `.mjs`. */
const STAND_INS = {
  importModule: 'const importModule = async (name) => (/^node:|^\\..*\\.js$/.test(name) ? require(name) : import(name));',
  moduleMeta: 'const moduleMeta = { url: require("node:url").pathToFileURL(__filename).href };',
};

/**
 * An ES module as a CommonJS module: each start of the program is sooner without Node's loader for ES modules. Lines stay where they
 * are.
 *
 * @param {string} code a chunk of the bundle
 * @returns {string} the same as CommonJS
 * @throws Error when it waits for something while it loads, or exports what changes later: others would see the value of the start
 */
export function commonJsOf(code) {
  const { imports, exports, reexports, inner } = partsOf(code);
  const passedOn = reexports.flatMap(({ source, names }) =>
    names.map(({ exported, local }) => `${exported}: ${requireOf(source)}.${local}`),
  );
  const own = exports.map(({ exported, local }) => `${exported}: ${local}`);
  const module = `${headOf(inner)}${imports.map(constOf).join(' ')} ${inner}module.exports = { ${[...own, ...passedOn].join(', ')} };\n`;
  return withoutWaiting(module, `((require, module) => {${module}})`);
}

/**
 * A module as a script and what is left of the module, as CommonJS: V8 keeps compiled code of scripts. The script is a function that is
 * given what the module imports, and answers with what it exports. Lines stay where they are.
 *
 * @param {string} code a chunk of the bundle
 * @returns {{ module: string, script: string }}
 * @throws Error as above
 */
export function scriptOf(code) {
  const { imports, exports, inner } = partsOf(code);
  const given = [...imports.flatMap(({ names }) => names.map(({ local }) => local)), ...Object.keys(STAND_INS)];
  const made = exports.map(({ exported, local }) => `${exported}: ${local}`).join(', ');
  // In brackets, V8 compiles a function at once. An arrow function it reads twice: a tenth of a short run where no compiled code is kept.
  const script = `(function (${given}) { "use strict"; ${inner}return { ${made} }; })\n`;
  return {
    script: withoutWaiting(script, script),
    module: [
      '"use strict";',
      ...Object.values(STAND_INS),
      ...imports.map(constOf),
      'const { codeOf } = require("./cached-code.js");',
      `module.exports = codeOf(__filename)(${given});`,
      '',
    ].join('\n'),
  };
}

/**
 * An ES module that stays one, and imports what has become CommonJS.
 *
 * @param {string} code an entry of the bundle
 * @param {(source: string) => boolean} isCommonJs whether a module that it imports has become CommonJS
 * @returns {string}
 */
export function importingCommonJs(code, isCommonJs) {
  const { body } = parseAst(code);
  const edits = body
    .filter(({ type, source }) => type === 'ImportDeclaration' && isCommonJs(source.value))
    .map(({ start, end, source, specifiers }, index) => {
      const names = specifiers.map(({ imported, local }) => `${imported.name}: ${local.name}`).join(', ');
      return { start, end, text: `import chunk${index} from ${JSON.stringify(source.value)}; const { ${names} } = chunk${index};` };
    });
  return edited(code, edits);
}

/**
 * A module that names others of its imports.
 *
 * @param {string} code a chunk of the bundle
 * @param {(source: string) => string} renamed what each is to be called
 * @returns {string}
 */
export function withSources(code, renamed) {
  const sources = [...nodesIn(parseAst(code).body)].flatMap(({ type, source }) =>
    /^(Import|Export)/.test(type) && typeof source?.value === 'string' ? [source] : [],
  );
  return edited(
    code,
    sources.map(({ start, end, value }) => ({ start, end, text: JSON.stringify(renamed(value)) })),
  );
}

/** What a chunk imports and exports, and the rest of it. */
function partsOf(code) {
  const { body } = parseAst(code);
  const nodes = [...nodesIn(body)];
  const imports = body
    .filter(({ type }) => type === 'ImportDeclaration')
    .map(({ source, specifiers }) => ({ source: source.value, names: specifiers.map(importedName) }));
  const { exports, reexports } = exportsIn(body, nodes);
  return { imports, exports, reexports, inner: withoutModule(code, nodes) };
}

function importedName({ type, imported, local }) {
  return { kind: type, imported: imported?.name, local: local.name };
}

/** The names that a chunk exports, which the bundler writes in one way only. */
function exportsIn(body, nodes) {
  const changed = new Set(nodes.map(({ type, left, argument }) => (type === 'UpdateExpression' ? argument : left)?.name));
  const variables = body.filter(({ kind }) => kind === 'let' || kind === 'var').flatMap(({ declarations }) => declarations);
  const unsteady = new Set(variables.map(({ id }) => id.name).filter((name) => changed.has(name)));
  const all = body.filter(({ type }) => type.startsWith('Export'));
  const namesOf = ({ specifiers }) => specifiers.map(({ exported, local }) => ({ exported: exported.name, local: local.name }));
  const exports = all.filter(({ source }) => !source).flatMap((each) => (each.specifiers === undefined ? [] : namesOf(each)));
  if (all.some(({ declaration, specifiers }) => declaration || !specifiers) || exports.some(({ local }) => unsteady.has(local)))
    throw new Error('a chunk has an export that a CommonJS module cannot have: see scripts/build/common-js.js');
  const reexports = all.filter(({ source }) => source).map((each) => ({ source: each.source.value, names: namesOf(each) }));
  return { exports, reexports };
}

/** What a module imports, as constants. A whole CommonJS module is the default of itself. */
function constOf({ source, names }) {
  const module = requireOf(source);
  const parts = names.filter(({ kind }) => kind === 'ImportSpecifier').map(({ imported, local }) => `${imported}: ${local}`);
  const whole = names.filter(({ kind }) => kind === 'ImportNamespaceSpecifier').map(({ local }) => `const ${local} = ${module};`);
  const defaults = names.filter(({ kind }) => kind === 'ImportDefaultSpecifier').map(({ local }) => `const ${local} = ${module};`);
  return [...(parts.length > 0 ? [`const { ${parts.join(', ')} } = ${module};`] : []), ...whole, ...defaults].join(' ') || `${module};`;
}

function requireOf(source) {
  return `require(${JSON.stringify(source)})`;
}

function headOf(code) {
  const needed = Object.entries(STAND_INS).filter(([name]) => code.includes(name));
  return ['"use strict";', ...needed.map(([, text]) => text), ''].join(' ');
}

/** The code with nothing in it that only ES modules have. */
function withoutModule(code, nodes) {
  const edits = nodes.flatMap(({ type, start, end }) => {
    if (type in OF_MODULES) return { start, end: start + OF_MODULES[type][0].length, text: OF_MODULES[type][1] };
    const isGone = type === 'ImportDeclaration' || type.startsWith('Export');
    return isGone ? { start, end, text: code.slice(start, end).replace(/[^\n]/g, '') } : [];
  });
  return edited(code, edits);
}

function edited(code, edits) {
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
}

/** The code, if V8 takes it outside an ES module: one that waits at its top level is none. */
function withoutWaiting(code, script) {
  try {
    new Script(script);
  } catch (error) {
    throw new Error(`a chunk cannot be a CommonJS module (${error.message}): see scripts/build/common-js.js`);
  }
  return code;
}

/** All nodes of a tree. */
function* nodesIn(tree) {
  if (typeof tree !== 'object' || tree === null) return;
  if (typeof tree.type === 'string') yield tree;
  for (const each of Object.values(tree)) yield* nodesIn(each);
}
