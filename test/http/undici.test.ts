import * as whole from 'undici';
import { expect, it } from 'vitest';
import { Agent, EnvHttpProxyAgent } from '../../src/http/undici.js';

it('undici still has the files of which alone it is loaded, and its agents can send', () => {
  expect([Agent, EnvHttpProxyAgent]).toEqual([whole.Agent, whole.EnvHttpProxyAgent]);
  expect(Agent.prototype.dispatch).toBeTypeOf('function');
});
