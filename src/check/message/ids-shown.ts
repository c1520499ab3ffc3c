import { getMember, isObject } from '../../scim/json.js';
import { ALL, entra, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, ok, patch, without } from '../messages.js';
import { isPartial } from '../resources.js';
import { show } from '../show.js';

/** SC1148: of a create it is SC1202. */
export const IDS_SHOWN = defineResponseCheck({
  id: 'SC1148',
  ofForm: true,
  on: { methods: ['GET', 'PUT', 'PATCH'] },
  roots: ['SC1202', 'SC1127', 'SC1108', 'SC2712'],
  title: 'Every resource in an answer has its id',
  severityFor: { entra: 'warning', okta: 'warning' },
  impact: 'noise',
  authorities: [must('7643', '3.1', 'Each representation of the resource MUST include a non-empty "id" value.'), entra('develop')],
  clients: ALL,
  effect: 'A client that keeps what it is answered loses the way to the resource.',
  fix: 'Show the id in every representation, whatever the method, and in lists.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Director' }),
    given: { resource: exampleUser() },
    good: ok(exampleUser({ title: 'Director' })),
    bad: ok(without(exampleUser({ title: 'Director' }), 'id')),
  },
  judge({ request, response }) {
    const { body, status } = response;
    // Of what is answered to a choice of attributes, that is SC1502.
    if (request.resourceType === undefined || status >= 300 || !isObject(body) || isPartial(request.target)) return 'silent';
    const listed = getMember(body, 'Resources');
    const shown = Array.isArray(listed) ? listed.filter(isObject) : getMember(body, 'userName') === undefined ? [] : [body];
    if (shown.length === 0) return 'silent';
    const wrong = shown.find((resource) => typeof getMember(resource, 'id') !== 'string' || getMember(resource, 'id') === '');
    return wrong === undefined ? 'fine' : { expected: 'an id', received: `"id": ${show(getMember(wrong, 'id'))}` };
  },
});
