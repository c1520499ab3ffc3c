import { ALL, field, says } from '../authority.js';
import { checkOfRule } from '../constraint/check-of-rule.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal, without } from '../messages.js';
import { brings, isCreate, isPut, isRequired, onUser, turnedDown } from '../written.js';

/** SC1224 */
export const WITHOUT_EXTERNAL_ID = defineWriteCheck({
  id: 'SC1224',
  scope: 'value',
  title: 'A user can be created without an externalId',
  impact: 'provisioning-lost',
  authorities: [says('7643', '3.1', 'Each resource MAY include a non-empty "externalId" value.'), field('F123')],
  clients: ALL,
  effect: 'Clients that have no id of their own for a person cannot create anybody.',
  effects: [
    { client: 'okta', effect: 'Clients that have no id of their own for a person, such as the tests of Okta, cannot create anybody.' },
  ],
  fix: 'Make externalId optional.',
  example: {
    request: post('/Users', without(asSent(exampleUser()), 'externalId')),
    good: changed(exampleUser(), 201),
    bad: refusal(400, 'externalId is required.', 'invalidValue'),
    besides: [
      {
        request: post('/Users', asSent(exampleUser({ externalId: 'e1' }))),
        good: changed(exampleUser({ externalId: 'e1' }), 201),
        bad: changed(exampleUser({ externalId: 'e1' }), 201),
      },
    ],
  },
  exercises: (operation, write) =>
    onUser(write) &&
    !brings(write, 'externalId') &&
    !isRequired(write, 'externalId') &&
    (isCreate(operation) || (isPut(operation) && checkOfRule(write) === 'SC1224')),
  explains: turnedDown,
});
