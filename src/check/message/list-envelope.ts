import { plainText } from '../../base/plain-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { LIST_RESPONSE_URN } from '../../scim/urn.js';
import { ALL, entra, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { find, list, ok } from '../messages.js';
import { show, showResponse } from '../show.js';

const COLLECTION = /^\/(Users|Groups)\/?(\?|$)/;
const QUERIES = new Set(['connect', 'probe', 'match', 'list']);

/** SC1105: what a query answers is a ListResponse. The types of its numbers and `itemsPerPage` have checks of their own. */
export const LIST_ENVELOPE = defineResponseCheck({
  id: 'SC1105',
  title: 'A query is answered with a ListResponse',
  impact: 'provisioning-lost',
  authorities: [
    must('7644', '3.4.2', 'Responses MUST be identified using the following URI: "urn:ietf:params:scim:api:messages:2.0:ListResponse".'),
    entra('develop'),
  ],
  clients: ALL,
  effect: 'The client cannot tell whether the person exists, so nobody is matched or created.',
  fix: 'Answer queries with {"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"totalResults":…,"Resources":[…]}.',
  example: { request: find('/Users', 'userName eq "ada@example.com"'), good: ok(list([])), bad: ok(list([], { Resources: null })) },
  judge({ request, response, family }) {
    const raw = request.purpose === 'raw' && request.method === 'GET' && COLLECTION.test(request.target);
    if ((!raw && !QUERIES.has(request.purpose)) || response.status !== 200) return 'silent';
    const expected = 'a ListResponse with schemas, totalResults and Resources';
    if (!isObject(response.body)) return { expected, received: showResponse(response), subject: 'no object' };
    const schemas = getMember(response.body, 'schemas');
    if (!Array.isArray(schemas) || !schemas.includes(LIST_RESPONSE_URN))
      return { expected, received: `"schemas": ${show(schemas)}`, subject: 'schemas' };
    const total = getMember(response.body, 'totalResults');
    if (total === undefined || total === null) return { expected, received: 'no totalResults', subject: 'totalResults' };
    const resources = getMember(response.body, 'Resources');
    // Behind the last page, and where no results were asked for, there is nothing to list, whatever the total.
    const start = Number(/[?&]startIndex=(\d+)/.exec(request.target)?.[1] ?? 1);
    const nothing = Number(plainText(total)) === 0 || start > Number(plainText(total)) || /[?&]count=(0|-\d+)(&|$)/.test(request.target);
    // RFC 7643 §2.5: null is no value; Entra and Okta were seen to want a list.
    const none = nothing && (resources === undefined || (resources === null && family === 'rfc'));
    if (!none && !Array.isArray(resources)) return { expected, received: `"Resources": ${show(resources)}`, subject: 'Resources' };
    return 'fine';
  },
});
