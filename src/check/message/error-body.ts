import { getMember, isObject } from '../../scim/json.js';
import { ERROR_URN } from '../../scim/urn.js';
import { ALL, field, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { get, refusal, webPage } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1102: errors carry a SCIM Error body. */
export const ERROR_BODY = defineResponseCheck({
  id: 'SC1102',
  ofForm: true,
  title: 'An error is answered with a SCIM Error body',
  severity: 'warning',
  severityFor: { okta: 'error' },
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.12',
      'implementers MUST return the errors in the body of the response in a JSON format, using the attributes described below.',
    ),
    okta('scim20'),
    field('F22'),
  ],
  clients: ALL,
  effect: 'Nobody sees what went wrong: the client cannot read the reason.',
  effects: [
    { client: 'okta', effect: 'Okta shows "Invalid JSON: Unrecognized token …" in place of the cause, so nobody sees what went wrong.' },
  ],
  fix: 'Answer every 4xx and 5xx below the base URL, framework errors included, with a SCIM Error in application/scim+json.',
  example: { request: get('/Users/u9'), good: refusal(404, 'No such user.'), bad: webPage(404, 'Not Found') },
  judge({ response }) {
    if (response.status < 400) return 'silent';
    const schemas = isObject(response.body) ? getMember(response.body, 'schemas') : undefined;
    if (Array.isArray(schemas) && schemas.includes(ERROR_URN)) return 'fine';
    const kind = response.body === undefined ? (response.text.trim() === '' ? 'empty' : 'no JSON') : 'no Error schema';
    return { expected: `a JSON body with "schemas":["${ERROR_URN}"]`, received: showResponse(response), subject: kind };
  },
});
