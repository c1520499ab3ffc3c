import { expect, test } from 'vitest';
import { KINDS } from '../../src/sample/defect.js';
import { DEFECTS } from '../../src/sample/defects/index.js';

/** Fewer would be cases, not a kind. */
const FEWEST = 5;

test.each(Object.entries(KINDS))('"%s" has five defects at least: %s', (kind) => {
  const names = DEFECTS.filter((defect) => defect.kind === kind).map(({ name }) => name);
  expect(names.length, names.join()).toBeGreaterThanOrEqual(FEWEST);
});
