import { USER_URN } from '../../scim/urn.js';
import { entra, field, says, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { exampleUser, excerpt, get, META, ok, post, refusal } from '../messages.js';

/** Checks of requests that are wrong that need more than one exchange, or a step of a scenario, to be seen. */
export const MESSAGE_STEPS = defineStepChecks([
  {
    id: 'SC1123',
    roots: ['SC1204', 'SC1216'],
    title: 'A body that is no SCIM message is answered 400',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
      says('7644', '3.12', 'The request body message structure was invalid or did not conform to the request schema.'),
    ],
    clients: ['rfc'],
    effect: 'A client cannot tell its own mistake from a fault of the server, and tries again.',
    fix: 'Answer 400 with "scimType": "invalidSyntax".',
    example: {
      scenario: 'rfc/mistakes',
      request: post('/Users', 'no object', 'raw'),
      good: refusal(400, 'The body is no object.', 'invalidSyntax'),
      bad: refusal(500, 'cannot read properties of a string'),
    },
  },
  {
    id: 'SC1124',
    roots: ['SC1127'],
    title: 'A path that does not exist is answered 404',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
      says('7644', '3.12', 'Specified resource (e.g., User) or endpoint does not exist.'),
    ],
    clients: ['rfc'],
    effect: 'A client that looks for an optional endpoint takes a page of the web site for its answer.',
    fix: 'Answer every unknown path below the base URL with 404 and a SCIM Error.',
    example: { scenario: 'rfc/mistakes', request: get('/NoSuchEndpoint'), good: refusal(404, 'No such endpoint.'), bad: ok({}) },
  },
  // The reason behind several mistakes that all end in a server error.
  {
    id: 'SC1126',
    roots: ['SC1104'],
    title: 'A mistake of the client is not answered with a server error',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),

      says(
        '7644',
        '3.12',
        'The SCIM protocol uses the HTTP response status codes defined in Section 6 of [RFC7231] to indicate operation success or failure.',
      ),
      entra('quarantine'),
      field('F55'),
    ],
    clients: ['rfc'],
    effect: 'The client takes its own mistake for a passing fault of the server and repeats it for ever.',
    fix: 'Answer what the client did wrong with a 4xx and a SCIM Error; keep 5xx for faults of the server.',
    example: {
      scenario: 'rfc/mistakes',
      request: post('/Users', 'no object', 'raw'),
      good: refusal(400, 'The body is no object.', 'invalidSyntax'),
      bad: refusal(500, 'cannot read properties of a string'),
      besides: [{ request: get('/NoSuchEndpoint'), good: refusal(404, 'No such endpoint.'), bad: refusal(500, 'no route') }],
    },
  },
  // RFC 9110 §15.5.6 has 405 for it; 404 and 501 say the same to a client.
  {
    id: 'SC1128',
    roots: ['SC1127'],
    title: 'A method that a path does not have is refused',
    severity: 'warning',
    impact: 'noise',
    authorities: [says('7644', '3.12', 'Service provider does not support the request operation, e.g., PATCH.')],
    clients: ['rfc'],
    effect: 'A client that uses the wrong method is told that all went well.',
    fix: 'Answer 405 with an Allow header, or 501, to a method that an endpoint does not have.',
    example: {
      scenario: 'rfc/mistakes',
      request: post('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com' }),
      good: refusal(405, 'A user has no POST.'),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC1142',
    ofForm: true,
    title: 'The time of its creation stays with a resource',
    severity: 'warning',
    impact: 'noise',
    authorities: [says('7643', '3.1', 'The "DateTime" that the resource was added to the service provider.')],
    clients: ['rfc'],
    effect: 'Whoever sorts or audits by age takes every changed account for a new one.',
    fix: 'Set meta.created once, with the resource.',
    example: {
      scenario: 'rfc/patch-first-value',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ title: 'Engineer' })),
      bad: excerpt(ok({ title: 'Engineer', meta: { ...META, created: '2031-01-01T00:00:00Z', lastModified: '2031-01-01T00:00:00Z' } })),
    },
  },
  {
    id: 'SC1143',
    // What did not happen moves no time.
    roots: ['SC2129', 'SC2301', 'SC2118', 'SC2152'],
    ofForm: true,
    title: 'A change moves the time of the last change',
    severity: 'warning',
    impact: 'noise',
    authorities: [says('7643', '3.1', 'The most recent DateTime that the details of this resource were updated at the service provider.')],
    clients: ['rfc'],
    effect: 'Clients that ask for what has changed since their last visit never see the change.',
    fix: 'Set meta.lastModified with every write that changes something, members of groups included.',
    example: {
      scenario: 'rfc/patch-first-value',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ title: 'Engineer' })),
      bad: excerpt(ok({ title: 'Engineer', meta: { ...META, lastModified: '2001-01-01T00:00:00Z' } })),
    },
  },
]);
