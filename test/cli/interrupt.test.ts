import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, launch } from './spawn.js';
import { inFrontOf, sampleTarget, TOKEN, until } from './target.js';

const env = { SCIM_CHECK_TOKEN: TOKEN };

describe('an interrupted run', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('cleans up after %s and exits with 130', async (signal) => {
    const sample = await sampleTarget();
    const held = sample.snapshot();
    const cwd = folder();
    const { child, ended } = launch(['run', '--target', sample.url], { cwd, env });
    await until(() => sample.snapshot().users.length > held.users.length, 'a user is created');
    child.kill(signal);
    const { code, stderr, stdout } = await ended;
    expect(code).toBe(130);
    expect(stderr).toContain('Interrupted');
    expect(stdout).toContain('nothing left behind');
    expect(sample.snapshot()).toEqual(held);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('stops at the second signal and says what is left', async () => {
    const sample = await sampleTarget();
    let deletes = 0;
    const url = await inFrontOf(sample, (incoming) => {
      if (incoming.method === 'DELETE') deletes += 1;
      return incoming.method === 'DELETE';
    });
    const cwd = folder();
    const running = launch(['run', '--target', url, 'users/joiner', '--timeout', '600'], { cwd, env });
    await until(() => deletes > 0, 'the clean-up hangs');
    running.child.kill('SIGINT');
    // Two signals of a kind that come too close are one.
    await until(() => running.stderr().includes('Interrupted'), 'the first signal is answered');
    running.child.kill('SIGINT');
    const { code, signal, stderr } = await running.ended;
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
    expect(stderr).toContain('Left in the target');
    expect(stderr).toMatch(/ {2}User \S+@example\.com \(/);
    expect(stderr).toContain('scim-check clean');
    expect(stderr).not.toContain(TOKEN);
    expect(readdirSync(join(cwd, '.scim-check'))).toHaveLength(1);
  });
});

describe('a reader that goes', () => {
  it('does not keep the run from cleaning up', async () => {
    const sample = await sampleTarget();
    const held = sample.snapshot();
    const { child, ended } = launch(['run', '--target', sample.url, '--report', 'ndjson'], { env });
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sample.snapshot()).toEqual(held);
  });
});
