import type { Check } from './check.js';

/**
 * The example of a check. Only what explains a check asks for it: in the build, an example is made when it is asked for
 * (`scripts/build/later.js`), because to make those of all checks takes each start some milliseconds.
 *
 * @param check the check
 */
export function exampleOf<C extends Pick<Check, 'example'>>(check: C): C['example'] {
  const example: unknown = check.example;
  return typeof example === 'function' ? example() : check.example;
}
