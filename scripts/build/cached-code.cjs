// A part of the build, not of its scripts: stands in dist/chunks/ and runs with the program.
const { existsSync, readFileSync } = require('node:fs');
const { runInThisContext, Script } = require('node:vm');

/** Filled by the build, which keeps what V8 has compiled of them. */
const scripts = globalThis[Symbol.for('scim-check.scripts')];

/**
 * The function that a chunk's code is, with what V8 compiled of it when it was built. V8 takes that only if it would compile the same,
 * and compiles anew where it does not, as for another version of Node.
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
  const cache = filename.replace(/\.js$/, '.cache');
  const script = new Script(source, { filename, cachedData: existsSync(cache) ? readFileSync(cache) : undefined });
  scripts?.set(cache, script);
  return script.runInThisContext();
};
