import type { Observation } from '../../check/context.js';
import type { WriteOperation } from '../../check/operation.js';
import { getMember, isObject, type Json } from '../../scim/json.js';
import { nameAttribute, type ResourceType } from '../../scim/message.js';
import type { Cause } from '../state/cause.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { OwnedResources } from '../state/owned-resources.js';

/**
 * Why a change is refused as a conflict that brings a name from before: an earlier rename was made although the client was told otherwise,
 * or never got that far, and by now the name is somebody else's. The conflict is right then, and shows no other fault.
 *
 * @param resources what this run has created
 * @param observation the change and its answer
 * @param owned the resource that it addresses
 * @param operations what it asks for
 */
export function nameGivenUp(
  resources: OwnedResources,
  { request, response }: Observation,
  owned: OwnedResource,
  operations: readonly WriteOperation[],
): Cause | undefined {
  const attribute = nameAttribute(owned.type);
  if (response.status !== 409) return undefined;
  const isAnothers = (name: Json | undefined): boolean => typeof name === 'string' && resources.isOfAnother(owned, name);
  const names = [isObject(request.body) ? getMember(request.body, attribute) : undefined, ...namesIn(operations, owned.type)];
  return names.some(isAnothers) ? owned.reliabilityOf([attribute]).causes[0] : undefined;
}

/** The names that operations would set. */
function namesIn(operations: readonly WriteOperation[], type: ResourceType): (Json | undefined)[] {
  return operations.filter(({ attribute }) => attribute === nameAttribute(type).toLowerCase()).map(({ value }) => value);
}
