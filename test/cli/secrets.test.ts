import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folder } from './spawn.js';
import { serverTarget } from './target.js';

const SECRET = 'S3cr3t+/Tok&n"e-0123456789abcdef';
const SCIM = { 'content-type': 'application/scim+json' };

/** The secret in the shapes in which servers and proxies give it back. */
function echoes(): string[] {
  const bytes = Buffer.from(SECRET, 'utf8');
  return [
    SECRET,
    `Bearer ${SECRET}`,
    bytes.toString('base64'),
    Buffer.from(`user:${SECRET}`).toString('base64'),
    Buffer.from(`x${SECRET}`).toString('base64url'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(SECRET),
    encodeURIComponent(encodeURIComponent(SECRET)),
    JSON.stringify(SECRET).slice(1, -1),
    SECRET.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
  ];
}

function everything(directory: string): string {
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .map((path) => (statSync(path).isDirectory() ? everything(path) : `${path}\n${readFileSync(path, 'utf8')}`))
    .join('\n');
}

/** What must not stand anywhere: any of the echoes, and the plain text without its marks. */
function leaksIn(text: string): string[] {
  return [...echoes(), '0123456789abcdef'].filter((each) => text.includes(each));
}

describe('the token', () => {
  it('is in no output and no file, though the server gives it back in every shape', async () => {
    let created = 0;
    const url = await serverTarget((incoming, outgoing) => {
      const all = echoes();
      const echo = {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        displayName: all.join(' '),
        [SECRET]: all,
        nested: { deep: [{ token: all }] },
      };
      outgoing.setHeader('X-Echo', encodeURIComponent(SECRET));
      outgoing.setHeader('X-Base64', Buffer.from(SECRET).toString('base64'));
      if (incoming.method === 'GET' && (incoming.url ?? '').includes('filter=')) {
        outgoing
          .writeHead(200, SCIM)
          .end(JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'], totalResults: 0, Resources: [], echo }));
      } else if (incoming.method === 'POST') {
        created += 1;
        outgoing
          .writeHead(201, { ...SCIM, Location: `/Users/${encodeURIComponent(SECRET)}` })
          .end(JSON.stringify({ ...echo, id: `${SECRET}-${created}`, userName: all[0] }));
      } else
        outgoing
          .writeHead(500, SCIM)
          .end(JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '500', detail: all.join('\n') }));
    });
    const cwd = folder();
    const reports = ['json', 'ndjson', 'junit', 'terminal'].flatMap((name) => ['--report', `${name}=${name}.out`]);
    const ended = await cli(['run', '--target', url, ...reports, '--client', 'entra', '--client', 'okta', 'users', 'groups'], {
      cwd,
      env: { SCIM_CHECK_TOKEN: SECRET, SCIM_CHECK_DEBUG: '1' },
    });
    expect(ended.code).toBe(1);
    const files = everything(cwd);
    expect(files).toContain('json.out');
    expect(files).toContain('ledger-');
    expect(leaksIn(`${ended.stdout}\n${ended.stderr}\n${files}`)).toEqual([]);
    const cleaned = await cli(['clean', '--target', url], { cwd, env: { SCIM_CHECK_TOKEN: SECRET } });
    expect(leaksIn(`${cleaned.stdout}\n${cleaned.stderr}\n${everything(cwd)}`)).toEqual([]);
  });
});
