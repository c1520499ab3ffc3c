import { ALL, entra, field, must, says, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { exampleUser, excerpt, get, META, ok, patch, refusal, same, without } from '../messages.js';

const TITLE = { op: 'replace', path: 'title', value: 'Principal Engineer' };
const MOVE = [
  { op: 'replace', path: 'displayName', value: 'Ada Byron-King' },
  { op: 'replace', path: 'name.givenName', value: 'Ada' },
  TITLE,
  { op: 'replace', path: 'emails[type eq "work"].value', value: 'moved.ada@example.com' },
];
const REFUSED = refusal(400, 'title is not known.', 'invalidPath');

/** Checks of PATCH that need more than one exchange, or a step of a scenario, to be seen. */
export const PATCH_STEPS = defineStepChecks([
  {
    id: 'SC2136',
    title: 'An attribute that can be written can be changed by PATCH',
    impact: 'provisioning-lost',
    authorities: [says('7643', '7', 'readWrite  The attribute MAY be updated and read at any time.'), entra('develop'), field('F19')],
    clients: ALL,
    effect: 'Clients send all changes of a person in one PATCH: where one attribute is refused, the others are lost with it.',
    fix: 'Accept changes of the attribute in every form, or declare it readOnly or immutable in /Schemas; until then, leave it out of the mapping.',
    example: {
      scenario: 'users/mover',
      client: 'rfc',
      request: patch('/Users/u1', ...MOVE),
      good: excerpt(ok({ title: 'Principal Engineer' })),
      bad: REFUSED,
      besides: [{ request: patch('/Users/u1', TITLE), good: REFUSED, bad: REFUSED }],
    },
  },
  {
    id: 'SC2146',
    title: 'A change that is made is answered with success',
    impact: 'provisioning-lost',
    authorities: [
      must(
        '7644',
        '3.5.2',
        'On successful completion, the server either MUST return a 200 OK response code and the entire resource within the response body, subject to the "attributes" query parameter (see Section 3.9), or MAY return HTTP status code 204 (No Content) and the appropriate response headers for a successful PATCH request.',
      ),
      must('7644', '3.5.2', 'If a single operation encounters an error condition, the original SCIM resource MUST be restored'),
      must('7644', '3.6', 'In response to a successful DELETE, the server SHALL return a successful HTTP status code 204 (No Content).'),
    ],
    clients: ALL,
    effect: 'The client takes it that nothing was changed: it sends the change again and again, and reports an error each time.',
    fix: 'Find in the log what fails after the change is stored; keep both in one transaction, or answer success and do the rest later.',
    example: {
      scenario: 'users/leaver',
      request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
      good: excerpt(ok({ active: false })),
      bad: { ...refusal(500, 'The change could not be announced.'), done: true },
    },
  },
  {
    id: 'SC2121',
    roots: ['SC2118', 'SC2152'],
    title: 'A path that names no attribute is answered 400',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      must(
        '7644',
        '3.5.2',
        "An operation that is not compatible with an attribute's mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response as defined in Section 3.12.",
      ),
      field('F60'),
    ],
    clients: ['rfc'],
    effect: 'The client believes that its change arrived.',
    fix: 'Answer 400 with "scimType": "invalidPath" or "noTarget".',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'replace', path: 'noSuchAttribute', value: 'x' }),
      good: refusal(400, 'There is no noSuchAttribute.', 'invalidPath'),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC2122',
    roots: ['SC2106', 'SC2118', 'SC2152', 'SC2114', 'SC2117'],
    title: 'A remove without a path is answered 400 noTarget',
    needs: 'patch',
    impact: 'data-damaged',
    authorities: [
      says(
        '7644',
        '3.5.2.2',
        'If "path" is unspecified, the operation fails with HTTP status code 400 and a "scimType" error code of "noTarget".',
      ),
      field('F58'),
    ],
    clients: ['rfc'],
    effect: 'The worst a server can do with it is to clear the whole resource.',
    fix: 'Answer 400 with "scimType": "noTarget".',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'remove' }),
      good: refusal(400, 'A remove needs a path.', 'noTarget'),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC2123',
    roots: ['SC2113', 'SC2118', 'SC2152'],
    title: 'A change of a read-only attribute is refused',
    needs: 'patch',
    impact: 'data-damaged',
    authorities: [
      must(
        '7644',
        '3.5.2',
        "An operation that is not compatible with an attribute's mutability or schema SHALL return the appropriate HTTP response status code and a JSON detail error response as defined in Section 3.12.",
      ),
    ],
    clients: ['rfc'],
    effect: 'An id that changes cuts every client off from the account.',
    fix: 'Answer 400 with "scimType": "mutability".',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'replace', path: 'id', value: 'another-id' }),
      good: refusal(400, 'id is read-only.', 'mutability'),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC2124',
    roots: ['SC2118', 'SC2152'],
    title: 'An operation that does not exist is answered 400',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      should('7644', '3.12', 'Implementers SHOULD handle the identified HTTP status codes as described below.'),
      says('7644', '3.5.2', 'whose value indicates the operation to perform and MAY be one of "add", "remove", or "replace".'),
    ],
    clients: ['rfc'],
    effect: 'The client believes that its change arrived.',
    fix: 'Answer 400 with "scimType": "invalidSyntax".',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'increase', path: 'displayName', value: 'x' }),
      good: refusal(400, 'There is no operation increase.', 'invalidSyntax'),
      bad: ok(exampleUser()),
    },
  },
  // Asked with a filter from which no element can be made. A replace through `type eq "work"` that finds nothing must fail by
  // the standard, too, but Entra needs the element to be created there, so nobody is told off for that.
  {
    id: 'SC2126',
    roots: ['SC2104', 'SC2105', 'SC2118', 'SC2152'],
    title: 'A replace whose value path matches nothing is answered 400',
    needs: 'patch',
    impact: 'provisioning-lost',
    authorities: [
      must(
        '7644',
        '3.5.2.3',
        'the service provider SHALL indicate failure by returning HTTP status code 400 and a "scimType" error code of "noTarget".',
      ),
    ],
    clients: ['rfc'],
    effect: 'The client believes that its change was made, and nothing was changed.',
    fix: 'Answer 400 with "scimType": "noTarget" when a value filter selects no value and none can be made from it.',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'replace', path: 'emails[value ew "@nowhere.example"].display', value: 'Nobody' }),
      good: refusal(400, 'No value matches.', 'noTarget'),
      bad: ok(exampleUser()),
    },
  },
  {
    id: 'SC2129',
    roots: ['SC2112', 'SC2115'],
    title: 'An add of what is there already does not count as a change',
    severity: 'warning',
    needs: 'patch',
    impact: 'noise',
    authorities: [
      must(
        '7644',
        '3.5.2.1',
        'Unless other operations change the resource, this operation SHALL NOT change the modify timestamp of the resource.',
      ),
    ],
    clients: ['rfc'],
    effect: 'Clients that read what has changed since their last visit read everything again and again.',
    fix: 'Leave meta.lastModified as it is when a PATCH leaves the resource as it is.',
    example: {
      scenario: 'rfc/patch',
      request: get('/Users/u1', 'raw'),
      nth: 2,
      good: excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:00Z' } })),
      bad: excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:03Z' } })),
      besides: [{ ...same(get('/Users/u1', 'raw'), excerpt(ok({ meta: { ...META, lastModified: '2026-11-01T08:00:00Z' } }))), nth: 1 }],
    },
  },
  {
    id: 'SC2135',
    roots: ['SC2114', 'SC2118', 'SC2152', 'SC1126'],
    title: 'A required attribute cannot be removed',
    severity: 'warning',
    needs: 'patch',
    impact: 'data-damaged',
    authorities: [
      must(
        '7644',
        '3.5.2.2',
        'If an attribute is removed or becomes unassigned and is defined as a required attribute or a read-only attribute, the server SHALL return an HTTP response status code and a JSON detail error response as defined in Section 3.12, with a "scimType" error code of "mutability".',
      ),
      field('F128'),
    ],
    clients: ['rfc'],
    effect: 'An account without a userName is found by nobody, and cannot be named again.',
    fix: 'Answer 400 with "scimType": "mutability".',
    example: {
      scenario: 'rfc/patch-errors',
      request: patch('/Users/u1', { op: 'remove', path: 'userName' }),
      good: refusal(400, 'userName is required.', 'mutability'),
      bad: ok(without(exampleUser(), 'userName')),
    },
  },
]);
