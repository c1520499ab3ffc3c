import { defined } from '../../base/defined.js';
import type { Json } from '../../scim/json.js';
import { CREDENTIAL, type ScimRequest } from '../../scim/message.js';
import type { Dialect, DirectoryObject } from '../client.js';
import { nameOf } from '../conversation-helpers.js';
import type { Variant } from '../variant.js';

/** What differs between Okta's two kinds of integration. */
export interface OktaKind {
  readonly dialect: Dialect;
  readonly title: string;
  /** Whether active, password and groups go as PATCH (catalog app) or everything as PUT (App Integration Wizard). */
  readonly patches: boolean;
  /** Not played when only the family is named. */
  readonly onRequest?: boolean;
  /** Whether a user who has left is deleted. */
  readonly deletesUsers?: boolean;
}

export const OIN: OktaKind = { dialect: 'okta-oin', title: 'Okta, catalog integration (OIN)', patches: true };
/**
 * A catalog app under granular deprovisioning, which deletes users. Okta's event type "user deleted in downstream SCIM application"
 * (July 2026) names it; that the request is a DELETE like that of a group is an inference (WEAK).
 */
export const GRANULAR: OktaKind = {
  ...OIN,
  dialect: 'okta-granular',
  title: 'Okta, catalog integration with granular deprovisioning',
  onRequest: true,
  deletesUsers: true,
};
export const AIW: OktaKind = { dialect: 'okta-aiw', title: 'Okta, App Integration Wizard', patches: false };

/**
 * A request with Okta's headers, in the order of the full captures of 2018: Accept, Accept-Charset, Content-Type (only with a
 * body), User-Agent, Authorization, Content-Length, Host, Connection: Keep-Alive, Accept-Encoding. The HTTP library puts
 * host and connection first and content-length last, whatever is asked of it.
 * Source: Okta's developer documentation of 2018; captures of 2026 have the same names and values.
 */
export function oktaRequest(request: Omit<ScimRequest, 'headers'>): ScimRequest {
  const type = 'body' in request || 'rawBody' in request ? ([['Content-Type', 'application/scim+json; charset=utf-8']] as const) : [];
  return {
    ...request,
    headers: [
      ['Accept', 'application/scim+json'],
      ['Accept-Charset', 'utf-8'],
      ...type,
      ['User-Agent', 'Okta SCIM Client 1.0.0'],
      ['Authorization', CREDENTIAL],
      ['Accept-Encoding', 'gzip,deflate'],
    ],
  };
}

/** What every request about one resource says of it. */
export function about(object: DirectoryObject): Pick<ScimRequest, 'resourceType'> & { readonly id?: string } {
  return { resourceType: object.type, ...defined({ id: object.id }) };
}

/** Members as Okta writes them: id and userName, nothing else; one capture had null for the name (failures F42). */
export function memberList(members: readonly DirectoryObject[], variant?: Variant): Json[] {
  return members.flatMap((member) =>
    member.id === undefined ? [] : [{ value: member.id, display: variant === 'null-display' ? null : nameOf(member) }],
  );
}
