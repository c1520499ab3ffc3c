/**
 * The in-memory server of the Python package scim2-server: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs python3 with venv.
 */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installed, port, run, serve, token } from '../install.js';

const VERSION = '0.8.3';
const folder = installed(`scim2-server-${VERSION}`, (into) => {
  run('python3', ['-m', 'venv', into]);
  run(join(into, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', `scim2-server==${VERSION}`]);
});

const free = await port();
// The server writes a line for each request to standard error: nobody reads it here.
serve(join(folder, 'bin', 'scim2-server'), ['--port', String(free), '--bearer-token', token()], { stdio: 'ignore' });

const url = `http://127.0.0.1:${free}`;
for (;;) {
  const answers = await fetch(`${url}/ServiceProviderConfig`).then(
    () => true,
    () => false,
  );
  if (answers) break;
  await setTimeout(50);
}
process.stdout.write(`READY ${url}\n`);
