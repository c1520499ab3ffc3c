import type { Defect } from '../../defect.js';

export const putCreatesGroups: Defect = {
  name: 'put-creates-groups',
  area: 'put',
  kind: 'symmetry',
  title: 'A PUT to an id that no group has creates one.',
  check: 'SC2205',
  clients: ['rfc'],
  hooks: ({ stages }) => ({
    perform: (next, route, request) => {
      const isNew =
        request.method === 'PUT' && route.kind === 'resource' && route.type === 'Group' && stages.find('Group', route.id) === undefined;
      return next(isNew ? { kind: 'collection', type: 'Group' } : route, isNew ? { ...request, method: 'POST' } : request);
    },
  }),
};
