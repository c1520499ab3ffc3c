import { getMember, isObject } from '../../scim/json.js';
import { field, okta, says } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { bodyOf, isCreate, isPut, refused } from '../written.js';

/**
 * SC1223: that a user is refused for other reasons is SC1204. The target's words count only where they call the attribute unknown;
 * whatever they are, the user is sent without the attribute, and what becomes of that tells.
 */
export const PRIMARY_ADDRESS = defineWriteCheck({
  id: 'SC1223',
  scope: 'element',
  title: 'A primary postal address or number is accepted: Okta marks one of each',
  impact: 'provisioning-lost',
  authorities: [
    okta('scim20'),
    says('7643', '2.4', "primary  A Boolean value indicating the 'primary' or preferred attribute value for this attribute"),
    field('F67'),
  ],
  clients: ['okta'],
  effect: 'Nobody with an address or a telephone number is provisioned: Okta marks one of each as the primary one.',
  fix: 'Accept "primary" on every list of values, or ignore it; the sub-attributes of §8.7.1 do not list it for addresses.',
  example: {
    request: post('/Users', asSent(exampleUser({ addresses: [{ primary: true, type: 'work', locality: 'Berlin' }] }))),
    good: changed(exampleUser({ addresses: [{ primary: true, type: 'work', locality: 'Berlin' }] }), 201),
    bad: refusal(400, 'attribute primary is not recognized by the schema', 'invalidSyntax'),
  },
  exercises: (operation, write) => (isCreate(operation) || isPut(operation)) && hasPrimary(write),
  explains: (difference, write) => refused(difference) && CALLED_UNKNOWN.test(write.response.text),
});

/** "primary" and that it is unknown, in one sentence: a target may also ask for a primary e-mail address. */
const CALLED_UNKNOWN =
  /primary[^.!?]{0,80}(not (recogni[sz]ed|supported|allowed|known|defined)|unknown|unsupported|unexpected)|(unknown|unrecogni[sz]ed|unsupported|unexpected)[^.!?]{0,80}primary/i;

function hasPrimary(write: ObservedWrite): boolean {
  const lists = ['addresses', 'phoneNumbers'].map((name) => getMember(bodyOf(write), name));
  return lists.some((list) => Array.isArray(list) && list.some((each) => isObject(each) && getMember(each, 'primary') !== undefined));
}
