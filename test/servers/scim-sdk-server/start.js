/**
 * The Java library scim-sdk-server under a small main of ours: `node start.js [--entra]` prints `READY <url>`.
 * The token comes from SCIM_CHECK_TOKEN, the port from PORT (default: any free one). Needs a JDK (17 or later) and Maven.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed, run, serve, token } from '../install.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = ['pom.xml', 'Server.java'].map((name) => join(here, name));
const hash = createHash('sha256');
for (const source of sources) hash.update(readFileSync(source));

token();
const folder = installed(`scim-sdk-server-${hash.digest('hex').slice(0, 12)}`, (into) => {
  run('mvn', ['-q', '-B', '-f', sources[0], 'dependency:copy-dependencies', `-DoutputDirectory=${join(into, 'lib')}`]);
  run('javac', ['-cp', join(into, 'lib', '*'), '-d', join(into, 'classes'), sources[1]]);
});
serve('java', ['-cp', [join(folder, 'classes'), join(folder, 'lib', '*')].join(delimiter), 'Server', ...process.argv.slice(2)]);
