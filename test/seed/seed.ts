import fc from 'fast-check';

/** What continuous integration starts from, so that a change fails for its own sake and not by chance. */
const FIXED = 20_261_101;

/**
 * `FAST_CHECK_SEED` sets the seed of all properties; `random` takes a new one. Without it continuous integration (`CI`) takes
 * the same seed each time, anybody else a new one. fast-check names the seed in the message of a property that fails.
 *
 * @param env the environment
 * @returns undefined for a random seed
 * @throws Error when the seed is not a whole number
 */
export function seedFrom(env: Readonly<Record<string, string | undefined>>): number | undefined {
  const asked = env['FAST_CHECK_SEED'];
  if (asked === 'random') return undefined;
  if (asked === undefined || asked === '') return ['', 'false', undefined].includes(env['CI']) ? undefined : FIXED;
  if (!/^-?\d+$/.test(asked)) throw new Error(`FAST_CHECK_SEED is "${asked}": a whole number or "random" is expected`);
  return Number(asked);
}

const seed = seedFrom(process.env);
if (seed !== undefined) fc.configureGlobal({ seed });
