import { plainText } from '../../base/plain-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { ALL, entra, field, must, okta } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { find, list, ok, refusal } from '../messages.js';
import { showResponse } from '../show.js';

/** SC1301: a filter that finds nothing is answered 200 with an empty list. */
export const NO_MATCH = defineResponseCheck({
  id: 'SC1301',
  on: { methods: ['GET'] },
  title: 'A filter that finds nothing is answered 200 with an empty list',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.4.2',
      'A query that does not return any matches SHALL return success (HTTP status code 200) with "totalResults" set to a value of 0.',
    ),
    entra('quarantine'),
    okta('test'),
    field('F12'),
  ],
  clients: ALL,
  effect: 'The client takes "nobody there" for a failure; nobody is ever created.',
  effects: [{ client: 'entra', effect: 'Entra fails its connection test and quarantines the job; nobody is ever created.' }],
  fix: 'Answer 200 with "totalResults": 0 and "Resources": [].',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    given: { hits: [] },
    good: ok(list([])),
    bad: refusal(404, 'No user was found.'),
  },
  judge({ request, response, hits }) {
    if (request.filter === undefined || hits === undefined || hits.length > 0) return 'silent';
    if (response.status >= 500) return 'silent';
    if (response.status === 200) {
      const total = isObject(response.body) ? getMember(response.body, 'totalResults') : undefined;
      if (Number(plainText(total)) === 0) return 'fine';
      const found = readList(response.body)?.resources.length;
      return found === 0 && typeof total === 'number'
        ? { expected: '"totalResults": 0', received: `"totalResults": ${total}, and no resource` }
        : 'silent';
    }
    // A refusal of the filter itself is another defect.
    if (response.status === 400 || response.status === 501) return 'silent';
    return { expected: '200 with "totalResults": 0', received: showResponse(response) };
  },
});
