import { type Finder, finderOf } from './finder.js';
import type { Extent } from './needles.js';
import type { Secret } from './suspects.js';

/** Most texts that hold a secret hold the token; passwords are looked for where they are sent, and hardly again. */
const KEPT = 16;

/** The searches for those secrets that a text may hold, made when they are first wanted. */
export class Finders {
  readonly #extent: Extent;
  readonly #known: readonly string[];
  readonly #kept = new Map<string, Finder>();

  constructor(extent: Extent, known: readonly string[]) {
    this.#extent = extent;
    this.#known = known;
  }

  /** The search for some secrets, in the order in which they came. */
  of(secrets: readonly Secret[]): Finder {
    const key = secrets.map(({ number }) => number).join();
    const finder = this.#kept.get(key) ?? finderOf(secrets, this.#extent, this.#known);
    // The one that was wanted last goes last.
    this.#kept.delete(key);
    this.#kept.set(key, finder);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return finder;
  }
}
