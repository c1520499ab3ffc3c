import type { History } from './history-step.js';
import type { Found } from './investigate.js';
import { sentencesOf } from './sentences.js';

/** What cannot be reproduced is looked into so often; then it is expected. */
const MOST_DOUBTS = 3;

interface Doubt {
  readonly times: number;
  readonly failed: number;
  readonly plays: number;
  readonly history: History;
}

/** What fails with some people only, or at times: it is looked into a few times, and told in the end. */
export class Doubts {
  readonly #doubts = new Map<string, Doubt>();

  /**
   * Takes note of what did not fail often enough.
   *
   * @param found what was found
   * @returns whether it was looked into often enough
   */
  add({ trace, failed, plays, history }: Found): boolean {
    const about = trace.path === '' ? trace.check : `${trace.check} at ${trace.path}`;
    const earlier = this.#doubts.get(about) ?? { times: 0, failed: 0, plays: 0, history };
    // The play in which it was found has failed, too.
    const now = { times: earlier.times + 1, failed: earlier.failed + failed + 1, plays: earlier.plays + plays + 1, history };
    this.#doubts.set(about, now);
    return now.times >= MOST_DOUBTS;
  }

  /** A sentence for each. */
  messages(): readonly string[] {
    return [...this.#doubts].map(([about, { failed, plays, history }]) => {
      const steps = sentencesOf(history).join(' ');
      return plays === failed
        ? `There was no time to play again what failed with ${about}: ${steps}`
        : `Not reproducible, and no finding: ${about} failed in ${failed} of ${plays} plays, the last of which were of: ${steps}`;
    });
  }
}

/** Half of the plays at least: each had other people. */
export function isReproducible({ failed, plays }: Found): boolean {
  return failed > 0 && failed * 2 >= plays;
}
