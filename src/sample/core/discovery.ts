import { defined } from '../../base/defined.js';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/attribute.js';
import type { Json, JsonObject } from '../../scim/json.js';
import { ENDPOINTS, type ResourceType } from '../../scim/message.js';
import { LIST_RESPONSE_URN, RESOURCE_TYPE_URN, SCHEMA_URN, SERVICE_PROVIDER_CONFIG_URN } from '../../scim/urn.js';
import { notFound, Refusal } from '../refusal.js';
import { type Reply, reply } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { Route } from '../route.js';
import type { Stages } from '../stage.js';
import type { World } from '../world.js';
import { BULK_LIMITS } from './bulk.js';
import { MOST_RESULTS } from './read.js';

/**
 * The documents of RFC 7644 §4.
 *
 * @param world what the stages share
 */
export function discoveryStages(world: World): Pick<Stages, 'config' | 'schemas' | 'resourceTypes'> {
  return {
    config: () => config(world),
    schemas: () => world.catalogue.definitions.map((schema) => describeSchema(world, schema)),
    resourceTypes: () => [describeType(world, 'User'), describeType(world, 'Group')],
  };
}

/**
 * Answers a GET for one of the discovery endpoints.
 *
 * @param world what the stages share
 * @param route which one
 * @param request the request
 */
export function discovery(
  { stages }: World,
  route: Route & { kind: 'config' | 'schemas' | 'resourceTypes' },
  request: SampleRequest,
): Reply {
  if (route.kind === 'config') return reply(200, stages.config());
  // RFC 7644 §4: a filter on these endpoints is refused with 403, lest a client read an empty answer as "no such schema".
  if (new URLSearchParams(request.query).has('filter')) throw new Refusal(403, 'Discovery endpoints cannot be filtered.');
  const documents = route.kind === 'schemas' ? stages.schemas() : stages.resourceTypes();
  if (route.id === undefined) return reply(200, listOf(documents));
  const wanted = route.id.toLowerCase();
  const found = documents.find((document) => String(document['id']).toLowerCase() === wanted);
  if (found === undefined) throw notFound(route.id);
  return reply(200, found);
}

function listOf(documents: JsonObject[]): JsonObject {
  const total = documents.length;
  return { schemas: [LIST_RESPONSE_URN], totalResults: total, startIndex: 1, itemsPerPage: total, Resources: documents };
}

function config(world: World): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_URN],
    patch: { supported: true },
    bulk: { supported: true, ...BULK_LIMITS },
    filter: { supported: true, maxResults: MOST_RESULTS },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      { type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'A bearer token in the Authorization header.', primary: true },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${world.baseUrl()}/ServiceProviderConfig` },
  };
}

function describeType(world: World, type: ResourceType): JsonObject {
  const extensions = world.catalogue.extensions(type).map((schema) => ({ schema: schema.id, required: false }));
  return {
    schemas: [RESOURCE_TYPE_URN],
    id: type,
    name: type,
    endpoint: ENDPOINTS[type],
    description: type === 'User' ? 'User accounts' : 'Groups of users',
    schema: world.catalogue.core(type).id,
    ...(extensions.length === 0 ? {} : { schemaExtensions: extensions }),
    meta: { resourceType: 'ResourceType', location: `${world.baseUrl()}/ResourceTypes/${type}` },
  };
}

function describeSchema(world: World, schema: SchemaDefinition): JsonObject {
  return {
    schemas: [SCHEMA_URN],
    id: schema.id,
    name: schema.name,
    description: schema.description ?? schema.name,
    attributes: schema.attributes.map(describeAttribute),
    meta: { resourceType: 'Schema', location: `${world.baseUrl()}/Schemas/${encodeURIComponent(schema.id)}` },
  };
}

function describeAttribute(definition: AttributeDefinition): Json {
  const { name, type, multiValued, required, caseExact, mutability, returned, uniqueness } = definition;
  const { description, canonicalValues, subAttributes, referenceTypes } = definition;
  return {
    name,
    type,
    multiValued,
    description: description ?? name,
    required,
    caseExact,
    mutability,
    returned,
    uniqueness,
    ...defined({
      canonicalValues: canonicalValues?.slice(),
      referenceTypes: referenceTypes?.slice(),
      subAttributes: subAttributes?.map(describeAttribute),
    }),
  };
}
