import { entra, okta } from '../authority.js';
import type { WriteCheck } from '../check.js';

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
  good: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"Max.Muster@example.com","active":true,"addresses":[{"type":"work","fo…\n< userName = "Max.Muster@example.com"',
  bad: '> POST /Users {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"externalId":"u1","userName":"Max.Muster@example.com","active":true,"addresses":[{"type":"work","fo…\n< 201, then GET: userName = "max.muster@example.com"',
  exercises: () => true,
  explains: (trouble) => trouble.kind === 'case',
};
