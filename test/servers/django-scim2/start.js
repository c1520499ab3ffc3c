/**
 * The Django app django-scim2 in a project of its own: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs python3 with venv.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installed, port, run, serve } from '../install.js';

const PACKAGES = ['django-scim2==0.23.0', 'Django==5.2.19', 'scim2-filter-parser==0.7.0'];
const folder = installed('django-scim2-0.23.0', (into) => {
  run('python3', ['-m', 'venv', into]);
  run(join(into, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
});

const free = await port();
const server = fileURLToPath(new URL('server.py', import.meta.url));
serve(join(folder, 'bin', 'python'), ['-B', server, String(free)], { stdio: 'ignore' });

const url = `http://127.0.0.1:${free}/scim/v2`;
for (;;) {
  const answers = await fetch(`${url}/ServiceProviderConfig`).then(
    () => true,
    () => false,
  );
  if (answers) break;
  await setTimeout(50);
}
process.stdout.write(`READY ${url}\n`);
