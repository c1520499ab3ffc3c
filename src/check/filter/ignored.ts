import { plainText } from '../../base/plain-text.js';
import { foldedText } from '../../scim/folded-text.js';
import { getMember } from '../../scim/json.js';
import { readList } from '../../scim/read.js';
import { valueAt } from '../../scim/resource.js';
import { ALL, field, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, find, list, ok } from '../messages.js';

/** SC1302: what a filter returns matches the filter. The gravest defect: the client writes onto a stranger. */
export const FILTER_IGNORED = defineResponseCheck({
  id: 'SC1302',
  on: { methods: ['GET'] },
  roots: ['SC1301'],
  title: 'A filter returns only what matches it',
  impact: 'data-damaged',
  safety: true,
  authorities: [
    must('7644', '3.4.2.2', 'When specified, only those resources matching the filter expression SHALL be returned.'),
    field('F14'),
  ],
  clients: ALL,
  effect: "The client takes the first resource of the answer for its match and writes one person's data onto another.",
  fix: 'Apply the filter; answer 400 invalidFilter to one that is not supported, never an unfiltered list.',
  example: {
    request: find('/Users', 'userName eq "ada@example.com"'),
    given: { hits: [exampleUser()] },
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser(), exampleUser({ id: 'u7', userName: 'grace@example.com' })])),
  },
  judge({ request, response, hits }) {
    if (request.filter === undefined || hits === undefined || response.status !== 200) return 'silent';
    const list = readList(response.body);
    if (list === undefined) return 'silent';
    const known = new Set(hits.map((hit) => hit.id));
    const { attribute, value } = request.filter;
    const strangers = list.resources.filter((resource) => {
      if (known.has(plainText(getMember(resource, 'id')))) return false;
      const held = valueAt(resource, attribute);
      // What the answer does not show cannot be called a mismatch, unless the filter can find nothing of ours at all.
      return held === undefined
        ? hits.length === 0 || list.resources.length > hits.length
        : foldedText(plainText(held)) !== foldedText(value);
    });
    if (strangers.length === 0) return list.resources.length > 0 ? 'fine' : 'silent';
    return {
      expected: `only resources with ${attribute} eq "${value}"`,
      received: `${strangers.length} of ${list.resources.length} resources do not match`,
      subject: attribute.toLowerCase(),
    };
  },
});
