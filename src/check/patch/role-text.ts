import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch } from '../messages.js';
import { notDoneOrRefused } from '../written.js';

/** SC2141: with AppRoleAssignmentsComplex the POST brings an object, the PATCH a text that describes one. */
export const ROLE_TEXT = defineWriteCheck({
  id: 'SC2141',
  scope: 'element',
  title: 'A role that arrives as JSON text is understood',
  impact: 'access-kept',
  authorities: [entra('mapping'), field('F65')],
  clients: ['entra'],
  effect: 'People get a role whose name is a piece of JSON, and not the rights that were assigned.',
  fix: 'Parse the text in "value" and store the value and displayName that it holds.',
  example: {
    request: patch('/Users/u1', { op: 'Add', path: 'roles', value: [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}' }] }),
    given: { resource: exampleUser(), mapped: ['roles[value eq "Admin"].value'] },
    good: changed(exampleUser({ roles: [{ value: 'Admin', display: 'Admin' }] })),
    bad: changed(exampleUser({ roles: [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}' }] })),
  },
  exercises: (operation) => operation.attribute === 'roles' && JSON.stringify(operation.value ?? null).includes('"{\\"'),
  explains: notDoneOrRefused,
});
