import { ALL, field, must, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { excerpt, get, list, ok, patch, refusal } from '../messages.js';

/** Checks of what a write reaches that need more than one exchange, or a step of a scenario, to be seen. */
export const INTEGRITY_STEPS = defineStepChecks([
  {
    id: 'SC2701',
    roots: ['SC1208', 'SC1207', 'SC2312', 'SC2317', 'SC2404', 'SC2454', 'SC2601', 'SC2603', 'SC2401'],
    title: 'A write changes only the resource that it addresses',
    impact: 'data-damaged',
    safety: true,
    authorities: [
      says(
        '7644',
        '3.5.2',
        'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
      ),
    ],
    clients: ALL,
    effect: "One person's change is written onto another person.",
    fix: 'Apply every write to the resource whose id stands in the path, and to nothing else.',
    example: {
      scenario: 'users/duplicate',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      // A single answer of this kind may come from a cache.
      onwards: true,
      good: excerpt(ok({ userName: 'ada@example.com' })),
      bad: excerpt(ok({ userName: 'grace@example.com' })),
    },
  },
  {
    id: 'SC2713',
    roots: ['SC2701', 'SC2703', 'SC2702', 'SC1241', 'SC2312', 'SC2404', 'SC2454', 'SC2601'],
    title: "A user's groups are those that have the user as a member",
    severity: 'warning',
    impact: 'data-damaged',
    authorities: [
      says(
        '7643',
        '4.1.2',
        'A list of groups to which the user belongs, either through direct membership, through nested groups, or dynamically calculated.',
      ),
    ],
    clients: ALL,
    effect: 'Whoever decides by the groups of a user what the user may do decides wrongly.',
    fix: 'Compute the groups of a user from the members of the groups, whenever it is shown.',
    example: {
      scenario: 'groups/lifecycle',
      request: get('/Users/u1', 'verify'),
      good: excerpt(ok({ userName: 'ada@example.com' })),
      bad: excerpt(ok({ groups: [{ value: 'g1' }] })),
    },
  },
  {
    id: 'SC2714',
    ofForm: true,
    title: 'The reference and the type of a member lead to whom its value names',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      says('7643', '4.2', 'the "$ref" sub-attribute must be the URI of a SCIM resource such as a "User", or a "Group".'),
      must(
        '7643',
        '2.3.7',
        'An HTTP client performing a GET operation on a reference URI MUST receive the target resource or an appropriate HTTP response code.',
      ),
    ],
    clients: ['rfc'],
    effect: 'Clients that follow "$ref", or tell people from groups by "type", end at somebody else.',
    fix: 'Build "$ref" and "type" of members, groups and managers from the resource that "value" names.',
    example: {
      scenario: 'rfc/group-put',
      client: 'rfc',
      request: get('/Groups/g1', 'verify'),
      nth: 2,
      onwards: true,
      good: excerpt(ok({ members: [{ value: 'u2', type: 'User' }, { value: 'u3' }, { value: 'u4' }] })),
      bad: excerpt(
        ok({
          members: [{ value: 'u2', type: 'User' }, { value: 'u3', type: 'Group' }, { value: 'u4' }],
        }),
      ),
    },
  },
  // The standard does not say when a read shows a write.
  {
    id: 'SC2702',
    title: 'A read after a write shows the write at once',
    ofForm: true,
    severity: 'warning',
    impact: 'noise',
    authorities: [field('F70')],
    clients: ['entra', 'okta'],
    effect: 'A client that looks somebody up while the index is behind creates the person again, or meets a conflict.',
    effects: [
      {
        client: 'okta',
        effect:
          'A client that looks somebody up while the index is behind creates the person again, or meets a conflict; what Okta reads before it puts a resource back undoes the last change.',
      },
    ],
    fix: 'Answer reads and filters from where writes go, at least for the client that wrote; or answer a write only once the index shows it.',
    example: {
      scenario: 'users/leaver',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ active: false })),
      bad: excerpt(ok({ active: true })),
    },
  },
  // Nor does it say when a write counts for the next one.
  {
    id: 'SC2704',
    title: 'What was written counts at once for the writes that follow',
    ofForm: true,
    severity: 'warning',
    impact: 'noise',
    authorities: [field('F70')],
    clients: ALL,
    effect:
      'What follows a write at once is refused, such as adding somebody new to a group, and is made only when the client tries again.',
    effects: [
      {
        client: 'entra',
        effect:
          'Whoever was just created gets into no group, and no change follows another one, until the next cycle of Entra some 40 minutes later.',
      },
      {
        client: 'okta',
        effect:
          'Whoever was just created gets into no group, and no change follows another one, until somebody retries the failed task in Okta.',
      },
    ],
    fix: 'Look up what a write names where writes go, not in a copy; let a write wait for the one before it in place of refusing it.',
    fixSuits: [404, 409],
    example: {
      scenario: 'groups/lifecycle',
      request: patch('/Groups/g1', { op: 'Add', path: 'members', value: [{ value: 'u1' }] }),
      nth: 1,
      good: excerpt(ok({})),
      bad: refusal(404, 'User u1 not found'),
    },
  },
  {
    id: 'SC2711',
    roots: ['SC1109', 'SC1302', 'SC2402', 'SC2403', 'SC2701', 'SC2702', 'SC2502', 'SC2505', 'SC2118', 'SC2152', 'SC2601', 'SC1206'],
    title: 'A resource shows the same in lists and look-ups as when it is read by its id',
    impact: 'data-damaged',
    authorities: [
      says('7643', '7', 'The attribute is returned by default in all SCIM operation responses where attribute values are returned.'),
      field('F70'),
    ],
    clients: ALL,
    severityFor: { rfc: 'warning' },
    effect: 'What the client finds is not what it has written, and is taken for a change.',
    effects: [
      { client: 'entra', effect: 'What the client finds is not what it has written: Entra writes it again in every cycle.' },
      { client: 'okta', effect: 'What the client finds is not what it has written: an import of Okta takes the wrong value.' },
    ],
    fix: 'Build a resource in one place, whatever request it answers: lists and filters show what GET by id shows.',
    example: {
      scenario: 'users/joiner',
      request: get('/Users?filter=userName+eq+%22ada%40example.com%22'),
      nth: 3,
      onwards: true,
      good: excerpt(ok(list([{ id: 'u1' }]))),
      bad: excerpt(ok(list([{ id: 'u1', displayName: '' }]))),
    },
  },
  {
    id: 'SC2712',
    roots: [
      'SC2715',
      'SC2118',
      'SC2152',
      'SC2202',
      'SC2701',
      'SC1109',
      'SC1205',
      'SC1202',
      'SC1206',
      'SC2502',
      'SC2505',
      'SC2702',
      'SC1503',
    ],
    title: 'The answer to a write shows the state after it',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      must(
        '7644',
        '3.5.2',
        'On successful completion, the server either MUST return a 200 OK response code and the entire resource within the response body',
      ),
      says('7644', '3.5.1', "enabling the client to correlate the client's and the service provider's views of the updated resource."),
    ],
    clients: ['okta', 'rfc'],
    effect:
      'A client that takes the answer for the truth works with values that are no longer so, and puts them back with its next change.',
    fix: 'Render the answer from what was stored, after it was stored; or answer a PATCH with 204.',
    example: {
      scenario: 'rfc/patch-first-value',
      client: 'rfc',
      request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Engineer' }),
      good: excerpt(ok({ title: 'Engineer' })),
      bad: excerpt(ok({ title: null })),
    },
  },
]);
