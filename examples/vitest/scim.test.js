import { describeScim } from 'scim-check/vitest';
import { afterAll, beforeAll } from 'vitest';
import { startServer } from './server.js';

const TOKEN = 'token-of-a-test';
let server;

beforeAll(async () => {
  server = await startServer(TOKEN);
});
afterAll(() => server.stop());

describeScim({
  target: () => server.url,
  token: TOKEN,
  clients: ['okta-aiw'],
  baseline: 'known.yaml',
});
