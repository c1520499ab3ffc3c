import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPackageFile } from '../../src/base/package-files.js';
import { builtinScenarioFiles } from '../../src/scenario/builtin.js';
import { loadScenarios } from '../../src/scenario/load.js';
import { formatDiagnostic } from '../../src/yaml/diagnostic.js';

const files = builtinScenarioFiles();
const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readPackageFile('schemas/scenario.schema.json')));

describe('the scenarios that come with the package', () => {
  it('load without problems', () => {
    const { scenarios, problems } = loadScenarios(files);
    expect(problems.map((problem) => formatDiagnostic(problem))).toEqual([]);
    expect(scenarios.length).toBe(files.length);
    expect(scenarios.length).toBeGreaterThanOrEqual(17);
  });

  it.each(files.map(({ file, text }) => [file, text] as const))('%s keeps the conventions', (file, text) => {
    expect(text.split('\n')[0]).toBe(
      `# yaml-language-server: $schema=${'../'.repeat(file.split('/').length - 1)}schemas/scenario.schema.json`,
    );
    const written: unknown = parse(text);
    expect(written).toMatchObject({ id: file.replace(/^scenarios\//, '').replace(/\.yaml$/, '') });
    expect(validate(written), JSON.stringify(validate.errors)).toBe(true);
  });

  it('cover what a directory does, and the tests of the vendors', () => {
    const ids = loadScenarios(files).scenarios.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'connection/test-connection',
        'users/joiner',
        'users/match-other-case',
        'users/names',
        'users/mover',
        'users/leaver',
        'users/existing',
        'users/duplicate',
        'users/delete',
        'manager/changes',
        'roles/single',
        'groups/push',
        'groups/lifecycle',
        'groups/parallel',
        'import/paging',
        'okta-spec/spec',
        'okta-crud/crud',
        'entra-tutorial/users',
      ]),
    );
  });
});
