import { ALL, entra, field, must, okta } from '../authority.js';
import type { StepCheck } from '../check.js';

/** SC1003 */
export const NO_ANSWER: StepCheck = {
  kind: 'step',
  id: 'SC1003',
  title: 'Every request is answered',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [okta('faq'), field('F32')],
  clients: ALL,
  effect: 'The client waits until its time-out, then counts a failure; what the server did remains unknown.',
  fix: "Look for the request in the server's log; answer within a few seconds.",
};

/** SC1004 */
export const HEADERS_SERVED: StepCheck = {
  kind: 'step',
  id: 'SC1004',
  title: "Requests are served with the client's own headers",
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [field('F71'), field('F72')],
  clients: ALL,
  effect: 'Entra sends no User-Agent and no Accept: a firewall or a framework that wants them refuses every request.',
  fix: 'Do not demand User-Agent, Accept or Content-Type on reads below the SCIM base URL.',
};

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
};

/** SC1207 */
export const ADOPTED: StepCheck = {
  kind: 'step',
  id: 'SC1207',
  title: 'A create makes a new resource',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [must('7644', '3.3', 'To create new resources, clients send HTTP POST requests to the resource endpoint'), field('F89')],
  clients: ALL,
  effect: 'The create took over an account that was there before: whoever owns it loses it.',
  fix: 'Answer 409 to a create that collides with an existing resource.',
};

/** SC1208 */
export const DUPLICATE: StepCheck = {
  kind: 'step',
  id: 'SC1208',
  title: 'A second create of the same userName is answered 409',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.3',
      'the service provider MUST return HTTP status code 409 (Conflict) with a "scimType" error code of "uniqueness", as per Section 3.12.',
    ),
    okta('test'),
    field('F16'),
  ],
  clients: ALL,
  effect: 'People exist twice, or the client retries for ever because it cannot tell a conflict from another error.',
  fix: 'Answer 409 with "scimType": "uniqueness".',
};

/** SC2403 */
export const ACTIVE_SHOWN: StepCheck = {
  kind: 'step',
  id: 'SC2403',
  title: 'The answer shows whether the user is active',
  severity: 'error',
  impact: 'access-kept',
  authorities: [entra('develop'), okta('test'), field('F17')],
  clients: ALL,
  effect: 'The client takes a leaver for active, or the other way round, and does not correct it.',
  fix: 'Return active, as a JSON boolean, in every answer and in lists.',
};

/** SC2117 belongs to PATCH. SC2701: a write reached another resource. */
export const BYSTANDER: StepCheck = {
  kind: 'step',
  id: 'SC2701',
  roots: ['SC1208', 'SC1207'],
  title: 'A write changes only the resource that it addresses',
  severity: 'error',
  impact: 'data-damaged',
  authorities: [
    must(
      '7644',
      '3.5.2',
      'Each PATCH operation represents a single action to be applied to the same SCIM resource specified by the request URI.',
    ),
  ],
  clients: ALL,
  effect: "One person's change is written onto another person.",
  fix: 'Apply every write to the resource whose id stands in the path, and to nothing else.',
};

/** SC2603 */
export const DELETE_WORKS: StepCheck = {
  kind: 'step',
  id: 'SC2603',
  roots: ['SC2401', 'SC2402', 'SC2501'],
  title: 'A DELETE is accepted',
  severity: 'error',
  impact: 'access-kept',
  authorities: [must('7644', '3.6', 'Clients request resource removal via DELETE.'), entra('how'), field('F91')],
  clients: ALL,
  effect: 'Accounts and groups that are gone in the directory stay in the app.',
  fix: 'Answer 204 to DELETE, whatever the resource is still connected with.',
};

/** SC2702 */
export const CONSISTENT: StepCheck = {
  kind: 'step',
  id: 'SC2702',
  title: 'A read after a write shows the write at once',
  severity: 'warning',
  impact: 'noise',
  authorities: [field('F70')],
  clients: ALL,
  effect: 'Okta reads about 200 ms before it puts a resource back: an old answer undoes the last change.',
  fix: 'Answer reads from where writes go, at least for the client that wrote.',
};

/** SC1402 */
export const PAGING: StepCheck = {
  kind: 'step',
  id: 'SC1402',
  roots: ['SC2401', 'SC2402', 'SC2501', 'SC1403', 'SC1401'],
  title: 'Paging shows every resource exactly once',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.4.2.4', 'The 1-based index of the first query result.'), okta('scim20'), field('F52')],
  clients: ['okta', 'rfc'],
  effect: 'An import misses people, or counts them twice.',
  fix: 'Honour startIndex and count, in an order that stays the same from page to page.',
};

/** SC9001 */
export const UNEXPECTED: StepCheck = {
  kind: 'step',
  id: 'SC9001',
  title: 'The conversation goes as the client expects',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20')],
  clients: ALL,
  effect: 'The client stops here, and what it wanted does not happen.',
  fix: 'Compare the answer with what the client needs; the exchange shows both.',
};

/** SC9002 */
export const EXPECTATION: StepCheck = {
  kind: 'step',
  id: 'SC9002',
  title: 'The answer is what the scenario expects',
  severity: 'error',
  impact: 'noise',
  authorities: [{ kind: 'field', reference: 'the scenario' }],
  clients: ALL,
  effect: 'Something that the scenario demands beyond the standard does not hold.',
  fix: 'Read the scenario at the line that is named.',
};

export const STEP_CHECKS: readonly StepCheck[] = [
  NO_ANSWER,
  HEADERS_SERVED,
  AMBIGUOUS,
  ADOPTED,
  DUPLICATE,
  ACTIVE_SHOWN,
  BYSTANDER,
  DELETE_WORKS,
  CONSISTENT,
  PAGING,
  UNEXPECTED,
  EXPECTATION,
];
