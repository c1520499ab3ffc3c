import { createRequire } from 'node:module';
import type { buildConnector as BuildConnector, EnvHttpProxyAgent, Pool as PoolType } from 'undici';

/**
 * undici's pool of connections to one origin, and what makes them. Its main file also loads fetch, WebSocket, caches and mocks, which is
 * most of its start-up and nothing that is used here, so both are taken from their own files. undici does not promise these: where one
 * is not as it was, the main file is loaded.
 */
export const { Pool, buildConnector } = await parts().catch(() => import('undici'));

interface Parts {
  readonly Pool: typeof PoolType;
  readonly buildConnector: typeof BuildConnector;
}

async function parts(): Promise<Parts> {
  const [pool, connector] = await Promise.all([import('undici/lib/dispatcher/pool.js'), import('undici/lib/core/connect.js')]);
  if (typeof pool.default.prototype.dispatch !== 'function') throw new Error('another undici');
  return { Pool: pool.default, buildConnector: connector.default };
}

/**
 * An agent that goes through a proxy. All of undici is loaded for it.
 *
 * @param options as for undici
 */
export function proxyAgent(options: EnvHttpProxyAgent.Options): EnvHttpProxyAgent {
  const whole: typeof import('undici') = createRequire(import.meta.url)('undici');
  return new whole.EnvHttpProxyAgent(options);
}
