import { USER_URN } from '../../scim/urn.js';
import { must, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { answer, exampleUser, excerpt, get, META, ok, put, refusal } from '../messages.js';

/** Checks of versions that need more than one exchange, or a step of a scenario, to be seen. */
export const ETAG_STEPS = defineStepChecks([
  {
    id: 'SC1801',
    roots: ['SC2501'],
    title: 'A version is shown where ServiceProviderConfig promises one',
    severity: 'warning',
    needs: 'etag',
    impact: 'noise',
    authorities: [
      must(
        '7644',
        '3.14',
        "When supported, SCIM ETags MUST be specified as an HTTP header and SHOULD be specified within the 'version' attribute contained in the resource's 'meta' attribute.",
      ),
    ],
    clients: ['rfc'],
    effect: 'Clients that want to avoid lost updates cannot.',
    fix: 'Send an ETag header and the same text as meta.version, or say "etag": {"supported": false}.',
    example: {
      scenario: 'rfc/etags',
      request: get('/Users/u1', 'raw'),
      nth: 1,
      good: ok(exampleUser(), { ETag: 'W/"1"' }),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC1802',
    roots: ['SC1801', 'SC2200', 'SC2118', 'SC2152', 'SC2202', 'SC1804', 'SC2201'],
    title: 'A change of a version that is no longer current is answered 412',
    severity: 'warning',
    needs: 'etag',
    impact: 'data-damaged',
    authorities: [
      says(
        '7644',
        '3.14',
        'If the service provider supports versioning of resources, the client MAY supply an If-Match header (Section 3.1 of [RFC7232]) for PUT and PATCH operations to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource',
      ),
    ],
    clients: ['rfc'],
    effect: 'Two clients overwrite each other although both take care.',
    fix: 'Compare If-Match with the version and answer 412 where they differ.',
    example: {
      scenario: 'rfc/etags',
      request: put('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com', displayName: 'Overwritten', active: true }),
      good: refusal(412, 'The user has changed since.'),
      bad: ok(exampleUser({ displayName: 'Overwritten' })),
    },
  },
  {
    id: 'SC1803',
    roots: ['SC1801'],
    title: 'A read of a version that the client has is answered 304',
    severity: 'warning',
    needs: 'etag',
    impact: 'noise',
    authorities: [
      says(
        '7644',
        '3.14',
        'If the resource has not changed, the service provider simply returns an empty body with a 304 (Not Modified) response code.',
      ),
    ],
    clients: ['rfc'],
    effect: 'Clients that ask only for what has changed are sent everything.',
    fix: 'Compare If-None-Match with the version and answer 304 when they are the same.',
    example: {
      scenario: 'rfc/etags',
      request: get('/Users/u1', 'raw'),
      nth: 2,
      good: answer(304),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC1804',
    roots: ['SC1801', 'SC2200'],
    title: 'A change of the current version is made',
    severity: 'warning',
    needs: 'etag',
    impact: 'provisioning-lost',
    authorities: [
      says(
        '7644',
        '3.14',
        'to ensure that the requested operation succeeds only if the supplied ETag matches the latest service provider resource',
      ),
    ],
    clients: ['rfc'],
    effect: 'No client that protects itself against lost updates can change anything.',
    fix: 'Compare If-Match with the version as it was sent, W/ and quotes included or left out on both sides.',
    example: {
      scenario: 'rfc/etags',
      request: put('/Users/u1', { schemas: [USER_URN], userName: 'ada@example.com', displayName: 'Changed Once' }),
      good: ok(exampleUser({ displayName: 'Changed Once' })),
      bad: refusal(412, 'The resource has changed.'),
    },
  },
  {
    id: 'SC1841',
    ofForm: true,
    roots: ['SC1801'],
    title: 'A change gives a resource another version',
    severity: 'warning',
    needs: 'etag',
    impact: 'data-damaged',
    authorities: [says('7643', '3.1', 'The version of the resource being returned.')],
    clients: ['rfc'],
    effect: 'A client that sends the version which it knows overwrites what others have changed since.',
    fix: 'Derive ETag and meta.version from what changes with every write: a counter, or a hash of the content.',
    example: {
      scenario: 'rfc/patch-first-value',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ title: 'Engineer' })),
      bad: excerpt(ok({ title: 'Engineer', meta: { ...META, version: 'W/"1"' } })),
    },
  },
]);
