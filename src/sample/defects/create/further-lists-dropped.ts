import type { Defect } from '../../defect.js';

const LISTS = ['ims', 'photos', 'entitlements', 'x509Certificates'];

export const furtherListsDropped: Defect = {
  name: 'further-lists-dropped',
  area: 'create',
  kind: 'lists',
  title: 'Lists that /Schemas advertises and few clients send are accepted and not kept.',
  check: 'SC1205',
  clients: ['rfc'],
  hooks: () => ({
    create: (next, type, accepted) => next(type, without(accepted)),
    replace: (next, entry, accepted, body) => next(entry, without(accepted), body),
    patch: (next, entry, operations) => without(next(entry, operations)),
  }),
};

function without<T extends object>(resource: T): T {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !LISTS.includes(name))) as T;
}
