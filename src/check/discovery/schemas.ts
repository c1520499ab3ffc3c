import { getMember, isObject } from '../../scim/json.js';
import { validateBody } from '../../scim-schema/validate.js';
import { entra, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, list, ok, SCHEMA } from '../messages.js';
import { judgeDocument } from './document.js';

const EXPECTED = 'a ListResponse of schemas';

/** SC1602: Entra reads the schemas for an app of its gallery; Okta never does. */
export const SCHEMAS = defineResponseCheck({
  id: 'SC1602',
  on: { methods: ['GET'], endpoints: ['schemas'] },
  title: '/Schemas lists the schemas',
  severityFor: { entra: 'warning' },
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '4', 'An HTTP GET to the endpoint "/Schemas" SHALL return all supported schemas in ListResponse format (see Figure 3).'),
    entra('develop'),
    field('F76'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'A client that discovers the schema finds nothing.',
  effects: [{ client: 'entra', effect: "Entra's schema discovery finds nothing, and the gallery's first mandatory test fails." }],
  fix: 'Answer GET /Schemas with a ListResponse whose Resources are the schemas, each with id, name and attributes.',
  example: { request: get('/Schemas'), good: ok(list([SCHEMA])), bad: ok([SCHEMA]) },
  judge(observation) {
    const judged = judgeDocument(observation, '/Schemas', 'list-response', EXPECTED);
    if (judged !== 'fine' || !isObject(observation.response.body)) return judged;
    const resources = getMember(observation.response.body, 'Resources');
    if (!Array.isArray(resources) || resources.length === 0) return { expected: EXPECTED, received: 'an empty list', subject: 'empty' };
    const violation = resources.slice(0, 20).flatMap((each) => validateBody('schema', each))[0];
    if (violation === undefined) return 'fine';
    return { expected: `${violation.path || 'a schema'}: ${violation.expected}`, received: violation.received, subject: 'schema' };
  },
});
