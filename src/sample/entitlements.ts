import type { JsonObject } from '../scim/json.js';
import { LIST_RESPONSE_URN, RESOURCE_TYPE_URN } from '../scim/urn.js';
import { reply } from './reply.js';
import type { Hooks } from './stage.js';

const KINDS = ['Entitlement', 'Role'] as const;

/**
 * Entitlements and roles as Okta's governance discovers them: three of each, advertised at /ResourceTypes.
 * Source: Okta, "SCIM 2.0 with entitlements".
 *
 * @param isPaged whether `count` and `startIndex` are honoured
 */
export function entitlementHooks(isPaged: boolean): Hooks {
  return {
    resourceTypes: (next) => [...next(), ...KINDS.map(resourceType)],
    perform: (next, route, request) => {
      const kind = KINDS.find((each) => request.path === endpointOf(each));
      if (kind === undefined || request.method !== 'GET') return next(route, request);
      const query = new URLSearchParams(request.query);
      const all = ['Viewer', 'Editor', 'Owner'].map((name, index) => entitlement(kind, name, index));
      const start = Number(query.get('startIndex') ?? 1);
      const page = isPaged ? all.slice(start - 1, start - 1 + Number(query.get('count') ?? 100)) : all;
      return reply(200, {
        schemas: [LIST_RESPONSE_URN],
        totalResults: all.length,
        startIndex: start,
        itemsPerPage: page.length,
        Resources: page,
      });
    },
  };
}

type Kind = (typeof KINDS)[number];

function endpointOf(kind: Kind): string {
  return kind === 'Role' ? '/Roles' : '/Entitlements';
}

function resourceType(kind: Kind): JsonObject {
  return {
    schemas: [RESOURCE_TYPE_URN],
    id: kind,
    name: kind,
    endpoint: endpointOf(kind),
    description: `What a user may be given: ${kind.toLowerCase()}s`,
    schema: `urn:okta:scim:schemas:core:1.0:${kind}`,
  };
}

function entitlement(kind: Kind, displayName: string, index: number): JsonObject {
  return { schemas: [`urn:okta:scim:schemas:core:1.0:${kind}`], id: `${kind.toLowerCase()}-${index + 1}`, displayName, type: kind };
}
