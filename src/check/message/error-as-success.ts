import { getMember, isObject } from '../../scim/json.js';
import { ERROR_URN } from '../../scim/urn.js';
import { ALL, field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { answer, exampleUser, get, ok } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1127: an Error body belongs to an error status. */
export const ERROR_AS_SUCCESS = defineResponseCheck({
  id: 'SC1127',
  title: 'An error is not answered with a success status',
  impact: 'provisioning-lost',
  authorities: [
    says(
      '7644',
      '3.12',
      'The SCIM protocol uses the HTTP response status codes defined in Section 6 of [RFC7231] to indicate operation success or failure.',
    ),
    field('F22'),
  ],
  clients: ALL,
  effect: 'The client takes the failure for a success and never tries again.',
  fix: 'Send the status that the Error body names as the HTTP status.',
  example: {
    request: get('/Users/u9', 'raw'),
    good: ok(exampleUser({ id: 'u9' })),
    bad: answer(200, { schemas: [ERROR_URN], status: '404', detail: 'No such user.' }),
  },
  judge({ response }) {
    if (response.status >= 300 || !isObject(response.body)) return 'silent';
    const schemas = getMember(response.body, 'schemas');
    if (!Array.isArray(schemas) || !schemas.includes(ERROR_URN)) return 'fine';
    return { expected: 'an error status', received: showResponse(response) };
  },
});
