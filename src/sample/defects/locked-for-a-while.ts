import type { Defect } from '../defect.js';
import { Refusal } from '../refusal.js';

const LOCKED_MS = 300;

/**
 * Refuses a change of a resource that was written a moment ago.
 *
 * @param status what it is answered with
 */
export function lockedForAWhile(status: number): NonNullable<Defect['hooks']> {
  return ({ clock }) => {
    const written = new Map<string, number>();
    return {
      save: (next, type, attributes, entry) => {
        if (entry !== undefined && clock.now() - (written.get(entry.id) ?? -LOCKED_MS) < LOCKED_MS)
          throw new Refusal(status, 'The resource is being changed.');
        const saved = next(type, attributes, entry);
        written.set(saved.id, clock.now());
        return saved;
      },
    };
  };
}
