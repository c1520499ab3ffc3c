import { getMember, isObject, type Json } from '../../scim/json.js';
import { entra, field } from '../authority.js';
import type { ResponseCheck } from '../check.js';

/** SC1111: null in place of a list. The standard holds null and absent to be the same, so only Entra's word counts here. */
export const MEMBERS_NULL: ResponseCheck = {
  kind: 'response',
  id: 'SC1111',
  title: 'A group without members has no null in place of the list',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), field('F34')],
  clients: ['entra'],
  effect: 'Entra was seen to refuse "members": null, which Okta accepts (one report).',
  fix: 'Leave members out, or send an empty list.',
  good: '> POST /Groups {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],"externalId":"u1","displayName":"Engineering","meta":{"resourceType":"Group"}}\n< no members, or a list',
  bad: '> POST /Groups {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],"externalId":"u1","displayName":"Engineering","meta":{"resourceType":"Group"}}\n< "members": null',
  judge({ request, response }) {
    if (request.resourceType !== 'Group' || !isObject(response.body)) return 'silent';
    const listed = getMember(response.body, 'Resources');
    const resources: Json[] = Array.isArray(listed) ? listed : [response.body];
    const nulls = resources.some((resource) => isObject(resource) && getMember(resource, 'members') === null);
    return nulls ? { expected: 'no members, or a list', received: '"members": null' } : 'fine';
  },
};
