import { plainText } from '../../base/plain-text.js';
import { ALL, entra, field, must } from '../authority.js';
import type { ObservedWrite } from '../context.js';
import { defineWriteCheck } from '../define.js';
import { asSent, changed, exampleGroup, post, refusal } from '../messages.js';
import { bodyOf, isCreate, onGroup, turnedDown } from '../written.js';

/** Letters and digits of ASCII, blanks and hyphens: what every server takes. */
const PLAIN = /^[A-Za-z0-9 -]*$/;

/** SC2315 */
export const NAME_OF_ANY_SIGNS = defineWriteCheck({
  id: 'SC2315',
  scope: 'group',
  title: "A group's name may have any signs",
  severityFor: { rfc: 'warning' },
  roots: ['SC1252'], // names that are cut are in conflict with each other
  impact: 'provisioning-lost',
  authorities: [must('7643', '4.2', 'A human-readable name for the Group. REQUIRED.'), entra('develop'), field('F109')],
  clients: ALL,
  effect:
    'Groups with an ampersand, a dot, parentheses or foreign letters in their name are never pushed, and their members have no access.',
  fix: 'Store displayName as free text; make whatever name the app needs of it beside it.',
  example: {
    request: post('/Groups', asSent(exampleGroup({ displayName: 'R&D (Köln)' }))),
    good: changed(exampleGroup({ displayName: 'R&D (Köln)' }), 201),
    bad: refusal(400, 'The name has invalid characters.', 'invalidValue'),
    besides: [
      {
        request: post('/Groups', asSent(exampleGroup({ displayName: 'Research' }))),
        good: changed(exampleGroup({ displayName: 'Research' }), 201),
        bad: changed(exampleGroup({ displayName: 'Research' }), 201),
      },
    ],
  },
  exercises: (operation, write) => isCreate(operation) && onGroup(write) && !PLAIN.test(nameOf(write)),
  explains: turnedDown,
});

function nameOf(write: ObservedWrite): string {
  return plainText(bodyOf(write)['displayName'] ?? '');
}
