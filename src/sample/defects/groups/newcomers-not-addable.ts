import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { membersOf } from '../common.js';

const BEHIND_MS = 1500;

export const newcomersNotAddable: Defect = {
  name: 'newcomers-not-addable',
  area: 'groups',
  title: 'Whoever was created in the last second and a half cannot be added to a group: 404.',
  check: 'SC2704',
  also: { SC1906: 'Within a bulk request nothing can wait.' },
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ clock }) => {
    const created = new Map<string, number>();
    return {
      save: (next, type, attributes, entry) => {
        const saved = next(type, attributes, entry);
        if (type === 'User' && entry === undefined) created.set(saved.id, clock.now());
        return saved;
      },
      check: (next, type, attributes, entry) => {
        const early = membersOf({ attributes }).find(({ value }) => clock.now() - (created.get(String(value)) ?? -BEHIND_MS) < BEHIND_MS);
        if (type === 'Group' && early !== undefined) throw new Refusal(404, `There is no member ${String(early['value'])}.`);
        next(type, attributes, entry);
      },
    };
  },
};
