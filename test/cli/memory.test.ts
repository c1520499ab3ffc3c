import { describe, expect, it } from 'vitest';
import { cli, folder } from './spawn.js';
import { serverTarget } from './target.js';

const SCIM = { 'content-type': 'application/scim+json' };
const NOBODY = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [] });

describe('a target that answers with megabytes', () => {
  it('does not fill the memory: a heap of less than half of what it sends is enough', async () => {
    let sent = 0;
    const url = await serverTarget((incoming, outgoing) => {
      incoming.resume();
      if (incoming.method === 'GET') return void outgoing.writeHead(200, SCIM).end(NOBODY);
      sent += 1;
      // Another text each time, of one and of two bytes a character: nothing of it is shared.
      const detail = `${sent}${sent % 2 === 0 ? 'x' : 'é'}`.padEnd(sent % 2 === 0 ? 3_900_000 : 1_900_000, `${sent} lorem ipsum `);
      outgoing
        .writeHead(400, SCIM)
        .end(JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '400', detail }));
    });
    const reports = ['json', 'ndjson', 'junit'].flatMap((name) => ['--report', `${name}=${name}.out`]);
    const { code, stderr } = await cli(['run', 'users', '--client', 'rfc', '--target', url, ...reports], {
      cwd: folder(),
      env: { SCIM_CHECK_TOKEN: 'a-token-of-the-test', NODE_OPTIONS: '--max-old-space-size=112' },
    });
    expect(stderr).not.toContain('heap');
    expect(code).toBe(1);
    expect(sent).toBeGreaterThan(60);
  });
});
