import { ALL, must } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';

const MARK = '\ufeff';

/** SC1146 */
export const BYTE_ORDER_MARK = defineResponseCheck({
  id: 'SC1146',
  ofForm: true,
  title: 'A body begins with JSON, not with a byte order mark',
  // Parsers may pass over it (same section), and nobody has said whether Entra and Okta do.
  severity: 'warning',
  impact: 'noise',
  authorities: [
    must('8259', '8.1', 'Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text.'),
  ],
  clients: ALL,
  effect: 'A client whose parser does not pass over the mark cannot read a single answer.',
  fix: 'Write JSON in UTF-8 without a byte order mark.',
  example: {
    request: get('/Users/u1'),
    good: ok(exampleUser()),
    bad: { ...ok(exampleUser()), text: `${MARK}${JSON.stringify(exampleUser())}` },
  },
  judge({ response }) {
    if (response.body === undefined) return 'silent';
    return response.text.startsWith(MARK) ? { expected: 'a body that begins with {', received: 'U+FEFF before it' } : 'fine';
  },
});
