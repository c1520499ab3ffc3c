import { ALL, field, okta } from '../authority.js';
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
    scene: {
      scenario: 'users/leaver',
      request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
      good: ok(exampleUser({ active: false })),
      bad: SILENCE,
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
    scene: {
      scenario: 'connection/test-connection',
      client: 'okta',
      request: get('/Users?filter=userName%20eq%20%22u9%22', 'probe'),
      nth: 1,
      good: ok(list([])),
      bad: refusal(403, 'This client is not known.'),
    },
  },
]);
