import { ALL, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { refused } from '../written.js';
import { checkOfRule } from './check-of-rule.js';

/** SC2804: externalId and the family name have checks of their own. */
export const REQUIRED_UNDECLARED = defineWriteCheck({
  id: 'SC2804',
  scope: 'representation',
  decisive: true,
  title: 'An attribute that the target insists on is one that clients send, and /Schemas calls it required',
  impact: 'provisioning-lost',
  authorities: [says('7643', '7', 'required  A Boolean value that specifies whether or not the attribute is required.')],
  clients: ALL,
  effect: 'Nobody who lacks the attribute in the directory, or whose client does not map it, is provisioned.',
  fix: 'Do without the attribute, or say "required": true in /Schemas and tell customers to map it; where a mapping file is used, give it a row.',
  example: {
    request: post('/Users', asSent(exampleUser())),
    good: changed(exampleUser(), 201),
    bad: refusal(400, 'nickName is required.', 'invalidValue'),
  },
  exercises: (operation) => operation.kind !== 'delete',
  explains: (difference, write) => refused(difference) && checkOfRule(write) === 'SC2804',
});
