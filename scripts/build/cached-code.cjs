// A part of the build, not of its scripts: stands in dist/chunks/ and runs with the program.
const { existsSync, readFileSync } = require('node:fs');
const { runInThisContext, Script } = require('node:vm');

/** Filled by the build, which keeps what V8 has compiled of them. */
const scripts = globalThis[Symbol.for('scim-check.scripts')];

/**
 * For whom compiled code is kept. V8 compares its own version and flags, but Node changes V8 between two versions of its own without
 * another number: 20.18.1 crashes on what 20.20.2 has compiled.
 */
const BUILT_FOR = `${process.version}-${process.platform}-${process.arch}`;

/**
 * The function that a chunk's code is, with what V8 compiled of it when it was built. Another version of Node compiles it anew.
 *
 * @param {string} name of the module that stands for the chunk, such as `…/chunks/run.js`: the code is in `run.code.js`
 * @returns {(...given: unknown[]) => Record<string, unknown>} what the chunk exports
 */
exports.codeOf = (name) => {
  const filename = name.replace(/\.js$/, '.code.js');
  // The build has left nothing but ASCII in it.
  const source = readFileSync(filename, 'latin1');
  // Test runners give modules globals of their own, which a script would not have.
  // biome-ignore lint/security/noGlobalEval: the file is a part of this package
  if (runInThisContext('Object') !== Object) return globalThis.eval(source);
  const cache = filename.replace(/\.js$/, `.${BUILT_FOR}.cache`);
  const script = new Script(source, { filename, cachedData: existsSync(cache) ? readFileSync(cache) : undefined });
  scripts?.set(cache, script);
  return script.runInThisContext();
};
