import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inProcess } from './in-process.js';
import { folder, ROOT } from './spawn.js';

const CI_FILES = ['.github/workflows/scim.yml', '.gitlab-ci.scim.yml', 'azure-pipelines.scim.yml', 'Jenkinsfile.scim'];

describe('init', () => {
  it('takes options, never waits without a terminal, and what it writes works as it stands', async () => {
    const cwd = folder();
    const all = ['--client', 'rfc', '--ci', 'github,gitlab', '--ci', 'azure', '--ci', 'jenkins'];
    const { code, stdout, stderr } = await inProcess(['init', ...all], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const file of ['scim-check.yaml', 'scim-scenarios/example.yaml', ...CI_FILES]) expect(stdout).toContain(`written  ${file}`);
    const run = await inProcess(['run', '--config', 'scim-check.yaml', 'scim-scenarios'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^✓ rfc /m);
    const commands = CI_FILES.map((file) => readFileSync(join(cwd, file), 'utf8'));
    for (const text of commands) {
      // The same line everywhere: the package, or what SCIM_CHECK_PACKAGE names before it is published.
      expect(text).toContain('npm exec --yes --package="${SCIM_CHECK_PACKAGE:-scim-check}" -- scim-check run --config scim-check.yaml');
      expect(text).toContain('SCIM_CHECK_TOKEN');
    }
    for (const text of commands.slice(0, 3)) expect(parse(text)).toBeTypeOf('object');
  });

  it('overwrites with --force alone', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'scim-check.yaml'), '# mine\n');
    expect((await inProcess(['init', '--yes'], { cwd })).stdout).toContain('kept     scim-check.yaml');
    expect(readFileSync(join(cwd, 'scim-check.yaml'), 'utf8')).toBe('# mine\n');
    await inProcess(['init', '--force', '--target', 'https://example.com/scim/v2'], { cwd });
    expect(parse(readFileSync(join(cwd, 'scim-check.yaml'), 'utf8'))).toEqual({ target: 'https://example.com/scim/v2' });
  });

  it.each([
    [['--ci', 'gihub'], 'Did you mean "github"?'],
    [['--client', 'otka'], 'Did you mean "okta"?'],
    [['--target', 'example.com/scim'], 'flag --target: '],
  ])('refuses %s', async (args, message) => {
    const cwd = folder();
    const { code, stderr } = await inProcess(['init', ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('what comes with the repository for CI', () => {
  const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

  it.each(['action.yml', '.github/workflows/ci.yml', '.github/workflows/nightly.yml', '.github/workflows/release.yml'])(
    '%s is YAML, and no input is text of a script',
    (file) => {
      const document: unknown = parse(read(file));
      const scripts: string[] = [];
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        for (const [key, each] of Object.entries(value)) {
          if (key === 'run' && typeof each === 'string') scripts.push(each);
          walk(each);
        }
      };
      walk(document);
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).not.toContain('${{');
    },
  );

  it('tests the versions of Node that the package promises', () => {
    const { jobs } = parse(read('.github/workflows/ci.yml'));
    expect(jobs.test.strategy.matrix.node).toEqual([20, 22, 24]);
  });

  it('puts everything into the image that the package has', () => {
    const dockerfile = read('Dockerfile');
    const { files } = JSON.parse(read('package.json')) as { files: string[] };
    for (const file of files.filter((each) => !/\.md$|^docs$/.test(each))) expect(dockerfile).toContain(`/app/${file} `);
  });
});
