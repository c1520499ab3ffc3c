import * as whole from 'undici';
import { expect, it } from 'vitest';
import { buildConnector, Pool, proxyAgent } from '../../src/http/undici.js';

it('undici still has the files of which alone it is loaded, and what goes through a proxy is its own', async () => {
  expect([Pool, buildConnector]).toEqual([whole.Pool, whole.buildConnector]);
  const agent = proxyAgent({ httpProxy: 'http://127.0.0.1:1' });
  expect(agent).toBeInstanceOf(whole.EnvHttpProxyAgent);
  await agent.close();
});
