import type { SampleOAuthClient } from '../oauth/client.js';
import { issueToken } from '../oauth/token-endpoint.js';
import type { Stages } from '../stage.js';
import type { World } from '../world.js';
import { accept, create, replace } from './accept.js';
import { body } from './body.js';
import { bulk } from './bulk.js';
import { discoveryStages } from './discovery.js';
import { exchangeStages } from './exchange.js';
import { keepStages } from './keep.js';
import { operations, patch, patchRules } from './patch.js';
import { perform } from './perform.js';
import { project } from './project.js';
import { query } from './query.js';
import { envelope, page } from './read.js';
import { render } from './render.js';
import { route } from './route.js';
import { matches, select } from './select.js';
import { sort } from './sort.js';

/**
 * The stages of the correct server, without any hook.
 *
 * @param world what the stages share; they call each other through `world.stages`
 * @param client the client that the token endpoint knows; undefined: none
 */
export function coreStages(world: World, client?: SampleOAuthClient): Stages {
  return {
    ...exchangeStages(world),
    ...keepStages(world),
    ...discoveryStages(world),
    token: (request) => issueToken(world, client, request),
    bulk: (sent) => bulk(world, sent),
    route,
    query,
    body,
    perform: (at, request) => perform(world, at, request),
    select: (entries, filter, types) => select(world, entries, filter, types),
    matches: (filter, resource, type) => matches(world, filter, resource, type),
    sort: (entries, wanted, types) => sort(world, entries, wanted, types),
    page,
    envelope,
    render: (entry) => render(world, entry),
    project: (resource, type, wanted) => project(world, resource, type, wanted),
    accept: (type, sent) => accept(world, type, sent),
    create,
    replace,
    operations: (sent, entry) => operations(world, sent, entry),
    patchRules,
    patch: (entry, changes) => patch(world, entry, changes),
  };
}
