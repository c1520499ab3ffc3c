import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess } from './in-process.js';
import { folder } from './spawn.js';

const SCENARIO = (pair: string): string =>
  `id: own/thing\ntitle: Thing\nsteps:\n  - create: { user: ann }\n  - update: ann\n    set: { ${pair} }\n`;
const MAPPING = `app: Acme
source: own
capabilities: { create: true, update: true, remove: true, groups: false }
users:
  - { name: userName, type: String, filterable: true }
  - { name: favouriteColour, type: String }
`;

/** A folder as a project has it: scenarios, a mapping, and a file for CI. */
function project(pair: string): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'checks'));
  writeFileSync(join(cwd, 'checks', 'thing.yaml'), SCENARIO(pair));
  writeFileSync(join(cwd, 'checks', 'acme.yaml'), MAPPING);
  writeFileSync(join(cwd, 'checks', 'pipeline.yml'), 'trigger: [main]\nsteps2: []\n');
  return cwd;
}

describe('lint', () => {
  it('takes the attributes of the mapping that is named, by option, variable and configuration file', async () => {
    const cwd = project('favouriteColour: blue');
    const without = await inProcess(['lint', 'checks'], { cwd });
    expect(without.code).toBe(2);
    expect(without.stdout).toContain('a user has no attribute "favouriteColour"');
    expect(without.stdout).toContain('--mapping FILE');
    expect(await inProcess(['lint', 'checks', '--mapping', 'checks/acme.yaml'], { cwd })).toMatchObject({ code: 0 });
    expect(await inProcess(['lint', 'checks'], { cwd, env: { SCIM_CHECK_MAPPING: './checks/acme.yaml' } })).toMatchObject({ code: 0 });
    writeFileSync(join(cwd, 'scim-check.yaml'), 'target: https://example.com/scim\nmapping: checks/acme.yaml\n');
    const configured = await inProcess(['lint', '.'], { cwd });
    expect(configured.stdout).toContain('2 files, no problems');
    expect(configured.stdout).toContain('pipeline.yml is neither a scenario nor a mapping');
  });

  it('checks the configuration file as well', async () => {
    const cwd = project('title: x');
    writeFileSync(join(cwd, 'scim-check.yaml'), 'clinet: entra\n');
    const { code, stderr } = await inProcess(['lint', 'checks'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('scim-check.yaml:1:1  there is no setting "clinet"');
    expect(stderr).toContain('Did you mean "client"?');
  });
});

describe('run', () => {
  it('takes a folder as lint does, and makes the same checks before it sends anything', async () => {
    const cwd = project('jobTitle: x');
    const { code, stderr } = await inProcess(['run', 'checks', '--target', 'sample'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a user has no attribute "jobTitle"');
    expect(stderr).toContain('Did you mean "title"?');
    expect(stderr).not.toContain('acme.yaml');
  });

  it('prefers what comes with the package to a folder of the same name, unless that is named as a path', async () => {
    const cwd = project('jobTitle: x');
    mkdirSync(join(cwd, 'users'));
    writeFileSync(join(cwd, 'users', 'thing.yaml'), SCENARIO('jobTitle: x'));
    const builtin = await inProcess(['run', 'users', '--target', 'sample', '--dry-run', '--client', 'rfc'], { cwd });
    expect(builtin.code).toBe(0);
    expect(await inProcess(['run', './users', '--target', 'sample'], { cwd })).toMatchObject({ code: 2 });
  });
});
