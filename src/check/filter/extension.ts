import { field, must, says } from '../authority.js';
import type { StepCheck } from '../check.js';
import { exampleUser, get, list, ok } from '../messages.js';

/** SC1316: a refusal with 400 is a target that does not filter on extensions, and says so. */
export const FILTER_EXTENSION: StepCheck = {
  kind: 'step',
  id: 'SC1316',
  roots: ['SC1301', 'SC1311', 'SC1303', 'SC1205'],
  title: 'A filter on an attribute of an extension finds the resource',
  severity: 'error',
  needs: 'filter',
  impact: 'data-damaged',
  authorities: [
    says('7644', '3.10', 'All facets (URN, attribute, and sub-attribute name) of the fully encoded attribute name are case insensitive.'),
    must('7644', '3.4.2.2', 'Providers MUST decline to filter results if the specified filter operation is not recognized'),
    field('F13'),
  ],
  clients: ['rfc'],
  effect: 'A client that matches on the employee number is told that nobody has it, and creates everybody a second time.',
  fix: 'Look the attribute up below its extension, whatever colons and dots the URN has; answer 400 invalidFilter where that is not supported.',
  scene: {
    scenario: 'rfc/filters-extension',
    request: get(
      '/Users?filter=urn%3Aietf%3Aparams%3Ascim%3Aschemas%3Aextension%3Aenterprise%3A2.0%3AUser%3AemployeeNumber%20eq%20%22nr-r1%22%20and%20userName%20eq%20%22ada%40example.com%22',
    ),
    good: ok(list([exampleUser()])),
    bad: ok(list([])),
  },
};
