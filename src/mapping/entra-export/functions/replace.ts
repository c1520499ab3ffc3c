import { createRequire } from 'node:module';
import { type ExpressionFunction, isPresent, NotEvaluated, textOf, type Value } from '../value.js';

/** Longer ones would take long to compile. */
const LONGEST_PATTERN = 300;

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

/** Hardly any mapping has a pattern: the package is loaded when the first one comes. */
const load = (): typeof import('re2js') => createRequire(import.meta.url)('re2js');

/** RE2 takes linear time whatever pattern a file holds; what it cannot promise that for (look-around, back-references) it refuses. */
function byPattern(text: string, pattern: string, group: Value, by: string): string {
  if (pattern.length > LONGEST_PATTERN) throw new NotEvaluated(`the pattern "${pattern.slice(0, 80)}…" is too long to be evaluated`);
  const name = textOf(group);
  try {
    const matcher = load().RE2JS.compile(pattern).matcher(text);
    let result = '';
    let done = 0;
    while (matcher.find()) {
      const [from, to] = name === '' ? [matcher.start(), matcher.end()] : [matcher.start(name), matcher.end(name)];
      // A group that took no part in the match.
      if (from < done) continue;
      result += text.slice(done, from) + by;
      done = to;
    }
    return result + text.slice(done);
  } catch {
    throw new NotEvaluated(`"${pattern.slice(0, 80)}" is no pattern that can be evaluated here`);
  }
}
