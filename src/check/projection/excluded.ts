import { getMember } from '../../scim/json.js';
import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { isAlwaysReturned, isAssigned, parameterOf, resourcesOf } from '../resources.js';

/** SC1503: what is excluded is left out. Members of groups have a check of their own, because Entra asks for that. */
export const EXCLUDED = defineResponseCheck({
  id: 'SC1503',
  roots: ['SC1305'],
  title: '"excludedAttributes" leaves out what it names',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    says(
      '7644',
      '3.4.2.5',
      'Additionally, the default set of attributes minus those attributes listed in "excludedAttributes" is returned.',
    ),
  ],
  clients: ['rfc'],
  effect: 'Answers are larger than they need to be.',
  fix: 'Honour "excludedAttributes" on reads, on lists and on writes; what is always returned stays.',
  example: {
    request: get('/Users/u1?excludedAttributes=title'),
    good: ok(exampleUser()),
    bad: ok(exampleUser({ title: 'Engineer' })),
  },
  judge(observation) {
    const asked = parameterOf(observation.request.target, 'excludedAttributes');
    const resources = resourcesOf(observation);
    if (asked === undefined || resources.length === 0) return 'silent';
    const names = asked
      .split(',')
      .map((name) => name.trim())
      .filter((name) => /^\w+$/.test(name) && !/^(id|schemas|members)$/i.test(name) && !isAlwaysReturned(observation, name));
    if (names.length === 0) return 'silent';
    const shown = names.find((name) => resources.some((resource) => isAssigned(getMember(resource, name))));
    return shown === undefined ? 'fine' : { expected: `no ${shown}`, received: `the answer has ${shown}` };
  },
});
