import { plainText } from '../../base/plain-text.js';
import { ALL, entra, must } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { bodyOf, isCreate, isPut, onUser, turnedDown } from '../written.js';

/** What every server takes. */
const PLAIN = /^[\w.@-]*$/;

/** SC1226: a rule that only addresses are allowed has a check of its own. */
export const USER_NAME_OF_ANY_SIGNS = defineWriteCheck({
  id: 'SC1226',
  scope: 'representation',
  title: 'A userName may have any signs that an address may have',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [must('7643', '4.1.1', 'Each User MUST include a non-empty userName value.'), entra('develop')],
  clients: ALL,
  effect: 'People whose name in the directory has a plus, an apostrophe or a # are not provisioned.',
  effects: [
    { client: 'entra', effect: 'Guests, who have #EXT# in their name, and people with an apostrophe or a plus in it are not provisioned.' },
  ],
  fix: "Take userName as free text, or as an address by RFC 5321: letters, digits and !#$%&'*+-/=?^_`{|}~.",
  example: {
    request: post('/Users', asSent(exampleUser({ userName: "o'neil@example.com" }))),
    good: changed(exampleUser({ userName: "o'neil@example.com" }), 201),
    bad: refusal(400, 'userName contains invalid characters', 'invalidValue'),
    besides: [
      {
        request: post('/Users', asSent(exampleUser())),
        good: changed(exampleUser(), 201),
        bad: changed(exampleUser(), 201),
      },
    ],
  },
  exercises: (operation, write) => (isCreate(operation) || isPut(operation)) && onUser(write) && !PLAIN.test(nameOf(write)),
  explains: turnedDown,
});

function nameOf(write: ObservedWrite): string {
  return plainText(bodyOf(write)['userName'] ?? '');
}
