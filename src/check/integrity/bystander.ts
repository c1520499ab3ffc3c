import { ALL, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { excerpt, get, ok } from '../messages.js';

/** SC2117 belongs to PATCH. SC2701: a write reached another resource. */
export const BYSTANDER: StepCheck = {
  kind: 'step',
  id: 'SC2701',
  roots: ['SC1208', 'SC1207', 'SC2404', 'SC2601', 'SC2603', 'SC2401'],
  title: 'A write changes only the resource that it addresses',
  severity: 'error',
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
};
