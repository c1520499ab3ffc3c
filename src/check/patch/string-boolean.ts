import { entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { changed, exampleUser, patch, refusal } from '../messages.js';
import { notDoneOrMisread } from '../written.js';

/** SC2102 */
export const STRING_BOOLEAN = defineWriteCheck({
  id: 'SC2102',
  scope: 'value',
  title: 'A boolean that arrives as "True" or "False" is understood',
  impact: 'access-kept',
  authorities: [entra('compliance'), field('F01')],
  clients: ['entra'],
  effect:
    'Entra disables with "active": "False" as text, and names a role by primary eq "True": where the text is refused, ignored or stored, leavers keep their access, and people their old role.',
  fix: 'Accept "true" and "false" in any case as text for boolean attributes, in the filter of a path as well, and answer with a JSON boolean.',
  example: {
    request: patch('/Users/u1', { op: 'Replace', path: 'active', value: 'False' }),
    given: { resource: exampleUser() },
    good: changed(exampleUser({ active: false })),
    bad: refusal(400, 'active must be a boolean.', 'invalidValue'),
  },
  exercises: (operation) => operation.stringBoolean,
  explains: notDoneOrMisread,
});
