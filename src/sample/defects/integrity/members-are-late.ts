import { getMember } from '../../../scim/json.js';
import type { Defect } from '../../defect.js';
import type { Entry } from '../../store.js';

const BEHIND_MS = 2000;

export const membersAreLate: Defect = {
  name: 'members-are-late',
  area: 'integrity',
  title: 'A group shows who has joined or left two seconds later; everything else shows at once.',
  check: 'SC2702',
  clients: ['entra', 'okta'],
  hooks: ({ clock }) => {
    const old = new Map<string, { before: Entry | undefined; until: number }>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (type === 'Group') old.set(saved.id, { before: entry, until: clock.now() + BEHIND_MS });
        return saved;
      },
      render: (next, entry) => {
        const late = old.get(entry.id);
        if (late === undefined || clock.now() > late.until) return next(entry);
        const { members: _, ...shown } = next(entry);
        const earlier = late.before === undefined ? undefined : getMember(next(late.before), 'members');
        return earlier === undefined ? shown : { ...shown, members: earlier };
      },
    };
  },
};
