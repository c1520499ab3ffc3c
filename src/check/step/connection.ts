import { ALL, entra, field, okta, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { exampleUser, get, list, ok, patch, refusal, SILENCE } from '../messages.js';

/** Checks of the connection that need more than one exchange, or a step of a scenario, to be seen. */
export const CONNECTION_STEPS = defineStepChecks([
  {
    id: 'SC1003',
    title: 'Every request is answered',
    impact: 'provisioning-lost',
    authorities: [okta('faq'), field('F32')],
    clients: ALL,
    effect: 'The client waits until its time-out, then counts a failure; what the server did remains unknown.',
    fix: "Look for the request in the server's log; answer within a few seconds.",
    example: {
      scenario: 'users/leaver',
      request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
      good: ok(exampleUser({ active: false })),
      bad: SILENCE,
    },
  },
  {
    id: 'SC1008',
    fixSuits: [401],
    title: 'A credential that is accepted once is accepted for every request',
    impact: 'provisioning-lost',
    authorities: [says('7644', '3.12', 'Authorization failure.  The authorization header is invalid or missing.'), entra('quarantine')],
    clients: ALL,
    effect: 'A client takes a 401 for a wrong credential: it stops until an administrator enters another one.',
    effects: [
      {
        client: 'entra',
        effect: 'Entra takes a 401 for a wrong credential: the job goes into quarantine, and nobody is created or disabled.',
      },
    ],
    fix: 'Accept a valid token on every path and for every method; answer 503 when the store of tokens cannot be asked, and 403 for what the token may not do.',
    example: {
      scenario: 'users/leaver',
      request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
      good: ok(exampleUser({ active: false })),
      bad: refusal(401, 'The token is not valid.'),
    },
  },
  {
    id: 'SC1009',
    title: 'Server errors do not come and go',
    ofForm: true,
    impact: 'provisioning-lost',
    authorities: [says('7644', '3.12', 'An internal error.'), entra('quarantine')],
    clients: ALL,
    effect: 'Now this change fails and now that one: they arrive late or not at all, and nothing about them tells why.',
    effects: [
      {
        client: 'entra',
        effect:
          'Now this change fails and now that one; Entra tries again in a later cycle, and failures add up until the job is quarantined.',
      },
    ],
    fix: "Look into the server's log for what these answers have in common, as restarts, a gateway's time limit, an exhausted pool of connections or one of several instances; then run again: what met them was not judged.",
    example: {
      scenario: 'users/leaver',
      request: { ...patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }), purpose: 'update' },
      good: ok(exampleUser({ active: false })),
      bad: refusal(502, 'Bad Gateway'),
    },
  },
  {
    id: 'SC1004',
    title: "Requests are served with the client's own headers",
    impact: 'provisioning-lost',
    authorities: [field('F71'), field('F72')],
    clients: ALL,
    effect: 'A firewall or a framework that wants other headers than the client sends refuses every request.',
    effects: [
      {
        client: 'entra',
        effect: 'Entra sends no User-Agent and no Accept: a firewall or a framework that wants them refuses every request.',
      },
    ],
    fix: 'Do not demand User-Agent, Accept or Content-Type on reads below the SCIM base URL.',
    example: {
      scenario: 'connection/test-connection',
      client: 'okta',
      request: get('/Users?filter=userName%20eq%20%22u9%22', 'probe'),
      nth: 1,
      good: ok(list([])),
      bad: refusal(403, 'This client is not known.'),
      // The second one goes with other headers.
      besides: [
        {
          request: get('/Users?filter=userName%20eq%20%22u9%22', 'probe'),
          nth: 3,
          good: ok(list([])),
          bad: refusal(403, 'This client is not known.'),
        },
      ],
    },
  },
]);
