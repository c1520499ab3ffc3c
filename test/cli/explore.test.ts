import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';
import { sampleTarget, TOKEN } from './target.js';

test('a defect is found, told as a numbered list, and saved as a scenario that run plays', async () => {
  const cwd = folder();
  const args = ['--target', 'sample', '--defect', 'patch-clears-nickname', '--client', 'rfc'];
  const explored = await inProcess(['explore', ...args, '--histories', '8', '--seed', '3', '--save', 'found'], { cwd, inNoTime: true });
  expect(explored.stderr).toBe('');
  expect(explored.code).toBe(1);
  expect(explored.stdout).toMatch(/^✗ SC21\d\d {2}/m);
  expect(explored.stdout).toMatch(/^ {3}1\. Create user ann/m);
  expect(explored.stdout).toMatch(/rfc {2}8 histories, visited \d+ of \d+, \d faults?/);
  expect(explored.stdout).toContain('nothing left behind');
  const [file = ''] = readdirSync(join(cwd, 'found'));
  expect(file).toBe('explore-rfc-1.yaml');
  const again = await inProcess(['run', `./found/${file}`, ...args], { cwd, inNoTime: true });
  expect(again.code).toBe(1);
  const correct = await inProcess(['run', `./found/${file}`, '--target', 'sample', '--client', 'rfc'], { cwd });
  expect(correct.code).toBe(0);
  expect(readFileSync(join(cwd, 'found', file), 'utf8')).toMatch(/^# 1\. Create user ann/m);
});

test('nothing is found on a correct server over the network, and nothing is left there', async () => {
  const sample = await sampleTarget();
  const before = sample.snapshot().users.length;
  const args = ['explore', '--target', sample.url, '--client', 'okta-oin', '--histories', '3', '--report', 'json=report.json'];
  const { code, stdout } = await cli(['--no-color', ...args, '--report', 'terminal'], { env: { SCIM_CHECK_TOKEN: TOKEN } });
  expect(code).toBe(0);
  expect(stdout).toContain('✓ nothing found   in 3 histories; that is no proof that there is nothing');
  expect(sample.snapshot().users).toHaveLength(before);
});

test('an exploration that the target ends early is told as incomplete, and never as a success', async () => {
  const args = ['--target', 'sample', '--defect', 'delete-deactivates', '--client', 'okta-oin', '--seed', '3'];
  const { code, stdout, stderr } = await inProcess(['explore', ...args, '--histories', '40'], { inNoTime: true });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^- incomplete: nothing was found in \d+ histories\. The target has kept 2\d resources from/m);
  expect(stdout).not.toContain('✓');
});

test.each([
  [['--budget', '0'], '"0" is not a duration above zero, such as 90s, 2m or 1h'],
  [['--budget', '5'], '"5" is not a duration above zero'],
  [['--budget', '2h'], 'it is longer than the deadline of 30 minutes'],
  [['--histories=-1'], '"-1" is not a whole number from 1'],
  [['--histories', '0'], '"0" is not a whole number from 1'],
  [['--histories', '2', '--budget', '1m'], 'both --budget and --histories are given'],
  [['--save', '/dev/null/found'], 'cannot be written: a part of the path is not a directory'],
])('%j is a mistake, and is told as one', async (args, message) => {
  const { code, stderr, stdout } = await inProcess(['explore', '--target', 'sample', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});
