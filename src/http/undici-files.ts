import { createRequire } from 'node:module';
import type { buildConnector as BuildConnector, EnvHttpProxyAgent, Pool as PoolType } from 'undici';

const load = createRequire(import.meta.url);

/** What is used of undici. */
export interface UndiciParts {
  readonly Pool: typeof PoolType;
  readonly buildConnector: typeof BuildConnector;
}

/**
 * The parts, if they are what they are expected to be.
 *
 * @param parts loads them from files that undici does not promise
 * @returns those of the main file else
 */
export function partsOr(parts: () => UndiciParts): UndiciParts {
  try {
    const found = parts();
    if (typeof found.Pool.prototype.dispatch === 'function') return found;
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
