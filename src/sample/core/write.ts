import type { ResourceType } from '../../scim/message.js';
import { type Reply, reply, withHeader } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { World } from '../world.js';
import { requireMatch } from './exchange.js';
import { found, locationOf, show, versionOf } from './read.js';

interface Address {
  readonly type: ResourceType;
  readonly id: string;
}

/**
 * Answers a POST (RFC 7644 §3.3): 201, the resource as stored, and its Location.
 *
 * @param world what the stages share
 * @param type the resource type
 * @param request the request
 */
export function createResource(world: World, type: ResourceType, request: SampleRequest): Reply {
  const { stages } = world;
  const attributes = stages.create(type, stages.accept(type, stages.body(request)));
  stages.check(type, attributes, undefined);
  stages.unique(type, attributes, undefined);
  const entry = stages.save(type, attributes, undefined);
  return withHeader(show(world, 201, entry, request), 'Location', locationOf(stages.render(entry)));
}

/**
 * Answers a PUT (RFC 7644 §3.5.1). It never creates a resource.
 *
 * @param world what the stages share
 * @param at which resource
 * @param request the request
 */
export function replaceResource(world: World, at: Address, request: SampleRequest): Reply {
  const { stages } = world;
  const entry = found(world, at);
  requireMatch(request, versionOf(entry));
  const body = stages.body(request);
  const attributes = stages.replace(entry, stages.accept(at.type, body), body);
  stages.check(at.type, attributes, entry);
  stages.unique(at.type, attributes, entry);
  return show(world, 200, stages.save(at.type, attributes, entry), request);
}

/**
 * Answers a PATCH (RFC 7644 §3.5.2) with the resource. It runs from start to end without a pause, so concurrent
 * requests cannot overwrite one another, and nothing is kept when any operation fails.
 *
 * @param world what the stages share
 * @param at which resource
 * @param request the request
 */
export function patchResource(world: World, at: Address, request: SampleRequest): Reply {
  const { stages } = world;
  const entry = found(world, at);
  requireMatch(request, versionOf(entry));
  const attributes = stages.patch(entry, stages.operations(stages.body(request), entry));
  stages.check(at.type, attributes, entry);
  stages.unique(at.type, attributes, entry);
  return show(world, 200, stages.save(at.type, attributes, entry), request);
}

/**
 * Answers a DELETE (RFC 7644 §3.6): 204 without a body.
 *
 * @param world what the stages share
 * @param at which resource
 * @param request the request
 */
export function deleteResource(world: World, at: Address, request: SampleRequest): Reply {
  const entry = found(world, at);
  requireMatch(request, versionOf(entry));
  world.stages.erase(entry);
  return reply(204);
}
