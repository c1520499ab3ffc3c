import { type ExpressionFunction, isPresent, NotEvaluated, textOf, type Value } from '../value.js';

const LONGEST_PATTERN = 300;
/** A repeated group that repeats something itself may take for ever on a text that does not match. */
const RISKY = /\([^()]*[+*}][^()]*\)\s*[+*{]|\\[1-9]|\(\?[imnsx-]+[:)]/;

/**
 * `Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template)`.
 * - `oldValue` and `template`: `oldValue` in the template is replaced by the source.
 * - `oldValue` and `replacementValue`: each `oldValue` in the source is replaced.
 * - `regexPattern` and `replacementValue`: what matches (or the named group in it) is replaced.
 * - `regexPattern` and `regexGroupName` with a template are not evaluated.
 */
export const REPLACE: ExpressionFunction = {
  name: 'Replace',
  arity: [2, 7],
  call: ([source, oldValue, pattern, group, replacement, replacementAttribute, template]) => {
    if (!isPresent(source)) return undefined;
    const text = textOf(source);
    const by = replacement ?? replacementAttribute;
    if (isPresent(template) && isPresent(oldValue)) return textOf(template).replaceAll(textOf(oldValue), text);
    if (isPresent(oldValue) && by !== undefined) return text.replaceAll(textOf(oldValue), textOf(by));
    if (isPresent(pattern) && by !== undefined) return byPattern(text, textOf(pattern), group, textOf(by));
    if (isPresent(oldValue)) return text.replaceAll(textOf(oldValue), '');
    throw new NotEvaluated('this combination of arguments is not documented');
  },
};

function byPattern(text: string, pattern: string, group: Value, by: string): string {
  if (pattern.length > LONGEST_PATTERN || RISKY.test(pattern) || text.length > 1000)
    throw new NotEvaluated(`the pattern "${pattern.slice(0, 80)}" is not evaluated: it may take for ever`);
  let regex: RegExp;
  try {
    regex = new RegExp(pattern, 'dg');
  } catch {
    throw new NotEvaluated(`"${pattern.slice(0, 80)}" is no pattern that can be evaluated here`);
  }
  const name = textOf(group);
  let result = '';
  let done = 0;
  for (const match of text.matchAll(regex)) {
    const range = name === '' ? match.indices?.[0] : match.indices?.groups?.[name];
    if (range === undefined || range[0] < done) continue;
    result += text.slice(done, range[0]) + by;
    done = range[1];
  }
  return result + text.slice(done);
}
