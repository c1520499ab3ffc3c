import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, type Ended } from './spawn.js';
import { sampleTarget, serverTarget, TOKEN } from './target.js';

function run(target: string, ...more: string[]): Promise<Ended> {
  return cli(['run', '--target', target, ...more], { env: { SCIM_CHECK_TOKEN: TOKEN } });
}

describe('targets that cannot be used exit with 3 and say why', () => {
  it('nobody listens', async () => {
    const { code, stdout } = await run('http://127.0.0.1:1/scim');
    expect(code).toBe(3);
    expect(stdout).toContain('127.0.0.1:1');
  });

  it('the host does not exist', async () => {
    expect((await run('https://scim-check.invalid/scim')).code).toBe(3);
  });

  it('the token is wrong', async () => {
    const sample = await sampleTarget({ token: 'another-token' });
    const { code, stdout } = await run(sample.url);
    expect(code).toBe(3);
    expect(stdout.replace(/\s+/g, ' ')).toContain('refused the credential (401)');
    // Some servers lock a caller out after a few wrong tokens.
    expect(sample.requests()).toBeLessThanOrEqual(2);
  });

  it('it answers with a web page, whose text does not reach the terminal', async () => {
    const url = await serverTarget((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'text/html' });
      outgoing.end('<html>\u001B[31mSign in\u001B[0m</html>');
    });
    const { code, stdout } = await run(url);
    expect(code).toBe(3);
    expect(stdout).toContain('HTML');
    expect(stdout).not.toContain('\u001B');
  });

  it('it redirects, and the token does not follow', async () => {
    const seen: string[] = [];
    const url = await serverTarget((incoming, outgoing) => {
      seen.push(incoming.url ?? '');
      outgoing.writeHead(302, { location: '/elsewhere' });
      outgoing.end();
    });
    const { code, stdout } = await run(url);
    expect(code).toBe(3);
    expect(stdout).toContain('302');
    expect(seen).not.toContain('/elsewhere');
  });

  it('it speaks JSON, but not SCIM', async () => {
    const url = await serverTarget((_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end('{"hello":"world"}');
    });
    const { code, stdout } = await run(url);
    expect(code).toBe(3);
    expect(stdout).toContain('SCIM');
  });

  it('it never answers', async () => {
    const url = await serverTarget(() => undefined);
    const { code, stdout } = await run(url, '--timeout', '0.5');
    expect(code).toBe(3);
    expect(stdout).toContain('did not answer');
  });
});

describe('TLS', () => {
  const tls = (name: string): string => readFileSync(new URL(`../http/tls/${name}`, import.meta.url), 'utf8');
  const server = createServer({ key: tls('key.pem'), cert: tls('certificate.pem') }, (_incoming, outgoing) => outgoing.end('<html>'));
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://localhost:${(server.address() as AddressInfo).port}/scim`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is verified', async () => {
    const { code, stdout } = await run(url);
    expect(code).toBe(3);
    expect(stdout).toContain('--ca');
    expect(stdout).not.toContain('HTML');
  });

  it('is verified against --ca too', async () => {
    const path = new URL('../http/tls/certificate.pem', import.meta.url).pathname;
    const { code, stdout } = await run(url, '--ca', path);
    expect({ code, html: stdout.includes('HTML') }).toEqual({ code: 3, html: true });
  });
});
