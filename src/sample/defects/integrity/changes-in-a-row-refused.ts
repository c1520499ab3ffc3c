import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';

const LOCKED_MS = 300;

export const changesInARowRefused: Defect = {
  name: 'changes-in-a-row-refused',
  area: 'integrity',
  title: 'A PATCH or PUT that follows another write to the same resource within 0.3 seconds is refused with 409.',
  check: 'SC2704',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ clock }) => {
    const written = new Map<string, number>();
    return {
      save: (next, type, attributes, entry) => {
        if (entry !== undefined && clock.now() - (written.get(entry.id) ?? -LOCKED_MS) < LOCKED_MS)
          throw new Refusal(409, 'The resource is being changed.');
        const saved = next(type, attributes, entry);
        written.set(saved.id, clock.now());
        return saved;
      },
    };
  },
};
