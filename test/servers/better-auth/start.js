/**
 * The SCIM plugin of Better Auth: `node start.js` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs npm.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installed, port, run, serve, token } from '../install.js';

const VERSION = '1.7.5';
const folder = installed(`better-auth-${VERSION}`, (into) => {
  const dependencies = { 'better-auth': VERSION, '@better-auth/scim': VERSION, '@better-auth/memory-adapter': VERSION };
  writeFileSync(join(into, 'package.json'), JSON.stringify({ name: 'server', private: true, type: 'module', dependencies }));
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps'], { cwd: into });
});

const free = await port();
serve(process.execPath, [fileURLToPath(new URL('server.js', import.meta.url)), folder, String(free)], { stdio: 'ignore' });

const url = `http://127.0.0.1:${free}/api/auth/scim/v2`;
for (;;) {
  const answers = await fetch(`${url}/ServiceProviderConfig`, { headers: { Authorization: `Bearer ${token()}` } }).then(
    () => true,
    () => false,
  );
  if (answers) break;
  await setTimeout(50);
}
process.stdout.write(`READY ${url}\n`);
