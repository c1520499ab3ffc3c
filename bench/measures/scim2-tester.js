import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { play } from '../play.js';
import { onFreshSample, timed } from '../process.js';

/** From PyPI, with the HTTP library that it recommends. */
const PACKAGES = ['scim2-tester==0.5.2', 'scim2-client[httpx2]==0.13.2'];
const SCRIPT = fileURLToPath(new URL('../scim2_tester_run.py', import.meta.url));
const name = 'time per request of a full run';

/** Another checker of SCIM servers, whole process against whole process, each against a fresh server of the same kind. */
export async function measure(rounds) {
  const python = pythonWithTester();
  if (python.missing !== undefined) return { name, skipped: python.missing };
  const [ours, others] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const run = await onFreshSample((url) => play(url));
    ours.push(run.milliseconds / run.events.split('\n').filter((line) => line.startsWith('{"type":"exchange"')).length);
    const tester = await onFreshSample((url) => timed([SCRIPT, url], { program: python.program }));
    others.push(tester.milliseconds / Number(tester.stdout));
  }
  return { name, ours, otherName: PACKAGES[0], others, goal: 1 };
}

/** A Python that has the packages; they are installed once, beside other temporary files. */
function pythonWithTester() {
  const folder = join(tmpdir(), `scim-check-bench-${PACKAGES[0]}`);
  const program = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const has = () => existsSync(program) && spawnSync(program, ['-c', 'import scim2_tester, httpx2']).status === 0;
  if (has()) return { program };
  mkdirSync(folder, { recursive: true });
  if (spawnSync('python3', ['-m', 'venv', folder]).status !== 0) return { missing: 'there is no Python 3 with venv here' };
  spawnSync(program, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
  return has() ? { program } : { missing: `pip could not install ${PACKAGES.join(' and ')}` };
}
