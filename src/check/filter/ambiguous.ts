import { ALL, entra, field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, get, list, ok } from '../messages.js';

/** SC1302 is raised by the honesty probe as well. SC1309: more than one hit. */
export const AMBIGUOUS: StepCheck = {
  kind: 'step',
  id: 'SC1309',
  roots: ['SC1208'],
  title: 'A look-up by a unique attribute finds at most one resource',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [
    must('7643', '4.1.1', "This identifier MUST be unique across the service provider's entire set of Users."),
    entra('how'),
    field('F14'),
  ],
  clients: ALL,
  effect: 'Entra writes nothing to a person whom it finds twice.',
  fix: 'Keep userName and displayName unique, and apply the whole filter.',
  scene: {
    scenario: 'users/duplicate',
    request: get('/Users?filter=userName+eq+%22ada%40example.com%22'),
    nth: 2,
    good: ok(list([exampleUser()])),
    bad: ok(list([exampleUser(), exampleUser({ id: 'u2' })])),
  },
};
