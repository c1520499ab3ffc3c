import { getMember, isObject } from '../../scim/json.js';
import { ERROR_URN } from '../../scim/urn.js';
import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, get, refusal } from '../messages.js';
import { show } from '../show.js';

/** SC1103: `status` of an Error is a string. Okta's own samples show a number, so it is not reported under Okta. */
export const ERROR_STATUS = defineResponseCheck({
  id: 'SC1103',
  ofForm: true,
  title: 'The status of an Error is a JSON string',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('7644', '3.12', 'The HTTP status code (see Section 6 of [RFC7231]) expressed as a JSON string. REQUIRED.'),
    field('F54'),
  ],
  clients: ['entra', 'rfc'],
  effect: 'Clients that read the status by the standard cannot tell a conflict from another error.',
  fix: 'Send "status": "409", with the same number as the HTTP status.',
  example: {
    request: get('/Users/u9'),
    good: refusal(404, 'No such user.'),
    bad: answer(404, { schemas: [ERROR_URN], status: 404, detail: 'No such user.' }),
  },
  judge({ response }) {
    if (response.status < 400 || !isObject(response.body)) return 'silent';
    const schemas = getMember(response.body, 'schemas');
    if (!Array.isArray(schemas) || !schemas.includes(ERROR_URN)) return 'silent';
    const status = getMember(response.body, 'status');
    if (status === String(response.status)) return 'fine';
    return { expected: `"status": "${response.status}"`, received: `"status": ${show(status)}`, subject: typeof status };
  },
});
