import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1118: of several values at most one is the primary one. */
export const ONE_PRIMARY = defineResponseCheck({
  id: 'SC1118',
  title: 'At most one value of an attribute is primary',
  severity: 'warning',
  severityFor: { rfc: 'error' },
  impact: 'data-damaged',
  authorities: [must('7643', '2.4', 'The primary attribute value "true" MUST appear no more than once.'), field('F63')],
  clients: ALL,
  effect: 'The app writes to one address and the directory believes in another.',
  fix: 'When a value becomes primary, set "primary" to false on all others of the attribute.',
  example: {
    request: get('/Users/u1'),
    good: ok(exampleUser({ emails: [{ value: 'ada@example.com', primary: true }, { value: 'ada@home.example' }] })),
    bad: ok(
      exampleUser({
        emails: [
          { value: 'ada@example.com', primary: true },
          { value: 'ada@home.example', primary: true },
        ],
      }),
    ),
  },
  judge(observation) {
    const lists = resourcesOf(observation).flatMap((resource) =>
      Object.entries(resource).flatMap(([name, value]) => (Array.isArray(value) && value.length > 1 ? [{ name, value }] : [])),
    );
    if (lists.length === 0) return 'silent';
    const wrong = lists.find(({ value }) => value.filter((each) => isObject(each) && getMember(each, 'primary') === true).length > 1);
    if (wrong === undefined) return 'fine';
    return { expected: `one primary value in ${wrong.name}`, received: show(wrong.value), subject: wrong.name.toLowerCase() };
  },
});
