import { should } from '../authority.js';
import type { StepCheck } from '../check.js';
import { get, list, ok, refusal, SCHEMA } from '../messages.js';

/** SC1605: a refusal is recommended; an empty list misleads nobody. */
export const DISCOVERY_FILTER: StepCheck = {
  kind: 'step',
  id: 'SC1605',
  roots: ['SC1602', 'SC1603'],
  title: 'A filter on a discovery endpoint is not passed over',
  severity: 'warning',
  impact: 'noise',
  authorities: [
    should(
      '7644',
      '4',
      'If a "filter" is provided, the service provider SHOULD respond with HTTP status code 403 (Forbidden) to ensure that clients cannot incorrectly assume that any matching conditions specified in a filter are true.',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that looks for one schema by a filter takes the first of the list for it.',
  fix: 'Answer 403 to a filter on /Schemas, /ResourceTypes and /ServiceProviderConfig.',
  scene: {
    scenario: 'discovery/documents',
    request: get('/Schemas?filter=id%20eq%20%22urn%22'),
    good: refusal(403, 'Schemas cannot be filtered.'),
    bad: ok(list([SCHEMA])),
  },
};
