import { getMember, isObject, type Json } from '../../scim/json.js';
import { ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { ALL, entra, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { employee, get, ok } from '../messages.js';
import { show } from '../show.js';

/** SC1112: the manager comes back as an object, although Entra sends a string. */
export const MANAGER_SHAPE = defineResponseCheck({
  id: 'SC1112',
  title: 'The manager is returned as an object',
  impact: 'access-kept',
  authorities: [
    says(
      '7643',
      '4.3',
      'The user\'s manager. A complex type that optionally allows service providers to represent organizational hierarchy by referencing the "id" attribute of another User.',
    ),
    entra('develop'),
    field('F21'),
  ],
  clients: ALL,
  effect: 'Clients that read the manager as an object cannot read the user.',
  effects: [
    { client: 'entra', effect: 'Entra cannot read the user any more and stops every later update of it, the deactivation included.' },
  ],
  fix: 'Return "manager": {"value": "<id>"}; accept a bare string in requests.',
  example: { request: get('/Users/u1'), good: ok(employee({ manager: { value: 'u2' } })), bad: ok(employee({ manager: 'u2' })) },
  judge({ response }) {
    if (!isObject(response.body)) return 'silent';
    const listed = getMember(response.body, 'Resources');
    const resources: Json[] = Array.isArray(listed) ? listed : [response.body];
    const managers = resources.flatMap((resource) => {
      const extension = isObject(resource) ? getMember(resource, ENTERPRISE_USER_URN) : undefined;
      const manager = isObject(extension) ? getMember(extension, 'manager') : undefined;
      return manager === undefined || manager === null ? [] : [manager];
    });
    if (managers.length === 0) return 'silent';
    const wrong = managers.find((manager) => !isObject(manager));
    return wrong === undefined ? 'fine' : { expected: '"manager": {"value": …}', received: `"manager": ${show(wrong)}` };
  },
});
