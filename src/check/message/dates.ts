import { instantOf } from '../../scim/date-time.js';
import { getMember, isObject } from '../../scim/json.js';
import { must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, META, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1115: times are xsd:dateTime, with or without a fraction, with an offset or Z. */
export const DATES = defineResponseCheck({
  id: 'SC1115',
  ofForm: true,
  roots: ['SC1109'],
  title: 'Times are written as xsd:dateTime',
  impact: 'noise',
  authorities: [
    must(
      '7643',
      '2.3.5',
      'The attribute value MUST be encoded as a valid xsd:dateTime as specified in Section 3.3.7 of [XML-Schema] and MUST include both a date and a time.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that parses the time fails at the whole resource, or sorts by nonsense.',
  fix: 'Write times as 2026-11-02T09:30:00Z.',
  example: {
    request: get('/Users/u1'),
    good: ok(exampleUser({ meta: { ...META, created: '2026-11-22T09:30:00Z' } })),
    bad: ok(exampleUser({ meta: { ...META, created: '2026-11-22' } })),
  },
  judge(observation) {
    const times = resourcesOf(observation).flatMap((resource) => {
      const meta = getMember(resource, 'meta');
      if (!isObject(meta)) return [];
      return ['created', 'lastModified'].flatMap((name) => {
        const value = getMember(meta, name);
        return value === undefined || value === null ? [] : [{ name, value }];
      });
    });
    if (times.length === 0) return 'silent';
    const wrong = times.find(({ value }) => typeof value !== 'string' || instantOf(value) === undefined);
    if (wrong === undefined) return 'fine';
    return { expected: `meta.${wrong.name} as xsd:dateTime`, received: `"${wrong.name}": ${show(wrong.value)}`, subject: wrong.name };
  },
});
