import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

const sample = async (...defects: readonly string[]): Promise<string> => (await sampleTarget({ defects })).url;

async function scriptsFor(url: string, client: string, scenario: string): Promise<{ cwd: string; names: string[] }> {
  const cwd = folder();
  const args = ['run', '--target', url, '--client', client, '--repro', 'repro', '--report', 'json=run.json', scenario];
  const { code, stderr } = await inProcess(args, { cwd, env: { SCIM_CHECK_TOKEN: TOKEN }, inNoTime: true });
  expect(code).toBe(1);
  expect(stderr).toMatch(/scripts? in repro/);
  return { cwd: join(cwd, 'repro'), names: readdirSync(join(cwd, 'repro')) };
}

const play = async (file: string, url: string): Promise<string> => {
  const { stdout, stderr } = await promisify(execFile)('sh', [file], { env: { ...process.env, SCIM_URL: url, SCIM_CHECK_TOKEN: TOKEN } });
  expect(stderr).toBe('');
  return stdout;
};

const users = async (url: string): Promise<unknown> =>
  (await fetch(`${url}/Users?count=0`, { headers: { Authorization: `Bearer ${TOKEN}` } })).json();

describe('scim-check run --repro', () => {
  it('writes a script that shows the defect, and on a correct server that it is not there, and leaves nothing behind', async () => {
    const [bad, good] = [await sample('value-path-wrong-element'), await sample()];
    const { cwd, names } = await scriptsFor(bad, 'entra-default', 'users/second-address');
    expect(names).toContain('SC2104.sh');
    const file = join(cwd, 'SC2104.sh');
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(bad);

    // The value of the read-back stands where the defect puts it, and where a correct server does.
    const wrong = await play(file, bad);
    const right = await play(file, good);
    const emails = (output: string): unknown =>
      JSON.parse(/^\{.*"emails".*$/m.exec(output.slice(output.lastIndexOf('> GET')))?.[0] ?? '{}').emails;
    expect(emails(right)).toContainEqual(expect.objectContaining({ type: 'home', value: expect.stringContaining('newhome') }));
    expect(emails(wrong)).not.toContainEqual(expect.objectContaining({ type: 'home', value: expect.stringContaining('newhome') }));
    // Twice, since names are new each time.
    expect(await play(file, good)).toContain('> DELETE /Users/');
    for (const url of [bad, good])
      expect(await users(url)).toMatchObject({ totalResults: ((await users(good)) as { totalResults: number }).totalResults });
  });

  it('carries the ids of several resources: a member that is lost', async () => {
    const [bad, good] = [await sample('lost-member'), await sample()];
    const { cwd, names } = await scriptsFor(bad, 'entra-default', 'groups/push');
    expect(names).toContain('SC2304.sh');
    const members = (output: string): number => {
      const read = output.slice(output.lastIndexOf('> GET /Groups'));
      return (/"members":(\[.*?\])/.exec(read)?.[1]?.match(/"value"/g) ?? []).length;
    };
    const file = join(cwd, 'SC2304.sh');
    expect(members(await play(file, bad))).toBeLessThan(members(await play(file, good)));
  });

  it('repeats a wrong credential with a wrong one', async () => {
    const [bad, good] = [await sample('any-token-accepted'), await sample()];
    const { cwd } = await scriptsFor(bad, 'entra-default', 'connection/test-connection');
    const file = join(cwd, 'SC1007.sh');
    const { findings } = JSON.parse(readFileSync(join(cwd, '../run.json'), 'utf8'));
    expect(findings.map(({ repeat }: { repeat: string }) => repeat).join()).toContain('Authorization: Bearer a-wrong-token');
    expect(await play(file, good)).toMatch(/HTTP\/1\.1 401/);
    expect(await play(file, bad)).not.toMatch(/HTTP\/1\.1 401/);
  });
});
