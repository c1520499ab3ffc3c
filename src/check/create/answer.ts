import { getMember, isObject } from '../../scim/json.js';
import { headerOf } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { ALL, entra, field, must, okta } from '../authority.js';
import type { ResponseCheck } from '../check.js';
import type { Seen } from '../context.js';
import { showResponse } from '../show.js';

function isCreated(seen: Seen): boolean {
  const { request, response } = seen;
  const collection = /^\/(Users|Groups)\/?(\?|$)/.test(request.target);
  return (
    request.method === 'POST' &&
    collection &&
    response.status >= 200 &&
    response.status < 300 &&
    !seen.wanted?.some((status) => status >= 400)
  );
}

/** SC1201 */
export const CREATED_STATUS: ResponseCheck = {
  kind: 'response',
  id: 'SC1201',
  title: 'A create is answered 201',
  severity: 'error',
  severityFor: { entra: 'warning' },
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.3',
      'When the service provider successfully creates the new resource, an HTTP response SHALL be returned with HTTP status code 201 (Created).',
    ),
    okta('test'),
    field('F50'),
  ],
  clients: ALL,
  effect: "Okta's SPEC test fails at its sixth step; Entra tolerates a 200.",
  fix: 'Answer 201 to a POST that created a resource.',
  judge(seen) {
    if (!isCreated(seen)) return 'silent';
    return seen.response.status === 201 ? 'fine' : { expected: '201', received: String(seen.response.status) };
  },
};

/** SC1202 */
export const CREATED_BODY: ResponseCheck = {
  kind: 'response',
  id: 'SC1202',
  title: 'A create is answered with the resource and its id',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    should("The response body SHOULD contain the service provider's representation of the newly created resource."),
    entra('develop'),
    okta('scim20'),
    field('F50'),
  ],
  clients: ALL,
  severityFor: { rfc: 'warning' },
  effect:
    'The client keeps the id for all later requests; without it Okta reports "Create new user returned empty user" and Entra loses the account.',
  fix: 'Return the whole resource with its "id" as a non-empty string.',
  judge(seen) {
    if (!isCreated(seen)) return 'silent';
    return readResource(seen.response.body) === undefined
      ? { expected: 'the resource with a non-empty string "id"', received: showResponse(seen.response) }
      : 'fine';
  },
};

function should(quote: string): ReturnType<typeof must> {
  return { ...must('7644', '3.3', quote), kind: 'rfc-should' };
}

/** SC1203 */
export const CREATED_LOCATION: ResponseCheck = {
  kind: 'response',
  id: 'SC1203',
  roots: ['SC1202'],
  title: 'A create names the location of the resource',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must(
      '7644',
      '3.3',
      'The URI of the created resource SHALL include, in the HTTP "Location" header and the HTTP body, a JSON representation [RFC7159] with the attribute "meta.location".',
    ),
    field('F50'),
  ],
  clients: ['rfc'],
  effect: 'Clients of the standard cannot follow the location; Entra and Okta use the id alone.',
  fix: 'Send a Location header, and the same URI as meta.location.',
  judge(seen) {
    if (!isCreated(seen)) return 'silent';
    if ((headerOf(seen.response.headers, 'location') ?? '') === '')
      return { expected: 'a Location header', received: 'none', subject: 'header' };
    const meta = isObject(seen.response.body) ? getMember(seen.response.body, 'meta') : undefined;
    const location = isObject(meta) ? getMember(meta, 'location') : undefined;
    return typeof location === 'string' && location !== '' ? 'fine' : { expected: 'meta.location', received: 'none', subject: 'meta' };
  },
};
