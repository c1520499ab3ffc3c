import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf, copyOfProject, follow } from './follow.js';

const PAGE = readFileSync(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
const BLOCKS = blocksOf(PAGE);
let folder = '';

const node = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1 << 24 }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code?: number; stdout?: string; stderr?: string }) => ({
      code: Number(error.code ?? -1),
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
    }),
  );
const scimCheck = (...args: string[]) => node(join('bin', 'scim-check.js'), ...args);

beforeAll(async () => {
  folder = copyOfProject();
  for (const block of BLOCKS) follow(folder, block);
  expect(await node(join('scripts', 'make-indexes.js'))).toMatchObject({ code: 0 });
  const checked = await node(join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.');
  expect(checked, checked.stdout).toMatchObject({ code: 0 });
  const built = await node(join('scripts', 'build.js'));
  expect(built, built.stderr).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the page has a file for each thing that it explains', () => {
  const made = BLOCKS.filter((block) => block.language !== 'diff').map((block) => block.file.split('/').slice(0, 2).join('/'));
  expect(made).toEqual([
    'scenarios/users',
    'src/scenario',
    'src/engine',
    'src/check',
    'src/check',
    'src/sample',
    'src/client',
    'src/report',
  ]);
});

test('each section fits on a page', () => {
  const sections = PAGE.split(/^## /m).slice(1);
  for (const section of sections) expect(section.split('\n').length, section.split('\n')[0]).toBeLessThanOrEqual(75);
});

test('the scenario is well-formed, and the sample passes it', async () => {
  expect(await scimCheck('lint', 'scenarios')).toMatchObject({ code: 0 });
  const ran = await scimCheck('run', '--target', 'sample', 'users/my-scenario');
  expect(ran, ran.stdout + ran.stderr).toMatchObject({ code: 0 });
});

test('the new kind of step is published, linted and played', async () => {
  expect(await node(join('scripts', 'schemas.js'))).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, 'schemas', 'scenario.schema.json'), 'utf8')).toContain('"rereadStep"');
  const mistaken = join(folder, 'mistaken.yaml');
  writeFileSync(mistaken, 'id: mistaken\ntitle: t\nsteps:\n  - create: { user: engineer }\n  - reread: enginer\n');
  expect((await scimCheck('lint', mistaken)).stdout).toContain('Did you mean "engineer"?');
  const right = join(folder, 'right.yaml');
  writeFileSync(right, 'id: right\ntitle: t\nsteps:\n  - create: { user: engineer }\n  - reread: engineer\n');
  const ran = await scimCheck('run', '--target', 'sample', '--client', 'rfc', '--report', 'ndjson', right);
  expect(ran.code, ran.stderr).toBe(0);
  const labels = ran.stdout.split('\n').flatMap((line) => (line.includes('"step-finished"') ? [JSON.parse(line)] : []));
  expect(labels).toMatchObject([{ status: 'passed' }, { label: 'read engineer twice', status: 'passed' }]);
});

test('the checks are explained', async () => {
  expect((await scimCheck('explain', 'SC1990')).stdout).toContain('A title has no blanks around it');
  expect((await scimCheck('explain', 'SC2990')).stdout).toContain('A nickname can be replaced');
  expect((await scimCheck('explain', 'SC2991')).stdout).toContain('A new title is there when the user is read');
});

test('the check finds the defect; the report tells it', async () => {
  const ran = await scimCheck(
    ...['run', '--target', 'sample', '--defect', 'title-padded', '--client', 'rfc', '--report', 'ids', 'users/my-scenario'],
  );
  expect(ran.stdout, ran.stderr).toContain('SC1990 rfc\n');
});

test('the client plays the scenario, and finds nothing', async () => {
  const ran = await scimCheck(
    ...['run', '--target', 'sample', '--client', 'rfc-config-first', '--report', 'ids', 'users/my-scenario', 'connection/test-connection'],
  );
  expect(ran, ran.stderr).toMatchObject({ code: 0, stdout: '' });
});
