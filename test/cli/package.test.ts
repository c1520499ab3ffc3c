import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, folder, ROOT } from './spawn.js';

it('works as an installed package: the binary and the library', async () => {
  const cwd = folder();
  // The build is there already; running it again would take the binary away from the tests beside this one.
  const npm = (...args: string[]): string =>
    execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  npm('pack', ROOT, '--ignore-scripts', '--pack-destination', cwd);
  const [tarball = ''] = readdirSync(cwd).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(cwd, 'package.json'), '{ "name": "elsewhere", "private": true, "type": "module" }\n');
  npm('install', `./${tarball}`, '--prefer-offline');
  const installed = join(cwd, 'node_modules/scim-check');
  expect(readdirSync(installed).sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'docs', 'fixtures', 'package.json', 'scenarios', 'schemas'].sort(),
  );
  expect(readdirSync(join(installed, 'dist')).sort()).toEqual(['chunks', 'cli', 'lib', 'third-party.txt', 'types']);
  const run = await cli(['run', '--target', 'sample', 'users/joiner'], { cwd, binary: join(installed, 'bin/scim-check.js') });
  expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
  writeFileSync(
    join(cwd, 'use.js'),
    "import { run } from 'scim-check';\nconst { verdicts } = await run({ target: 'sample', clients: ['rfc'], scenarios: ['users/joiner'] });\nprocess.stdout.write(JSON.stringify(verdicts));\n",
  );
  const used = await cli([], { cwd, binary: join(cwd, 'use.js') });
  expect(JSON.parse(used.stdout)).toMatchObject([{ client: 'rfc', findings: 0 }]);
  await inVitest(cwd);
  const own = { id: 'users/own', title: 'One of its own', steps: [{ create: { user: 'engineer' } }, { read: 'engineer' }] };
  writeFileSync(join(cwd, 'own.yaml'), JSON.stringify(own));
  const ran = await cli(['run', '--target', 'sample', '--client', 'rfc', './own.yaml'], {
    cwd,
    binary: join(installed, 'bin/scim-check.js'),
  });
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });

  await newUser(folder(), join(installed, 'bin/scim-check.js'));

  renameSync(join(installed, 'dist'), join(installed, 'elsewhere'));
  const unbuilt = await cli(['run'], { cwd, binary: join(installed, 'bin/scim-check.js') });
  expect(unbuilt).toMatchObject({ code: 2, stdout: '', stderr: 'scim-check: this copy of the sources is not built yet: npm run build\n' });
});

/** A team's own Vitest plays the scenarios as tests. */
async function inVitest(cwd: string): Promise<void> {
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(cwd, 'node_modules/vitest'), 'dir');
  writeFileSync(
    join(cwd, 'scim.test.js'),
    `import { beforeAll } from 'vitest';
import { describeScim } from 'scim-check/vitest';
let target = '';
beforeAll(() => { target = 'sample'; });
const clients = ['entra-default', 'rfc'];
describeScim({ target: () => target, clients, scenarios: ['users/second-address', 'users/joiner', 'rfc/sort'], defects: ['value-path-wrong-element'] });
`,
  );
  const { stdout } = await cli(['run', '--reporter', 'json'], { cwd, binary: join(ROOT, 'node_modules/vitest/vitest.mjs') });
  const { testResults }: VitestReport = JSON.parse(stdout);
  const told = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(
      ({ ancestorTitles, title, status }) => `${ancestorTitles.at(-1)}: ${title.replace(/^.*\((.*)\)$/, '$1')}: ${status}`,
    ),
  );
  expect(told).toEqual([
    'entra-default: users/joiner: passed',
    'entra-default: users/second-address: failed',
    'entra-default: what belongs to no scenario: passed',
    'rfc: rfc/sort: passed',
    'rfc: users/joiner: passed',
    'rfc: users/second-address: failed',
    'rfc: what belongs to no scenario: passed',
    'SCIM: the verdict: failed',
  ]);
  const failures = testResults[0]?.assertionResults.flatMap(({ failureMessages }) => failureMessages) ?? [];
  expect(failures[0]).toMatch(/^ScimError: ✗ SC2104 .*A filtered replace changes only the matching element/);
  // At length where the shorter request stands, which depends on the names of the run.
  expect(failures.join('\n')).toMatch(/^ {2}effect {4}\S/m);
  expect(failures.join('\n')).not.toContain('node_modules');
}

/** As much of Vitest's JSON report as is looked at. */
interface VitestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const EIGHT = [
  'value-path-wrong-element',
  'lost-member',
  'duplicate-accepted',
  'text-body-500',
  'lists-without-extension',
  'filter-case-sensitive',
  'restore-changes-id',
  'group-rename-ignored',
];

/** What a team does on its first afternoon: a first run, the report that it sends on, and a baseline that makes the check green. */
async function newUser(cwd: string, binary: string): Promise<void> {
  const use = (...args: readonly string[]) => cli(args, { cwd, binary });
  const started = await use('init');
  expect(started).toMatchObject({ code: 0, stderr: '' });
  expect((await use('lint', 'scim-scenarios')).code).toBe(0);
  const target = ['run', '--target', 'sample', '--client', 'entra-default', ...EIGHT.flatMap((name) => ['--defect', name])];
  const first = await use(...target, '--report', 'html=scim.html');
  expect(first.code).toBe(1);
  expect(first.stdout).toMatch(/^entra +✗ not ready/m);
  expect(readFileSync(join(cwd, 'scim.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*SC2104/i);
  expect((await use(...target, '--baseline', 'baseline.yaml', '--update-baseline')).code).toBe(0);
  const again = await use(...target, '--baseline', 'baseline.yaml');
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toMatch(/^entra +! ready except \d+ known defects/m);
}
