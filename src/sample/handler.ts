import { randomUUID } from 'node:crypto';
import { systemClock } from '../base/clock.js';
import type { SchemaDefinition } from '../scim/attribute.js';
import { errorBody } from '../scim/error.js';
import type { JsonObject } from '../scim/json.js';
import { createCatalogue } from './catalogue.js';
import { choose } from './choose.js';
import { coreStages } from './core/index.js';
import { DEFECTS } from './defects/index.js';
import { GALLERY_DEFECTS } from './gallery-defects/index.js';
import { IssuedTokens } from './oauth/issued-tokens.js';
import type { SampleOptions } from './options.js';
import { type Reply, reply } from './reply.js';
import type { SampleRequest } from './request.js';
import { seed } from './seed.js';
import { addHooks, type Stages } from './stage.js';
import { Store } from './store.js';
import { VARIANTS } from './variants/index.js';
import type { World } from './world.js';

/** Everything that a sample server holds, as clients would see it. */
export interface Snapshot {
  readonly users: JsonObject[];
  readonly groups: JsonObject[];
}

/** The sample server without a socket: a function from request to reply. */
export interface Handler {
  /** Never throws. */
  handle(request: SampleRequest): Reply;
  /** What the token endpoint answers; never throws either. */
  token(request: SampleRequest): Reply;
  /** A copy; changing it changes nothing in the server. */
  snapshot(): Snapshot;
}

/**
 * Builds a sample server in memory: correct, but for the defects and variants that the options name.
 *
 * @param options what the server is to be
 * @param baseUrl the base URL under which clients reach it, asked for at each request
 * @throws Error when the token is empty or a defect or variant does not exist
 */
export function createHandler(options: SampleOptions, baseUrl: () => string): Handler {
  if (options.token === '') throw new Error('The sample server needs a token.');
  const defects = choose('defect', [...DEFECTS, ...GALLERY_DEFECTS], options.defects ?? []);
  const deviations = [...choose('variant', VARIANTS, options.variants ?? []), ...defects];
  const schemas = [...(options.extraSchemas ?? []), ...deviations.flatMap((deviation) => deviation.schemas ?? [])];
  const world = createWorld(options, schemas, baseUrl);
  seed(world, options.users ?? 3, options.groups ?? 1);
  for (const deviation of deviations) addHooks(world.stages, deviation.hooks(world));
  return {
    handle: (request) => answered(() => world.stages.exchange(request)),
    token: (request) => answered(() => world.stages.token(request)),
    snapshot: () => structuredClone({ users: renderAll(world, 'User'), groups: renderAll(world, 'Group') }),
  };
}

/**
 * What a sample server is made of, without the stages of its deviations and with nobody in it.
 *
 * @param options what the server is to be
 * @param schemas what it has besides the schemas of the standard
 * @param baseUrl the base URL under which clients reach it
 */
export function createWorld(options: SampleOptions, schemas: readonly SchemaDefinition[], baseUrl: () => string): World {
  // The stages refer to the world, and the world to its stages: the record is filled once both exist.
  const stages = {} as Stages;
  const clock = options.clock ?? systemClock();
  const world: World = {
    token: options.token,
    tokens: new IssuedTokens(clock),
    catalogue: createCatalogue(schemas),
    store: new Store(),
    stages,
    baseUrl,
    clock,
    newId: options.newId ?? (() => randomUUID()),
  };
  Object.assign(stages, coreStages(world, options.oauth));
  return world;
}

function answered(answer: () => Reply): Reply {
  try {
    return answer();
  } catch {
    // Only a hook around the outermost stage can end here.
    return reply(500, errorBody(500, 'The server failed to handle the request.'));
  }
}

function renderAll(world: World, type: 'User' | 'Group'): JsonObject[] {
  return world.store.all(type).map((entry) => world.stages.render(entry));
}
