import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, get, list, ok } from '../messages.js';

/** SC1317: other attributes than those that clients look people up by. */
export const FILTER_VALUE_CASE: StepCheck = {
  kind: 'step',
  id: 'SC1317',
  roots: ['SC1301', 'SC1311', 'SC1304', 'SC1303', 'SC1205'],
  title: 'Values count without regard to case where the schema says so',
  severity: 'error',
  needs: 'filter',
  impact: 'provisioning-lost',
  authorities: [
    must(
      '7644',
      '3.4.2.2',
      'the case sensitivity for String type attributes SHALL be determined by the attribute\'s "caseExact" characteristic',
    ),
    field('F15'),
  ],
  clients: ['rfc'],
  effect: 'A filter, or the value path of a PATCH, passes over the people and values that it means.',
  fix: 'Compare by the "caseExact" of the attribute in every filter, those in brackets included.',
  scene: {
    scenario: 'rfc/filters-case',
    request: get('/Users?filter=title%20eq%20%22FILTERER%22%20and%20userName%20eq%20%22ada%40example.com%22'),
    good: ok(list([exampleUser({ title: 'Filterer' })])),
    bad: ok(list([])),
  },
};
