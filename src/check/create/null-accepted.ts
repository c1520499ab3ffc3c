import { isObject, type Json } from '../../scim/json.js';
import { ALL, field, must } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { isCreate, isPut, refused } from '../written.js';

const NAMED = { externalId: 'e1', emails: [{ value: 'ada@example.com' }], name: { givenName: 'Ada', familyName: 'Byron' } };

/** SC1214 */
export const NULL_ACCEPTED = defineWriteCheck({
  id: 'SC1214',
  scope: 'write',
  roots: ['SC1204', 'SC1224', 'SC1221'],
  title: 'A null in a body means no value',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7643',
      '2.5',
      'Unassigned attributes, the null value, or an empty array (in the case of a multi-valued attribute) SHALL be considered to be equivalent in "state".',
    ),
    field('F62'),
  ],
  clients: ALL,
  effect: 'A client that writes null for "no value" loses the whole update.',
  effects: [{ client: 'okta', effect: 'Okta was seen to send "display": null and null for cleared values: the whole update is lost.' }],
  fix: 'Treat null like an attribute that is not there.',
  example: {
    request: post('/Users', asSent(exampleUser({ ...NAMED, title: null }))),
    good: changed(exampleUser(NAMED), 201),
    bad: refusal(400, 'title must be a string.', 'invalidValue'),
  },
  exercises: (operation, write) => (isCreate(operation) || isPut(operation)) && holdsNull(write.request.body),
  explains: refused,
});

function holdsNull(value: Json | undefined): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.some(holdsNull);
  return isObject(value) && Object.values(value).some(holdsNull);
}
