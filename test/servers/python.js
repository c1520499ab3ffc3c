import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installed, port, run, serve, token } from './install.js';

/**
 * Installs Python packages, starts `server.py PORT` beside a start script and says when its endpoint at /scim/v2 answers.
 *
 * @param {string} script URL of the start script
 * @param {string} name of the server with its version
 * @param {readonly string[]} packages with their versions
 * @param {readonly string[]} alone packages that are installed without what they ask for
 */
export async function startPython(script, name, packages, alone = []) {
  token();
  const folder = installed(name, (into) => {
    run('python3', ['-m', 'venv', into]);
    const install = ['install', '--quiet', '--disable-pip-version-check'];
    run(join(into, 'bin', 'pip'), [...install, ...packages]);
    if (alone.length > 0) run(join(into, 'bin', 'pip'), [...install, '--no-deps', ...alone]);
  });
  const free = await port();
  serve(join(folder, 'bin', 'python'), ['-B', fileURLToPath(new URL('server.py', script)), String(free)], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${free}/scim/v2`;
  await answering(url);
  process.stdout.write(`READY ${url}\n`);
}

/** Waits until a server answers at all. */
async function answering(url) {
  for (;;) {
    const answers = await fetch(`${url}/ServiceProviderConfig`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await setTimeout(50);
  }
}
