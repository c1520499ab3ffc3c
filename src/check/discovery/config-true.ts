import { field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, ok, patch, serviceProviderConfig } from '../messages.js';
import { advertises, parameterOf } from '../resources.js';

/** SC1604: what works is not denied. That what is promised works, the checks of the feature say. */
export const CONFIG_TRUE = defineResponseCheck({
  id: 'SC1604',
  title: '/ServiceProviderConfig does not deny what works',
  severity: 'warning',
  impact: 'noise',
  authorities: [must('7643', '5', 'A Boolean value specifying whether or not the operation is supported. REQUIRED.'), field('F77')],
  clients: ['rfc'],
  effect: 'Clients that believe it do without PATCH or filters: they replace whole resources, or read everything.',
  fix: 'Set "supported" to true for what the target supports.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'title', value: 'Engineer' }),
    given: { config: serviceProviderConfig({ patch: { supported: true } }) },
    givenBad: { config: serviceProviderConfig({ patch: { supported: false } }) },
    good: ok(exampleUser({ title: 'Engineer' })),
    bad: ok(exampleUser({ title: 'Engineer' })),
  },
  judge({ request, response, facts }) {
    // Whether /Schemas can be filtered is another matter.
    if (request.resourceType === undefined) return 'silent';
    const used = request.method === 'PATCH' ? 'patch' : parameterOf(request.target, 'filter') === undefined ? undefined : 'filter';
    if (used === undefined || response.status >= 300) return 'silent';
    if (advertises(facts.config, used) !== false) return 'fine';
    return { expected: `"${used}": {"supported": true}`, received: `false, yet it was answered ${response.status}`, subject: used };
  },
});
