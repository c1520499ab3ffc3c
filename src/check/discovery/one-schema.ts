import { says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, ok, refusal, SCHEMA } from '../messages.js';

/** SC1606 */
export const ONE_SCHEMA: StepCheck = {
  kind: 'step',
  id: 'SC1606',
  roots: ['SC1602'],
  title: 'A single schema can be read by its URI',
  severity: 'warning',
  impact: 'noise',
  authorities: [says('7644', '4', 'Individual schema definitions can be returned by appending the schema URI to the /Schemas endpoint.')],
  clients: ['rfc'],
  effect: 'Clients that read one schema alone take it for missing.',
  fix: 'Serve each entry of /Schemas at /Schemas/{id}, as meta.location says.',
  scene: {
    scenario: 'discovery/documents',
    request: get('/Schemas/urn:ietf:params:scim:schemas:core:2.0:User'),
    good: ok(SCHEMA),
    bad: refusal(404, 'There is no such schema.'),
  },
};
