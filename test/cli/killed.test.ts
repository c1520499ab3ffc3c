import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folder, launch } from './spawn.js';
import { inFrontOf, sampleTarget, TOKEN } from './target.js';

const env = { SCIM_CHECK_TOKEN: TOKEN };
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** The first requests ask and look; the points lie among creations, changes, groups and the clean-up of a run of some 250 requests. */
const POINTS = [17, 31, 58, 94, 139, 201];

describe.each(POINTS)('a run that is killed when its %s. request has come', (point) => {
  it('is finished by clean: nothing of it stays, and nobody else is touched', async () => {
    const sample = await sampleTarget();
    const before = sample.snapshot();
    let seen = 0;
    let kill = (): void => undefined;
    const url = await inFrontOf(sample, () => {
      seen += 1;
      if (seen === point) kill();
      // Of what comes then, every second point's is done all the same, and nobody hears the answer.
      return seen >= point && point % 2 === 0;
    });
    const cwd = folder();
    const args = ['run', '--target', url, '--seed', String(point), '--client', 'entra-default', 'users', 'groups', 'membership'];
    const { child, ended } = launch(args, { cwd, env });
    kill = () => child.kill('SIGKILL');
    expect((await ended).signal).toBe('SIGKILL');
    seen = Number.NEGATIVE_INFINITY;
    const ledgers = readdirSync(join(cwd, '.scim-check')).map((name) => join(cwd, '.scim-check', name));
    for (const file of ledgers) utimesSync(file, LONG_AGO, LONG_AGO);
    const { code, stdout } = await cli(['clean', '--target', url], { cwd, env });
    expect({ code, after: sample.snapshot() }, stdout).toEqual({ code: 0, after: before });
    expect(readdirSync(cwd)).toEqual([]);
  });
});
