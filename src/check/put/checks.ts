import { ALL, entra, field, must, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';
import type { Trouble, Written } from '../context.js';
import type { WriteOperation } from '../operation.js';

const isPut = (operation: WriteOperation): boolean => operation.kind === 'put';
const isCreate = (operation: WriteOperation): boolean => operation.kind === 'create';
const refused = (trouble: Trouble): boolean => trouble.kind === 'refused';
const sets = (write: Written, name: string): boolean => {
  const body = write.request.body;
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.hasOwn(body, name);
};

/** SC2200 */
export const PUT_SUPPORTED: WriteCheck = {
  kind: 'write',
  id: 'SC2200',
  decisive: true,
  title: 'PUT is supported',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), must('7644', '3.5.1', "HTTP PUT is used to replace a resource's attributes."), field('F11')],
  clients: ['okta', 'rfc'],
  effect: 'Okta updates profiles by PUT, and apps of the wizard deactivate and change groups by PUT too.',
  fix: 'Support PUT on /Users/{id} and /Groups/{id}.',
  exercises: isPut,
  explains: (trouble, write) => refused(trouble) && [404, 405, 501].includes(write.response.status),
};

/** SC2201 */
export const PUT_BACK: WriteCheck = {
  kind: 'write',
  id: 'SC2201',
  title: 'What was read can be put back with changes',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL be ignored.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Okta puts the whole resource back, id, meta and groups included: every update fails.',
  fix: 'Ignore read-only and unknown attributes of a PUT.',
  exercises: isPut,
  explains: refused,
};

/** SC2202 */
export const PUT_STORED: WriteCheck = {
  kind: 'write',
  id: 'SC2202',
  title: 'A PUT stores the values that it brings',
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [must('7644', '3.5.1', 'Any values provided SHALL replace the existing attribute values.'), okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Changes of the profile never arrive.',
  fix: 'Store every readWrite value of the body.',
  exercises: isPut,
  explains: (trouble) => !refused(trouble),
};

/** SC2203 */
export const PUT_ACTIVE: WriteCheck = {
  kind: 'write',
  id: 'SC2203',
  title: 'A PUT stores active',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), field('F11'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Apps of the wizard are deactivated by PUT: leavers keep their access.',
  fix: 'Read active from the body of a PUT.',
  exercises: (operation, write) => isPut(operation) && sets(write, 'active'),
  explains: (trouble) => trouble.path === 'active',
};

/** SC2204 */
export const PUT_MEMBERS: WriteCheck = {
  kind: 'write',
  id: 'SC2204',
  title: 'A PUT of a group sets exactly its members',
  severity: 'error',
  impact: 'access-kept',
  authorities: [okta('scim20'), field('F68')],
  clients: ['okta', 'rfc'],
  effect: 'Whoever leaves a group keeps its access, or whoever joins never gets it.',
  fix: 'Replace the list of members with the one of the body.',
  exercises: (operation, write) => isPut(operation) && sets(write, 'members'),
  explains: (trouble) => trouble.path.startsWith('members'),
};

/** SC1204 */
export const CREATE: WriteCheck = {
  kind: 'write',
  id: 'SC1204',
  title: "The client's create is accepted",
  severity: 'error',
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('scim20'), field('F67')],
  clients: ALL,
  effect: 'Nobody is provisioned.',
  fix: 'Accept the body as the client sends it; ignore read-only and unsupported attributes.',
  exercises: isCreate,
  explains: refused,
};

/** SC1205 */
export const CREATE_STORED: WriteCheck = {
  kind: 'write',
  id: 'SC1205',
  title: 'A create stores the values that it brings',
  severity: 'error',
  severityFor: { rfc: 'warning' },
  impact: 'provisioning-lost',
  authorities: [entra('develop'), okta('test'), field('F70')],
  clients: ALL,
  effect: 'People arrive without these values; Entra sends them again in every cycle.',
  fix: 'Store every mapped attribute as it was sent, and return it.',
  exercises: isCreate,
  explains: (trouble) => !refused(trouble),
};

/** SC1206: the standard lets a server change the case of a caseExact=false value, Entra and Okta compare what they sent. */
export const CASE_KEPT: WriteCheck = {
  kind: 'write',
  id: 'SC1206',
  decisive: true,
  title: 'Values keep the case in which they were sent',
  severity: 'warning',
  impact: 'noise',
  authorities: [entra('develop'), okta('test')],
  clients: ['entra', 'okta'],
  effect: 'Entra compares what it reads with what it sent and patches the difference in every cycle.',
  fix: 'Store the text as it was sent and compare without case only when searching. (RFC 7643 §7 allows the change of case.)',
  exercises: () => true,
  explains: (trouble) => trouble.kind === 'case',
};

/** SC1120 */
export const TYPE_KEPT: WriteCheck = {
  kind: 'write',
  id: 'SC1120',
  title: 'Values keep their JSON type',
  severity: 'error',
  impact: 'access-kept',
  roots: ['SC1109'],
  decisive: true,
  authorities: [must('7643', '2.3.2', 'The literal "true" or "false".'), entra('develop'), field('F01')],
  clients: ALL,
  effect: 'A client that compares "False" with false sees a difference for ever, and a server for which the text is true keeps the access.',
  fix: 'Convert on the way in and return booleans as booleans, numbers as numbers, text as text.',
  exercises: () => true,
  explains: (trouble) => trouble.kind === 'type',
};

export const PUT_CHECKS: readonly WriteCheck[] = [PUT_SUPPORTED, PUT_BACK, PUT_STORED, PUT_ACTIVE, PUT_MEMBERS, CREATE, CREATE_STORED];
