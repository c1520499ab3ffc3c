import { ALL, field, says } from '../authority.js';
import { checkOfRule } from '../constraint/check-of-rule.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post, refusal } from '../messages.js';
import { brings, isCreate, isPut, refused } from '../written.js';

/** SC1227 */
export const EXTERNAL_ID_OF_ANY_FORM = defineWriteCheck({
  id: 'SC1227',
  scope: 'representation',
  decisive: true,
  title: 'An externalId may have any form',
  impact: 'provisioning-lost',
  authorities: [
    says('7643', '3.1', 'A String that is an identifier for the resource as defined by the provisioning client.'),
    field('F89'),
  ],
  clients: ALL,
  effect: 'The client chooses the externalId, and the target refuses its form: nobody is provisioned.',
  effects: [
    { client: 'entra', type: 'User', effect: "Entra sends a user's mail nickname, such as ada.byron, by default: nobody is provisioned." },
    { client: 'okta', type: 'User', effect: 'Okta sends ids of its own, such as 00u1a2b3c: nobody is provisioned.' },
  ],
  fix: 'Keep externalId as a text that means nothing to you; ids of your own are another matter.',
  example: {
    request: post('/Users', asSent(exampleUser({ externalId: 'ada.byron' }))),
    good: changed(exampleUser({ externalId: 'ada.byron' }), 201),
    bad: refusal(400, 'externalId must be a UUID.', 'invalidValue'),
  },
  exercises: (operation, write) =>
    operation.attribute === 'externalid' || ((isCreate(operation) || isPut(operation)) && brings(write, 'externalId')),
  explains: (difference, write) => refused(difference) && checkOfRule(write) === 'SC1227',
});
