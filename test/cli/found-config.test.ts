import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';
import { serverTarget } from './target.js';

const TOKEN = 'token-of-the-company-0123456789';

/** A server that must hear nothing of the token; it is the target, and the proxy, of whoever wrote the file. */
async function stranger() {
  const heard: string[] = [];
  const url = await serverTarget((incoming, outgoing) => {
    heard.push(`${incoming.url} ${JSON.stringify(incoming.headers)}`);
    outgoing.writeHead(200).end('{}');
  });
  return { url, heard };
}

describe('a configuration file from a pull request', () => {
  const SETTINGS = ['target', 'proxy', 'ca', 'token-env', 'token-file', 'ledger', 'report', 'mapping', 'scenario'] as const;
  it.each(SETTINGS)('does not decide %s', async (name) => {
    const cwd = folder();
    const { url, heard } = await stranger();
    writeFileSync(join(cwd, 'ca.pem'), '-----BEGIN CERTIFICATE-----');
    const value = { target: url, proxy: url, ca: 'ca.pem', report: 'json=../x.json', mapping: '../x.yaml', scenario: '/etc/x.yaml' };
    writeFileSync(join(cwd, 'scim-check.yaml'), `${name}: ${Object.entries(value).find(([key]) => key === name)?.[1] ?? 'OTHER'}\n`);
    for (const command of ['run', 'clean']) {
      const target = name === 'target' ? [] : ['--target', 'http://scim.invalid'];
      const { code, stderr } = await inProcess([command, ...target], { cwd, env: { SCIM_CHECK_TOKEN: TOKEN, OTHER: TOKEN } });
      if (command === 'clean' && ['report', 'mapping', 'scenario'].includes(name)) continue;
      expect(code).toBe(2);
      expect(stderr).toContain(`scim-check.yaml:1:`);
      expect(stderr).toContain(`${name} does not count from a file that was found and not named`);
      expect(stderr).toContain('--config scim-check.yaml');
    }
    expect(heard).toEqual([]);
  });

  it('reads nothing through a link that leads out of its folder', async () => {
    const cwd = folder();
    const outside = folder();
    writeFileSync(join(outside, 'secret.yaml'), 'password: hunter2\n');
    mkdirSync(join(cwd, 'deep'));
    symlinkSync(join(outside, 'secret.yaml'), join(cwd, 'deep', 'mapping.yaml'));
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: sample\nmapping: ./deep/mapping.yaml\n');
    const { code, stdout, stderr } = await inProcess(['run'], { cwd });
    expect(code).toBe(2);
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
  });

  it('counts where nobody else gets anything, and where flags decide', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: sample\nclient: rfc\nscenario: connection/test-connection\nreport: json\n');
    expect((await inProcess(['run', '--allow-incomplete'], { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: https://evil.example\n');
    expect((await cli(['run', '--target', 'sample', 'connection/test-connection', '--allow-incomplete'], { cwd })).code).toBe(0);
  });

  it('counts whole when it is named, and the run says which file, proxy and authorities are in use', async () => {
    const cwd = folder();
    const { url, heard } = await stranger();
    writeFileSync(join(cwd, 'ca.pem'), '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
    const proxy = `http://me:hunter2secret@${new URL(url).host}`;
    writeFileSync(join(cwd, 'own.yaml'), `target: http://scim.invalid\nproxy: ${proxy}\nca: ca.pem\n`);
    const { code, stdout, stderr } = await cli(['run', '--config', 'own.yaml'], { cwd, env: { SCIM_CHECK_TOKEN: TOKEN } });
    expect(code).not.toBe(0);
    expect(heard.length).toBeGreaterThan(0);
    expect(stdout).toMatch(/config +own\.yaml/);
    expect(stdout).toMatch(/proxy +http:\/\/127\.0\.0\.1:\d+/);
    expect(stdout).toMatch(/ca +.*ca\.pem/);
    expect(`${stdout}${stderr}`).not.toContain('hunter2');
  });

  it('shows no line of the file in messages: a secret may stand in it', async () => {
    const cwd = folder();
    for (const text of ['tokn: hunter2\n', 'bearer: "hunter2\n', 'authorization: [Bearer hunter2]\n', '? hunter2\n']) {
      writeFileSync(join(cwd, 'scim-check.yaml'), text);
      const { code, stdout, stderr } = await inProcess(['run', '--target', 'sample'], { cwd });
      expect(code).toBe(2);
      expect(`${stdout}${stderr}`).not.toContain('hunter2');
    }
  });
});
