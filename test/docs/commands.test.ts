import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { type Sample, startSample } from '../../src/sample/server.js';
import { inProcess, quietIo } from '../cli/in-process.js';
import { folder, ROOT } from '../cli/spawn.js';

/*
 * Every command that the README, the documents and the help show is run as it stands there, one after the other, as somebody would
 * who reads them. What is only long is made short: a run that names no scenario plays one, an exploration a single history, and the
 * rate of the gallery is left out. `https://example.com` is a sample server.
 */

const DOCUMENTS = ['README.md', ...readdirSync(join(ROOT, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))];
const TOKEN = 'docs-token-83af10';
const SECRET = 'docs-secret-27c1e9';
const cwd = folder();
let sample: Sample;

beforeAll(async () => {
  sample = await startSample({ token: TOKEN, oauth: { clientId: 'my-client', proof: { secret: SECRET } } });
  const tutorial = readFileSync(join(ROOT, 'fixtures/tutorials/8x8.md'), 'utf8');
  writeFileSync(join(cwd, 'acme-provisioning-tutorial.md'), tutorial);
  mkdirSync(join(cwd, 'tutorials'));
  writeFileSync(join(cwd, 'tutorials', 'acme.md'), tutorial);
  for (const name of ['schema.json', 'provisioning-schema.json']) writeFileSync(join(cwd, name), JSON.stringify(EXPORT));
  cpSync(join(ROOT, 'scenarios/users/joiner.yaml'), join(cwd, 'joiner.yaml'));
  mkdirSync(join(cwd, 'scenarios'));
  writeFileSync(join(cwd, 'scenarios', 'mine.yaml'), MINE);
  await execute('mapping show entra-default --format yaml > mine.yaml');
  await execute('run --target sample users/joiner --report ndjson=last-week.ndjson');
  await execute('run --target sample users/joiner --report ndjson=run.ndjson');
});

afterAll(() => sample.stop());

const MINE = 'id: mine\ntitle: Somebody is created\nsteps:\n  - create: { user: ann }\n';

/** A provisioning schema as Entra exports it, as small as it gets. */
const EXPORT = {
  directories: [
    {
      name: 'customappsso',
      objects: [
        { name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', attributes: [{ name: 'userName', type: 'String' }] },
        { name: 'urn:ietf:params:scim:schemas:core:2.0:Group', attributes: [{ name: 'displayName', type: 'String' }] },
      ],
    },
  ],
  synchronizationRules: [
    {
      sourceDirectoryName: 'Microsoft Entra ID',
      targetDirectoryName: 'customappsso',
      objectMappings: [
        {
          sourceObjectName: 'User',
          targetObjectName: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
          attributeMappings: [
            { targetAttributeName: 'userName', matchingPriority: 1, source: { type: 'Attribute', name: 'userPrincipalName' } },
            { targetAttributeName: 'active', source: { type: 'Attribute', name: 'accountEnabled' } },
          ],
        },
      ],
    },
  ],
};

/** The lines of a text that call the program, those that go on below joined; what is only its form has an ellipsis or a word in capitals. */
function commandsIn(text: string): string[] {
  const whole = text.replaceAll(/ \\\n\s+/g, ' ');
  return [...whole.matchAll(/^(?: {2}| {4})(?:npx )?scim-check (.+)$/gm)].flatMap(([, line = '']) => {
    const command = line.split(/\s+#/)[0] ?? '';
    const isForm = /…|\[|\b(WHAT|SHELL|FILE|CHECK|NAME|URL)\b(?!["/])| {3,}[a-z]/.test(command.replace('$SCIM_URL', ''));
    return isForm ? [] : [command];
  });
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

const program = buildProgram(quietIo());
const every = program.commands.flatMap((command) => [command, ...command.commands]);
const SHOWN = [...new Set([...DOCUMENTS.map((name) => readFileSync(join(ROOT, name), 'utf8')), ...every.map(helpOf)].flatMap(commandsIn))];

/** As a shell does it: words, quotes, and where the output goes. */
async function execute(line: string) {
  const [typed = '', file] = line.split(' > ');
  const words = [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => here(quoted ?? bare ?? ''));
  const isOAuth = words.includes('--oauth-client-id');
  const env = isOAuth ? { SCIM_CHECK_OAUTH_CLIENT_SECRET: SECRET } : { SCIM_CHECK_TOKEN: TOKEN };
  const ended = await inProcess(shortened(words), { cwd, env, ...(words.includes('--defect') ? { inNoTime: true } : {}) });
  if (file !== undefined && !file.startsWith('~')) writeFileSync(join(cwd, file), ended.stdout);
  return ended;
}

function here(word: string): string {
  return word
    .replace('$SCIM_URL', sample.url)
    .replace('https://example.com/scim/v2', sample.url)
    .replace('https://example.com/oauth/token', sample.tokenUrl);
}

function shortened(words: readonly string[]): readonly string[] {
  const [command = ''] = words;
  const isWhole =
    command === 'run' &&
    !words.slice(1).some((word) => /^users\/|\.yaml$/.test(word) && words[words.indexOf(word) - 1]?.startsWith('--') !== true);
  if (isWhole) return [...words, words.includes('--defect') ? 'users/second-address' : 'users/joiner'];
  if (command === 'gallery') return [...words, ...(words.includes('--no-rate') ? [] : ['--no-rate'])];
  const at = words.findIndex((word) => word === '--budget' || word === '--histories');
  return at === -1 ? words : [...words.slice(0, at), '--histories', '1', ...words.slice(at + 2)];
}

/** What a command that works may end with: 1 where something is found, as a defect or a difference. */
function codesOf(line: string): readonly number[] {
  // A single history may miss the defect.
  if (line.includes('--defect')) return line.startsWith('explore') ? [0, 1] : [1];
  return /^mapping diff|--schema|--against/.test(line) ? [0, 1] : [0];
}

describe('commands of the documents', () => {
  it('are there, of every command', () => {
    const shown = new Set(SHOWN.map((line) => line.split(' ')[0]));
    expect(program.commands.map((command) => command.name()).filter((name) => !shown.has(name) && name !== 'help')).toEqual([]);
  });

  // In the order in which they are read: a file that one writes may be what the next one takes.
  it.each(SHOWN)('scim-check %s', async (line) => {
    if (FOREIGN.test(line)) return expect(SHOWN).toContain(line);
    const ended = await execute(line);
    expect([codesOf(line).includes(ended.code ?? -1), ended.code, ended.code === 2 ? ended.stderr : '']).toEqual([true, ended.code, '']);
  });
});

/** What needs a file of the reader's machine; the sample, which ends when somebody ends it; and scripts for shells, which have a test of their own. */
const FOREIGN = /\/run\/secrets\/|\.\/found\/|^(sample|completion)\b/;
