import type { Defect } from '../../defect.js';
import { Refusal } from '../../refusal.js';
import { nameOf } from '../looks.js';

const TAKEN_MS = 1000;

export const deletedNamesFreeLater: Defect = {
  name: 'deleted-names-free-later',
  area: 'delete',
  kind: 'after-deletion',
  title: 'The name of a deleted user or group stays taken for a second: 409.',
  check: 'SC2704',
  clients: ['entra', 'okta', 'rfc'],
  hooks: ({ clock }) => {
    const deleted = new Map<string, number>();
    return {
      erase: (next, entry) => {
        deleted.set(`${entry.type} ${nameOf(entry).toLowerCase()}`, clock.now());
        next(entry);
      },
      unique: (next, type, attributes, entry) => {
        next(type, attributes, entry);
        const key = `${type} ${nameOf({ type, attributes }).toLowerCase()}`;
        if (clock.now() - (deleted.get(key) ?? -TAKEN_MS) < TAKEN_MS) throw new Refusal(409, 'The name is taken.', 'uniqueness');
      },
    };
  },
};
