import { entra, field } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';

/** SC1119: Microsoft asks for absent values to be absent. The standard holds null and absent to be the same. */
export const NULLS = defineResponseCheck({
  id: 'SC1119',
  ofForm: true,
  roots: ['SC1111'],
  title: 'An attribute without a value is left out',
  severity: 'warning',
  impact: 'noise',
  authorities: [entra('develop'), field('F34')],
  clients: ['entra'],
  effect: 'Microsoft asks not to send null values; what Entra does with them is not documented.',
  fix: 'Leave attributes without a value out of the answer.',
  example: { request: get('/Users/u1'), good: ok(exampleUser()), bad: ok(exampleUser({ title: null })) },
  judge(observation) {
    const resources = resourcesOf(observation);
    if (resources.length === 0) return 'silent';
    const nulls = resources.flatMap((resource) => Object.keys(resource).filter((name) => resource[name] === null && name !== 'members'));
    const [first] = nulls;
    return first === undefined ? 'fine' : { expected: 'no null values', received: `"${first}": null` };
  },
});
