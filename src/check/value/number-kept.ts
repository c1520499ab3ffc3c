import { entra } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';

const WITH = (value: string) => exampleUser({ phoneNumbers: [{ type: 'work', value }] });

/** SC1251: RFC 7643 §4.1.2 lets a server canonicalize numbers; Entra compares what it sent. */
export const NUMBER_KEPT = defineWriteCheck({
  id: 'SC1251',
  scope: 'representation',
  decisive: true,
  title: 'Telephone numbers keep the form in which they were sent',
  severity: 'warning',
  impact: 'noise',
  authorities: [entra('develop')],
  clients: ['entra'],
  effect: 'Entra compares what it reads with what it sent and patches the difference in every cycle.',
  fix: 'Store the number as it was sent and normalise it where it is dialled; or tell customers to map numbers in your form. RFC 7643 §4.1.2 allows a canonical form.',
  example: {
    client: 'entra',
    request: post('/Users', asSent(WITH('+33 1 99 00 12 78'))),
    good: changed(WITH('+33 1 99 00 12 78'), 201),
    bad: changed(WITH('+33199001278'), 201),
  },
  exercises: () => true,
  explains: (difference) => difference.kind === 'number',
});
