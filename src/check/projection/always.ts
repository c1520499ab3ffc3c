import { getMember } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, without } from '../messages.js';
import { parameterOf, resourcesOf } from '../resources.js';

/** SC1502: the id is returned always, whatever was asked for. */
export const ALWAYS_RETURNED = defineResponseCheck({
  id: 'SC1502',
  roots: ['SC1108'],
  title: 'The id is returned whatever attributes were asked for',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.4.2.5', 'When specified, each resource returned MUST contain the minimum set of resource attributes.'),
    must('7643', '3.1', 'Each representation of the resource MUST include a non-empty "id" value.'),
  ],
  clients: ['rfc'],
  effect: 'A client that asks for few attributes cannot address what it found.',
  fix: 'Return "id" and "schemas" in every answer.',
  example: {
    request: get('/Users/u1?attributes=userName'),
    good: ok(without(exampleUser(), 'active')),
    bad: ok({ userName: 'ada@example.com' }),
  },
  judge(observation) {
    const { target, resourceType } = observation.request;
    if (parameterOf(target, 'attributes') === undefined && parameterOf(target, 'excludedAttributes') === undefined) return 'silent';
    if (observation.response.status !== 200 || resourceType === undefined) return 'silent';
    const resources = resourcesOf({ ...observation, request: { ...observation.request, resourceType } });
    const single = /^\/(Users|Groups)\/[^/]+$/.test(target.split('?')[0] ?? '');
    if (resources.length === 0) return single ? { expected: 'a resource with its id', received: 'no id' } : 'silent';
    return resources.every((resource) => typeof getMember(resource, 'id') === 'string')
      ? 'fine'
      : { expected: 'resources with their id', received: 'no id' };
  },
});
