import { getMember, isObject } from '../../scim/json.js';
import { field, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import type { WriteOperation } from '../operation.js';
import { patched, refused } from '../written.js';

/** SC2131: that the old one loses the flag is SC1118; here the write itself is refused. */
export const SECOND_PRIMARY = defineWriteCheck({
  id: 'SC2131',
  scope: 'element',
  title: 'A value may become the primary one while another is',
  impact: 'provisioning-lost',
  needs: 'patch',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'For multi-valued attributes, a PATCH operation that sets a value\'s "primary" sub-attribute to "true" SHALL cause the server to automatically set "primary" to "false" for any other values in the array.',
    ),
    field('F63'),
  ],
  clients: ['rfc'],
  effect: 'A client cannot change which address counts without taking the old one away first.',
  fix: 'Set "primary" to false on all other values of the attribute, then accept the change.',
  example: {
    request: patch('/Users/u1', { op: 'replace', path: 'emails[type eq "home"].primary', value: true }),
    given: {
      resource: exampleUser({
        emails: [
          { type: 'work', value: 'ada@example.com', primary: true },
          { type: 'home', value: 'ada@home.example.com' },
        ],
      }),
    },
    good: changed(
      exampleUser({
        emails: [
          { type: 'work', value: 'ada@example.com', primary: false },
          { type: 'home', value: 'ada@home.example.com', primary: true },
        ],
      }),
    ),
    bad: refusal(400, 'Only one of the emails may be primary.', 'invalidValue'),
  },
  exercises: (operation, write) => {
    if (!patched(operation) || !makesPrimary(operation)) return false;
    const values = getMember(write.before ?? {}, operation.path?.attribute ?? '');
    return operation.changes && Array.isArray(values) && values.some((each) => isObject(each) && getMember(each, 'primary') === true);
  },
  explains: refused,
});

/** By the path, or in the entry that the path chooses. */
function makesPrimary({ path, value }: WriteOperation): boolean {
  if (path?.sub !== undefined) return path.sub.toLowerCase() === 'primary' && value === true;
  return path?.filter !== undefined && isObject(value) && getMember(value, 'primary') === true;
}
