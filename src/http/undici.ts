import type { Agent as AgentType, buildConnector as BuildConnector, EnvHttpProxyAgent as EnvHttpProxyAgentType } from 'undici';

/**
 * undici's agents, and what makes their connections. Its main file also loads fetch, WebSocket, caches and mocks, which is most of its start-up and nothing that is
 * used here, so the agents are taken from their own files. undici does not promise these: where one is not as it was, the main
 * file is loaded.
 */
export const { Agent, EnvHttpProxyAgent, buildConnector } = await agents().catch(() => import('undici'));

interface Parts {
  readonly Agent: typeof AgentType;
  readonly EnvHttpProxyAgent: typeof EnvHttpProxyAgentType;
  readonly buildConnector: typeof BuildConnector;
}

async function agents(): Promise<Parts> {
  const [agent, proxyAgent, dispatcher, connect, connector] = await Promise.all([
    import('undici/lib/dispatcher/agent.js'),
    import('undici/lib/dispatcher/env-http-proxy-agent.js'),
    import('undici/lib/dispatcher/dispatcher.js'),
    import('undici/lib/api/api-connect.js'),
    import('undici/lib/core/connect.js'),
  ]);
  if (!(agent.default.prototype instanceof dispatcher.default)) throw new Error('another undici');
  // The main file does the same. A proxy's agent asks for a tunnel with `connect`.
  Object.assign(dispatcher.default.prototype, { connect: connect.default });
  return { Agent: agent.default, EnvHttpProxyAgent: proxyAgent.default, buildConnector: connector.default };
}
