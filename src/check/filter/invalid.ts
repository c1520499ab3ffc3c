import { field, must } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, get, list, ok, refusal } from '../messages.js';

/** SC1314 */
export const FILTER_INVALID: StepCheck = {
  kind: 'step',
  id: 'SC1314',
  roots: ['SC1303', 'SC1302', 'SC1308', 'SC1311'],
  title: 'A filter that cannot be read is answered 400 invalidFilter',
  severity: 'error',
  needs: 'filter',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.4.2.2',
      'Providers MUST decline to filter results if the specified filter operation is not recognized and return an HTTP 400 error with a "scimType" error of "invalidFilter"',
    ),
    field('F14'),
  ],
  clients: ['rfc'],
  effect: 'An unfiltered list in its place makes a client write onto the first person in it; a 500 makes it try for ever.',
  fix: 'Answer 400 with "scimType": "invalidFilter".',
  scene: {
    scenario: 'rfc/filters',
    request: get('/Users?filter=userName%20eq'),
    good: refusal(400, 'The filter has no value.', 'invalidFilter'),
    bad: ok(list([exampleUser()])),
  },
};
