import { parseAst } from 'rolldown/parseAst';

/** What defines a check: its example is for those who explain it. */
const DEFINES = /^define(Response|Write|Step)Checks?$/;

/**
 * Makes the examples of checks when they are asked for. A run asks for none, and to make those of some 200 checks takes each start some
 * milliseconds. `src/check/example-of.ts` is who asks.
 *
 * @returns {import('rolldown').Plugin}
 */
export function examplesLater() {
  return {
    name: 'examples-later',
    transform: {
      filter: { id: /\/src\/check\/.*\.ts$/, code: /\bdefine(Response|Write|Step)Checks?\(/ },
      handler: (code) => ({ code: withExamplesLater(code), map: null }),
    },
  };
}

/**
 * The code of a module with each example of a check in a function.
 *
 * @param {string} code TypeScript
 * @returns {string} the same, its lines where they were
 */
export function withExamplesLater(code) {
  const values = [...examplesIn(parseAst(code, { lang: 'ts' }).body, false)].sort((one, other) => other.start - one.start);
  return values.reduce((text, { start, end }) => `${text.slice(0, start)}() => (${text.slice(start, end)})${text.slice(end)}`, code);
}

/** The values of all examples below a node. */
function* examplesIn(node, isCheck) {
  if (typeof node !== 'object' || node === null) return;
  if (isCheck && node.type === 'Property' && node.key.name === 'example' && !node.shorthand) yield node.value;
  else {
    const within = isCheck || (node.type === 'CallExpression' && DEFINES.test(node.callee.name));
    for (const each of Object.values(node)) yield* examplesIn(each, within);
  }
}
