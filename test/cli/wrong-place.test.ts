import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/config/settings.js';
import { inProcess } from './in-process.js';
import { cli, folder } from './spawn.js';

/** Tokens of several kinds: letters alone, a JWT, base64 with marks, one that begins like a path. */
const SECRETS = [
  'correcthorsebatterystaple',
  'HUNTER2_SECRET_OF_PRODUCTION',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl',
  'S3cr3t+/Tok&n"e-0123456789abcdef==',
  '/9j4AAQSkZJRgABAQ',
];

const PLACES: readonly ((secret: string) => readonly string[])[] = [
  (s) => ['run', '--target', 'https://scim.invalid', '--token-env', s],
  (s) => ['run', '--target', 'https://scim.invalid', '--token-file', s],
  (s) => ['run', '--target', s],
  (s) => ['run', '--target', 'sample', s],
  (s) => ['run', '--target', 'sample', 'users/leavr', s],
  ...['client', 'mapping', 'report', 'auth-scheme', 'jobs', 'defect', 'variant', 'fail-on', 'timeout', 'seed', 'config'].map(
    (name) => (s: string) => ['run', '--target', 'sample', `--${name}`, s],
  ),
  (s) => ['run', '--target', 'https://scim.invalid', '--ca', s],
  (s) => ['run', '--target', 'https://scim.invalid', '--proxy', s],
  (s) => ['run', `--tokn=${s}`],
  (s) => ['clean', '--target', 'https://scim.invalid', '--token-env', s],
  (s) => ['list', s],
  (s) => ['explain', s],
  (s) => ['lint', s],
  (s) => ['mapping', 'show', s],
  (s) => [s],
];

/** All options with a value; a flag's mere name is no place for a secret, and the sample's own stand above. */
const VALUED = Object.values(SETTINGS)
  .filter(({ placeholder, name }) => placeholder !== undefined && name !== 'target')
  .map(({ name }) => name);

describe('a secret given in the wrong place is not repeated', () => {
  it.each(SECRETS)('%s', async (secret) => {
    for (const place of PLACES) {
      const args = place(secret);
      const { code, stdout, stderr } = await inProcess(args);
      expect(code, args.join(' ')).toBe(2);
      expect(`${stdout}${stderr}`, args.join(' ')).not.toContain(secret);
      expect(`${stdout}${stderr}`, args.join(' ')).not.toContain(secret.slice(0, 16));
    }
  });

  it.each(VALUED)('as the value of --%s, whatever comes of it', async (name) => {
    for (const secret of SECRETS) {
      const variable = `SCIM_CHECK_${name.replaceAll('-', '_').toUpperCase()}`;
      for (const command of [['run', 'users/joiner', '--dry-run'], ['clean']])
        for (const [args, env] of [
          [[`--${name}`, secret], {}],
          [[], { [variable]: secret }],
        ] as const) {
          const { stdout, stderr } = await inProcess([...command, '--target', 'https://scim.invalid', ...args], { env });
          expect(`${stdout}${stderr}`, `${command[0]} ${name}`).not.toContain(secret.slice(0, 16));
        }
    }
  });

  it('by the installed program either', async () => {
    for (const place of PLACES.slice(0, 3)) {
      const { code, stdout, stderr } = await cli(place('HUNTER2_SECRET_OF_PRODUCTION'), { cwd: folder() });
      expect({ code, said: `${stdout}${stderr}`.includes('HUNTER2') }).toEqual({ code: 2, said: false });
    }
  });

  it('nor in a variable', async () => {
    for (const [name, value] of [
      ['SCIM_CHECK_TOKEN_ENV', 'HUNTER2_SECRET'],
      ['SCIM_CHECK_MAPPING', 'hunter2-secret'],
      ['SCIM_CHECK_CLIENT', 'hunter2-secret'],
    ] as const) {
      const { code, stdout, stderr } = await inProcess(['run', '--target', 'https://scim.invalid'], { env: { [name]: value } });
      expect(code).toBe(2);
      expect(`${stdout}${stderr}`).not.toMatch(/hunter2/i);
    }
  });

  it('but what was probably meant is told, and files are', async () => {
    expect((await cli(['run', '--target', 'sample', '--client', 'entra-defalt'])).stderr).toContain('"entra-defalt"');
    expect((await cli(['run', '--target', 'sample', './some-scenario.yaml'])).stderr).toContain('./some-scenario.yaml');
  });
});
