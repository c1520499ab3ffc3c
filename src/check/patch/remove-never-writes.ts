import { plainText } from '../../base/plain-text.js';
import { getMember, isObject } from '../../scim/json.js';
import { valueAt } from '../../scim/resource.js';
import { field, says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, ok, patch } from '../messages.js';
import { show } from '../show.js';

/** SC2125: a value beside a remove may be refused or ignored; it is never stored. */
export const REMOVE_NEVER_WRITES = defineResponseCheck({
  id: 'SC2125',
  on: { methods: ['PATCH'] },
  roots: ['SC2114', 'SC2118', 'SC2152', 'SC2104', 'SC2105'],
  title: 'A remove does not write the value that stands beside it',
  impact: 'data-damaged',
  needs: 'patch',
  authorities: [
    says('7644', '3.5.2.2', 'The "remove" operation removes the value at the target location specified by the required attribute "path".'),
    field('F58'),
  ],
  clients: ['rfc'],
  effect: 'What the directory took away is there again.',
  fix: 'Ignore "value" in a remove of anything but members, or answer 400.',
  example: {
    request: patch('/Users/u1', { op: 'remove', path: 'title', value: 'Engineer' }),
    given: { resource: exampleUser({ title: 'Engineer' }) },
    good: ok(exampleUser()),
    bad: ok(exampleUser({ title: 'Engineer' })),
  },
  judge({ request, response }) {
    const { body } = response;
    const operations = isObject(request.body) ? getMember(request.body, 'Operations') : undefined;
    if (response.status !== 200 || !isObject(body) || !Array.isArray(operations)) return 'silent';
    const removes = operations.filter(isObject).flatMap((operation) => {
      const { op, path, value } = operation;
      return plainText(op).toLowerCase() === 'remove' && typeof path === 'string' && typeof value === 'string' ? [{ path, value }] : [];
    });
    if (removes.length === 0) return 'silent';
    const wrong = removes.find(({ path, value }) => valueAt(body, path) === value);
    return wrong === undefined
      ? 'fine'
      : { expected: `${wrong.path}: no value`, received: `${wrong.path} = ${show(wrong.value)}`, subject: wrong.path };
  },
});
