import { getMember, isObject } from '../../scim/json.js';
import { ERROR_URN } from '../../scim/urn.js';
import { field, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, get, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1002: the 401 carries an Error, as step 11 of Okta's SPEC test demands. */
export const REFUSAL_IS_SCIM = defineResponseCheck({
  id: 'SC1002',
  on: { purposes: ['refuse'] },
  roots: ['SC1102'],
  title: 'The 401 carries a SCIM Error with a detail',
  severity: 'warning',
  severityFor: { okta: 'error' },
  impact: 'noise',
  authorities: [okta('test'), field('F81')],
  clients: ['okta'],
  effect: "Okta's SPEC test, a condition of publication, fails at its eleventh step.",
  fix: 'Send {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401","detail":"…"} with the 401.',
  example: {
    request: get('/Users', 'refuse'),
    good: refusal(401, 'The token is not valid.'),
    bad: answer(401, { schemas: [ERROR_URN], status: '401' }),
  },
  judge({ response }) {
    if (response.status !== 401) return 'silent';
    const schemas = isObject(response.body) ? getMember(response.body, 'schemas') : undefined;
    const detail = isObject(response.body) ? getMember(response.body, 'detail') : undefined;
    if (Array.isArray(schemas) && schemas.includes(ERROR_URN) && typeof detail === 'string' && detail !== '') return 'fine';
    return { expected: 'an Error with schemas, status and a detail', received: showResponse(response) };
  },
});
