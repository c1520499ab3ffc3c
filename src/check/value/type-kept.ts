import { ALL, entra, field, says } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';

/** An extension of the app's own: the types of the standard's attributes have SC1109. */
const BADGE_URN = 'urn:ietf:params:scim:schemas:extension:badge:2.0:User';

/** SC1120 */
export const TYPE_KEPT = defineWriteCheck({
  id: 'SC1120',
  scope: 'representation',
  title: 'Values keep their JSON type',
  severityFor: { rfc: 'warning' },
  impact: 'access-kept',
  roots: ['SC1109'],
  decisive: true,
  authorities: [says('7643', '2.3', 'Attribute data types are derived from JSON [RFC7159].'), entra('develop'), field('F01')],
  clients: ALL,
  effect: 'A client that compares "False" with false sees a difference for ever, and a server for which the text is true keeps the access.',
  fix: 'Convert on the way in and return booleans as booleans, numbers as numbers, text as text.',
  example: {
    request: post('/Users', asSent(exampleUser({ [BADGE_URN]: { number: '7' } }))),
    given: { mapped: [`${BADGE_URN}:number`] },
    good: changed(exampleUser({ [BADGE_URN]: { number: '7' } }), 201),
    bad: changed(exampleUser({ [BADGE_URN]: { number: 7 } }), 201),
  },
  exercises: () => true,
  explains: (difference) => difference.kind === 'type',
});
