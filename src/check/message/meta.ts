import { getMember, isObject } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { keysOf, leadsTo } from '../leads-to.js';
import { exampleUser, get, ok, without } from '../messages.js';
import { isPartial, resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1114: `meta` says what a resource is and where it lives. */
export const META = defineResponseCheck({
  id: 'SC1114',
  ofForm: true,
  title: 'A resource has meta with its type and location',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7643', '3.1', 'attributes "id" and "meta" (and its associated sub-attributes) MUST be assigned values by the service provider.'),
  ],
  clients: ['rfc'],
  effect: 'Clients that follow meta.location, or tell users from groups by meta.resourceType, cannot.',
  fix: 'Return "meta": {"resourceType": "User", "location": "https://…/Users/<id>"} with every resource.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: ok(without(exampleUser(), 'meta')) },
  judge(observation) {
    const resources = isPartial(observation.request.target) ? [] : resourcesOf(observation);
    if (resources.length === 0) return 'silent';
    for (const resource of resources) {
      const meta = getMember(resource, 'meta');
      if (!isObject(meta)) return { expected: '"meta" as an object', received: `"meta": ${show(meta)}`, subject: 'meta' };
      if (getMember(meta, 'resourceType') !== observation.request.resourceType)
        return {
          expected: `"resourceType": "${observation.request.resourceType}"`,
          received: `"resourceType": ${show(getMember(meta, 'resourceType'))}`,
          subject: 'resourceType',
        };
      const location = getMember(meta, 'location');
      if (typeof location !== 'string' || location === '')
        return { expected: '"location" with the URI of the resource', received: `"location": ${show(location)}`, subject: 'location' };
      const id = getMember(resource, 'id');
      if (typeof id === 'string' && !keysOf(id, resource).some((key) => leadsTo(location, key, observation.request.resourceType)))
        return { expected: `"location" with the URI of ${id}`, received: `"location": ${show(location)}`, subject: 'location elsewhere' };
    }
    return 'fine';
  },
});
