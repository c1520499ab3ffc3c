import type { Defect } from '../../defect.js';
import { badRequest } from '../../refusal.js';
import { membersOf } from '../common.js';
import { nameOf } from '../looks.js';

export const recreatedNotAddable: Defect = {
  name: 'recreated-not-addable',
  area: 'delete',
  kind: 'after-deletion',
  title: 'Who gets the name of somebody deleted cannot be added to groups: 400.',
  check: 'SC2301',
  clients: ['entra', 'rfc'],
  hooks: () => {
    const deleted = new Set<string>();
    const refused = new Set<string>();
    return {
      erase: (next, entry) => {
        deleted.add(nameOf(entry).toLowerCase());
        next(entry);
      },
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (entry === undefined && deleted.has(nameOf(saved).toLowerCase())) refused.add(saved.id);
        return saved;
      },
      check: (next, type, attributes, entry) => {
        if (membersOf({ attributes }).some((member) => refused.has(String(member['value']))))
          throw badRequest('invalidValue', 'The member was deleted.');
        next(type, attributes, entry);
      },
    };
  },
};
