import { getMember, isObject } from '../../scim/json.js';
import { validateBody } from '../../scim-schema/validate.js';
import { field, must, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, RESOURCE_TYPE } from '../messages.js';
import { judgeDocument } from './document.js';

/** SC1603 */
export const RESOURCE_TYPES = defineResponseCheck({
  id: 'SC1603',
  on: { methods: ['GET'], endpoints: ['resourcetypes'] },
  title: '/ResourceTypes lists the resource types',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '4',
      'the message form described by the "urn:ietf:params:scim:api:messages:2.0:ListResponse" (ListResponse) form SHALL be used as shown in Figure 3 and in Figure 9 below.',
    ),

    says(
      '7644',
      '4',
      'An HTTP GET to this endpoint is used to discover the types of resources available on a SCIM service provider (e.g., Users and Groups).',
    ),
    field('F76'),
  ],
  clients: ['rfc'],
  effect: 'A client of the standard cannot tell where users and groups live.',
  fix: 'Answer GET /ResourceTypes with a ListResponse of resource types, each with name, endpoint and schema.',
  example: { request: get('/ResourceTypes'), good: ok(list([RESOURCE_TYPE])), bad: ok([RESOURCE_TYPE]) },
  judge(observation) {
    const judged = judgeDocument(observation, '/ResourceTypes', 'list-response', 'a ListResponse of resource types');
    if (judged !== 'fine' || !isObject(observation.response.body)) return judged;
    const resources = getMember(observation.response.body, 'Resources');
    const violation = (Array.isArray(resources) ? resources : []).slice(0, 20).flatMap((each) => validateBody('resource-type', each))[0];
    if (violation === undefined) return 'fine';
    return { expected: `${violation.path || 'a resource type'}: ${violation.expected}`, received: violation.received, subject: 'type' };
  },
});
