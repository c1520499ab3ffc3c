import { ALL, entra, field, okta, should } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { patched, refused } from '../written.js';

/** SC2100 */
export const PATCH_SUPPORTED = defineWriteCheck({
  id: 'SC2100',
  scope: 'method',
  roots: ['SC2401', 'SC2402', 'SC2501', 'SC2703'],
  decisive: 'until-held',
  title: 'PATCH is supported',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  authorities: [
    should('7644', '3.5', 'implementers SHOULD support HTTP PATCH [RFC5789] to enable partial resource modifications.'),
    entra('develop'),
    okta('scim20'),
    field('F10'),
  ],
  clients: ALL,
  effect: 'Changes are not carried over, and leavers keep their access.',
  effects: [
    {
      type: 'Group',
      client: 'entra',
      effect: 'Entra renames groups and changes their members by PATCH alone: groups stay as they were created, and leavers in them.',
    },
    {
      type: 'Group',
      client: 'okta',
      effect: 'Okta changes the groups of catalog apps by PATCH: groups stay as they were created, and leavers in them.',
    },
    { type: 'Group', effect: 'Groups stay as they were created, and leavers in them.' },
    {
      client: 'entra',
      effect: 'Entra updates and disables by PATCH alone, whatever ServiceProviderConfig says: leavers keep their access.',
    },
    { client: 'okta', effect: 'Okta deactivates people and changes groups of catalog apps by PATCH: leavers keep their access.' },
  ],
  fix: 'Support PATCH on /Users/{id} and /Groups/{id}.',
  fixSuits: [404, 405, 501],
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: changed(exampleUser({ title: 'Director' })),
    bad: refusal(405, 'PATCH is not supported.'),
  },
  exercises: patched,
  isPlain: ({ response }) => [404, 405, 501].includes(response.status),
  explains: refused,
});
