import { ALL, entra, field } from '../authority.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleUser, post } from '../messages.js';

/** SC1252: RFC 7644 §3.3 lets a server alter what a client posts; Entra and Okta go on comparing what they sent. */
export const TEXT_WHOLE = defineWriteCheck({
  id: 'SC1252',
  scope: 'representation',
  title: 'A text comes back with all of its characters',
  severityFor: { rfc: 'warning' },
  impact: 'data-damaged',
  // A create that answers with somebody else, or a write that went elsewhere, shows another value altogether.
  decisive: true,
  authorities: [entra('develop'), field('F70')],
  clients: ALL,
  effect: 'Names and numbers of people are stored damaged.',
  effects: [
    {
      client: 'entra',
      effect: 'Names and numbers of people are stored damaged; Entra finds the difference and sends them again in every cycle.',
    },
  ],
  fix: 'Store a text as the text that it is: its whole length, zeros at its beginning, every letter and sign; escape it where it is shown, not where it is stored.',
  example: {
    request: post('/Users', asSent(exampleUser({ title: 'R&D' }))),
    good: changed(exampleUser({ title: 'R&D' }), 201),
    bad: changed(exampleUser({ title: 'R&amp;D' }), 201),
  },
  exercises: () => true,
  explains: (difference) => difference.kind === 'altered',
});
