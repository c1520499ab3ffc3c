import { getMember, isObject, type Json } from '../../scim/json.js';
import { entra, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleGroup, exampleGroupOf, get, ok } from '../messages.js';
import { isAssigned } from '../resources.js';

/** SC1305: excludedAttributes=members leaves the members out. */
export const EXCLUDED_MEMBERS = defineResponseCheck({
  id: 'SC1305',
  title: 'excludedAttributes=members leaves the members out',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.4.2.5',
      'A multi-valued list of strings indicating the names of resource attributes to be removed from the default set of attributes to return.',
    ),
    entra('develop'),
    field('F33'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'With large groups the answers grow until they time out.',
  effects: [{ client: 'entra', effect: 'Entra reads every group this way; with large groups the answers grow until they time out.' }],
  fix: 'Honour excludedAttributes on reads and on lists.',
  example: { request: get('/Groups/g1?excludedAttributes=members'), good: ok(exampleGroup()), bad: ok(exampleGroupOf('u1', 'u2')) },
  judge({ request, response }) {
    if (!request.target.includes('excludedAttributes=members') || response.status !== 200 || !isObject(response.body)) return 'silent';
    const listed = getMember(response.body, 'Resources');
    const resources: Json[] = Array.isArray(listed) ? listed : [response.body];
    const shown = resources.filter(isObject).map((resource) => getMember(resource, 'members'));
    if (shown.some(isAssigned)) return { expected: 'no members attribute', received: 'the answer lists the members' };
    // An empty list costs nobody anything; whether it would be empty with members is not shown.
    return resources.length === 0 || shown.some(Array.isArray) ? 'silent' : 'fine';
  },
});
