import { ALL, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { nameBroughtBy } from '../names.js';
import { isOfNameTaken, refused } from '../written.js';

/** SC1244: the name of what was deleted is SC1212, as far as something new is to have it. */
export const VACATED_NAME = defineWriteCheck({
  id: 'SC1244',
  scope: 'write',
  decisive: true,
  roots: ['SC2407', 'SC2306', 'SC2601', 'SC2603', 'SC1212', 'SC2100', 'SC2200'],
  title: 'A name that nobody has any more is free',
  // A target may reserve names. It had better not: no client can know of it.
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [says('7644', '3.12', 'One or more of the attribute values are already in use or are reserved.'), field('F130')],
  clients: ALL,
  effect: 'Who gets a name that somebody else has given up, or takes an old name back, meets a conflict that no client can resolve.',
  fix: 'Look for a conflict among the names that users and groups have now; an index of names must follow every rename.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    given: { vacated: true },
    good: changed(exampleUser(), 201),
    bad: refusal(409, 'The userName is taken.', 'uniqueness'),
  },
  exercises: (operation, write) => write.vacated === true && write.again !== true && nameBroughtBy(operation, write) !== undefined,
  explains: (difference, write) => refused(difference) && isOfNameTaken(write.response.status),
});
