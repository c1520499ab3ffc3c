import { getMember, isObject, type Json } from '../../scim/json.js';
import { entra, field } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleGroup, get, ok } from '../messages.js';

/** SC1111: null in place of a list. The standard holds null and absent to be the same, so only Entra's word counts here. */
export const MEMBERS_NULL = defineResponseCheck({
  id: 'SC1111',
  title: 'A group without members has no null in place of the list',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F34')],
  clients: ['entra'],
  effect: 'The client cannot read the group.',
  effects: [{ client: 'entra', effect: 'Entra was seen to refuse "members": null (one report).' }],
  fix: 'Leave members out, or send an empty list.',
  example: { request: get('/Groups/g1'), good: ok(exampleGroup()), bad: ok(exampleGroup({ members: null })) },
  judge({ request, response }) {
    if (request.resourceType !== 'Group' || !isObject(response.body)) return 'silent';
    const listed = getMember(response.body, 'Resources');
    const resources: Json[] = Array.isArray(listed) ? listed : [response.body];
    const nulls = resources.some((resource) => isObject(resource) && getMember(resource, 'members') === null);
    return nulls ? { expected: 'no members, or a list', received: '"members": null' } : 'fine';
  },
});
