import { validateBody } from '../../scim-schema/validate.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok, without } from '../messages.js';
import { isPartial, resourcesOf } from '../resources.js';

/** What other checks say better: types, `schemas`, `meta`, an unusable id, two primary values. */
const ELSEWHERE = /^(schemas|meta|id)\b/i;

/** SC1116: the rest of what the JSON Schemas of RFC 7643 demand. */
export const SCHEMA_CONFORMANCE = defineResponseCheck({
  id: 'SC1116',
  title: 'A resource has what its schema demands',
  impact: 'noise',
  authorities: [must('7643', '4.1.1', 'This attribute is REQUIRED and is case insensitive.')],
  clients: ['rfc'],
  roots: ['SC1109', 'SC1202', 'SC1121', 'SC2135'],
  effect: 'A client that reads by the standard refuses the resource.',
  fix: 'Return the attribute that is named, in the form that the schema gives it.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: ok(without(exampleUser(), 'userName')) },
  judge(observation) {
    const type = observation.request.resourceType;
    const resources = resourcesOf(observation);
    if (type === undefined || resources.length === 0) return 'silent';
    const partial = isPartial(observation.request.target);
    for (const resource of resources) {
      const violation = validateBody(type === 'User' ? 'user' : 'group', resource, { partial }).find(
        (each) => each.keyword !== 'type' && !/contains/i.test(each.keyword) && !ELSEWHERE.test(each.path),
      );
      if (violation === undefined) continue;
      const subject = violation.path.replaceAll(/\[\d+\]/g, '');
      return { expected: `${violation.path}: ${violation.expected}`, received: `${violation.path}: ${violation.received}`, subject };
    }
    return 'fine';
  },
});
