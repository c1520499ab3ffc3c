import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/make-indexes.js', import.meta.url));

test('the lists of checks, defects and variants are those of their folders (npm run index writes them)', () => {
  expect(spawnSync(process.execPath, [SCRIPT, '--check'], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
});
