import { getMember, isObject } from '../../scim/json.js';
import { ALL, field, says } from '../authority.js';
import { checkOfRule } from '../constraint/check-of-rule.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { bodyOf, isCreate, isOfForm, isPut, isRequired, onUser, turnedDown } from '../written.js';

const NAMES = ['familyName', 'givenName'];

/** SC1221: where /Schemas says that the missing one is required, refusing is the target's right. */
export const WITHOUT_FAMILY_NAME = defineWriteCheck({
  id: 'SC1221',
  scope: 'value',
  title: 'A person with one name can be created, unless /Schemas says that both are required',
  severity: 'warning',
  impact: 'provisioning-lost',
  authorities: [says('7643', '7', 'required  A Boolean value that specifies whether or not the attribute is required.'), field('F110')],
  clients: ALL,
  effect: 'People who have one name, and accounts of services, are not provisioned; everybody else is.',
  fix: 'Accept users without name.familyName or name.givenName, or say "required": true in /Schemas.',
  example: {
    request: post('/Users', asSent(exampleUser({ name: { givenName: 'Ada' } }))),
    good: changed(exampleUser({ name: { givenName: 'Ada' } }), 201),
    bad: refusal(400, 'A last name is required.', 'invalidValue'),
    besides: [
      {
        request: post('/Users', asSent(exampleUser({ name: { givenName: 'Ada', familyName: 'Byron' } }))),
        good: changed(exampleUser({ name: { givenName: 'Ada', familyName: 'Byron' } }), 201),
        bad: changed(exampleUser({ name: { givenName: 'Ada', familyName: 'Byron' } }), 201),
      },
    ],
  },
  exercises: (operation, write) =>
    (isCreate(operation) || (isPut(operation) && checkOfRule(write) === 'SC1221')) &&
    onUser(write) &&
    hasNameWhereRequired(write) &&
    NAMES.some((name) => !has(write, name) && !isRequired(write, 'name', name)),
  // That one of the names may be missing says nothing of the other.
  proves: () => false,
  explains: (difference, write) => turnedDown(difference, write) && isOfForm(write.response.status),
});

function hasNameWhereRequired(write: ObservedWrite): boolean {
  return !isRequired(write, 'name') || isObject(getMember(bodyOf(write), 'name'));
}

/** `null` is no value either, but a target that stumbles over it has another fault. */
function has(write: ObservedWrite, part: string): boolean {
  const name = getMember(bodyOf(write), 'name');
  return isObject(name) && getMember(name, part) !== undefined;
}
