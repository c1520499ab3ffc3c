import { notAllowed, notFound, Refusal } from '../refusal.js';
import { type Reply, reply } from '../reply.js';
import type { SampleRequest } from '../request.js';
import type { Route } from '../route.js';
import type { World } from '../world.js';
import { discovery } from './discovery.js';
import { list, read, search } from './read.js';
import { createResource, deleteResource, patchResource, replaceResource } from './write.js';

/**
 * Does what an authenticated request asks for.
 *
 * @param world what the stages share
 * @param route what the path addresses
 * @param request the request
 */
export function perform(world: World, route: Route, request: SampleRequest): Reply {
  const { method } = request;
  switch (route.kind) {
    case 'root':
      return method === 'GET' ? list(world, ['User', 'Group'], request) : refuse(method, ['GET']);
    case 'search':
      return method === 'POST' ? search(world, route.types, request) : refuse(method, ['POST']);
    case 'bulk':
      return method === 'POST' ? reply(200, world.stages.bulk(world.stages.body(request))) : refuse(method, ['POST']);
    case 'collection':
      if (method === 'GET') return list(world, [route.type], request);
      return method === 'POST' ? createResource(world, route.type, request) : refuse(method, ['GET', 'POST']);
    case 'resource':
      return performOnResource(world, route, request);
    case 'config':
    case 'schemas':
    case 'resourceTypes':
      return method === 'GET' ? discovery(world, route, request) : refuse(method, ['GET']);
    case 'unsupported':
      throw new Refusal(501, `${route.name} is not supported.`);
    case 'unknown':
      throw notFound('The path');
  }
}

function performOnResource(world: World, route: Route & { kind: 'resource' }, request: SampleRequest): Reply {
  switch (request.method) {
    case 'GET':
      return read(world, route, request);
    case 'PUT':
      return replaceResource(world, route, request);
    case 'PATCH':
      return patchResource(world, route, request);
    case 'DELETE':
      return deleteResource(world, route, request);
    default:
      return refuse(request.method, ['GET', 'PUT', 'PATCH', 'DELETE']);
  }
}

function refuse(method: string, allowed: readonly string[]): never {
  throw notAllowed(method, allowed);
}
