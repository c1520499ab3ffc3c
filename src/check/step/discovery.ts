import { okta, says, should } from '../authority.js';
import { defineStepChecks } from '../define.js';
import { get, list, ok, RESOURCE_TYPE, refusal, SCHEMA } from '../messages.js';

const ENTITLEMENT = {
  schemas: ['urn:okta:scim:schemas:core:1.0:Entitlement'],
  id: 'e1',
  displayName: 'Viewer',
  type: 'Entitlement',
};

/** Checks of discovery that need more than one exchange, or a step of a scenario, to be seen. */
export const DISCOVERY_STEPS = defineStepChecks([
  // A refusal is recommended; an empty list misleads nobody.
  {
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
    example: {
      scenario: 'discovery/documents',
      request: get('/Schemas?filter=id%20eq%20%22urn%22'),
      good: refusal(403, 'Schemas cannot be filtered.'),
      bad: ok(list([SCHEMA])),
    },
  },
  {
    id: 'SC1606',
    roots: ['SC1602'],
    title: 'A single schema can be read by its URI',
    severity: 'warning',
    impact: 'noise',
    authorities: [says('7644', '4', 'Individual schema definitions can be returned by appending the schema URI to the /Schemas endpoint.')],
    clients: ['rfc'],
    effect: 'Clients that read one schema alone take it for missing.',
    fix: 'Serve each entry of /Schemas at /Schemas/{id}, as meta.location says.',
    example: {
      scenario: 'discovery/documents',
      request: get('/Schemas/urn:ietf:params:scim:schemas:core:2.0:User'),
      good: ok(SCHEMA),
      bad: refusal(404, 'There is no such schema.'),
    },
  },
  {
    id: 'SC1609',
    roots: ['SC1603'],
    title: 'A single resource type can be read by its id',
    severity: 'warning',
    impact: 'noise',
    authorities: [
      says(
        '7644',
        '4',
        'In cases where a request is for a specific "ResourceType" or "Schema", the single JSON object is returned in the same way that a single User or Group is retrieved, as per Section 3.4.1.',
      ),
    ],
    clients: ['rfc'],
    effect: 'Clients that read one resource type alone take it for missing.',
    fix: 'Serve each entry of /ResourceTypes that has an id at /ResourceTypes/{id}, as meta.location says.',
    example: {
      scenario: 'discovery/documents',
      request: get('/ResourceTypes/User'),
      good: ok(RESOURCE_TYPE),
      bad: refusal(404, 'There is no such resource type.'),
    },
  },
  {
    id: 'SC1608',
    title: 'Entitlements that are advertised can be listed, as many as are asked for',
    severity: 'warning',
    impact: 'noise',
    authorities: [okta('entitlements')],
    clients: ['okta'],
    effect: 'Where the organisation governs access with Okta, its entitlement discovery finds nothing, or reads the same page for ever.',
    fix: 'Answer a GET of each endpoint that /ResourceTypes advertises with a ListResponse, and honour count and startIndex there.',
    example: {
      scenario: 'import/entitlements',
      request: get('/Entitlements?count=1&startIndex=1'),
      good: ok(list([ENTITLEMENT], { totalResults: 2 })),
      bad: ok(list([ENTITLEMENT, { ...ENTITLEMENT, id: 'e2', displayName: 'Editor' }])),
    },
  },
]);
