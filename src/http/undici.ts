import { createRequire } from 'node:module';
import type { buildConnector as BuildConnector, Pool as PoolType } from 'undici';
import { partsOr } from './undici-files.js';

export { proxyAgent } from './undici-files.js';

const load = createRequire(import.meta.url);

/**
 * undici's pool of connections to one origin, and what makes them. Its main file also loads fetch, WebSocket, caches and mocks, which is
 * most of its start-up and nothing that is used here, so both are taken from their own files. undici does not promise these: where one
 * is not as it was, the main file is loaded.
 */
export const { Pool, buildConnector } = partsOr(() => {
  const pool: typeof PoolType = load('undici/lib/dispatcher/pool.js');
  const connector: typeof BuildConnector = load('undici/lib/core/connect.js');
  return { Pool: pool, buildConnector: connector };
});
