import { entra, okta } from '../authority.js';
import type { Difference } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';

const FORMS: ReadonlySet<Difference['kind']> = new Set(['case', 'blanks', 'composition']);

/** SC1206: the standard lets a server change the case of a caseExact=false value and says nothing of blanks, or of Unicode's normalization forms; Entra and Okta compare what they sent. */
export const CASE_KEPT = defineWriteCheck({
  id: 'SC1206',
  scope: 'representation',
  decisive: true,
  title: 'Texts keep the case, the blanks and the composed letters with which they were sent',
  severity: 'warning',
  impact: 'noise',
  authorities: [entra('develop'), okta('test')],
  clients: ['entra', 'okta'],
  effect: 'The client finds a difference that it cannot mend.',
  effects: [{ client: 'entra', effect: 'Entra compares what it reads with what it sent and patches the difference in every cycle.' }],
  fix: 'Store the text as it was sent and compare without case only when searching. (RFC 7643 §7 allows the change of case, and no passage speaks of blanks around and within a value, or of the ways to write é.)',
  example: {
    request: post('/Users', asSent(exampleUser({ userName: 'Ada@example.com' }))),
    good: changed(exampleUser({ userName: 'Ada@example.com' }), 201),
    bad: changed(exampleUser({ userName: 'ada@example.com' }), 201),
  },
  exercises: () => true,
  explains: (difference) => FORMS.has(difference.kind),
});
