import { ALL, field, says } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { excerpt, get, ok } from '../messages.js';

/** Checks of what a write reaches that need more than one exchange, or a step of a scenario, to be seen. */
export const INTEGRITY_STEPS = defineStepChecks([
  {
    id: 'SC2701',
    roots: ['SC1208', 'SC1207', 'SC2312', 'SC2404', 'SC2601', 'SC2603', 'SC2401'],
    title: 'A write changes only the resource that it addresses',
    impact: 'data-damaged',
    authorities: [
      says(
        '7644',
        '3.5.2',
        'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
      ),
    ],
    clients: ALL,
    effect: "One person's change is written onto another person.",
    fix: 'Apply every write to the resource whose id stands in the path, and to nothing else.',
    scene: {
      scenario: 'users/duplicate',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ userName: 'ada@example.com' })),
      bad: excerpt(ok({ userName: 'grace@example.com' })),
    },
  },
  // The standard does not say when a read shows a write.
  {
    id: 'SC2702',
    title: 'A read after a write shows the write at once',
    ofForm: true,
    severity: 'warning',
    impact: 'noise',
    authorities: [field('F70')],
    clients: ['entra', 'okta'],
    effect:
      'A client that looks somebody up while the index is behind creates the person again, or meets a conflict; what Okta reads before it puts a resource back undoes the last change.',
    fix: 'Answer reads and filters from where writes go, at least for the client that wrote; or answer a write only once the index shows it.',
    scene: {
      scenario: 'users/leaver',
      request: get('/Users/u1', 'verify'),
      nth: 2,
      good: excerpt(ok({ active: false })),
      bad: excerpt(ok({ active: true })),
    },
  },
]);
