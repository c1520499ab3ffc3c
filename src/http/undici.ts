import { createRequire } from 'node:module';
import type { buildConnector as BuildConnector, EnvHttpProxyAgent, Pool as PoolType } from 'undici';

const load = createRequire(import.meta.url);

interface Parts {
  readonly Pool: typeof PoolType;
  readonly buildConnector: typeof BuildConnector;
}

/**
 * undici's pool of connections to one origin, and what makes them. Its main file also loads fetch, WebSocket, caches and mocks, which is
 * most of its start-up and nothing that is used here, so both are taken from their own files. undici does not promise these: where one
 * is not as it was, the main file is loaded.
 */
export const { Pool, buildConnector } = parts();

function parts(): Parts {
  try {
    const Pool: typeof PoolType = load('undici/lib/dispatcher/pool.js');
    const buildConnector: typeof BuildConnector = load('undici/lib/core/connect.js');
    if (typeof Pool.prototype.dispatch === 'function') return { Pool, buildConnector };
  } catch {
    // Another undici.
  }
  return whole();
}

function whole(): typeof import('undici') {
  return load('undici');
}

/**
 * An agent that goes through a proxy. All of undici is loaded for it.
 *
 * @param options as for undici
 */
export function proxyAgent(options: EnvHttpProxyAgent.Options): EnvHttpProxyAgent {
  const { EnvHttpProxyAgent } = whole();
  return new EnvHttpProxyAgent(options);
}
