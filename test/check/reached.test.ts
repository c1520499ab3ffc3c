import { expect, test } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { playSample } from '../proof/play.js';

test('every check is exercised by the built-in scenarios: it holds with the sample, or a defect turns it red', async () => {
  const { findings, held } = await playSample({}, ['entra-default', 'entra-aadOptscim062020', 'okta-oin', 'okta-aiw', 'rfc']);
  expect(findings.map((finding) => `${finding.check} ${finding.received}`)).toEqual([]);
  expect(held.size).toBeGreaterThan(120);
  // The proof of each defect shows that what it names is red in a run of these same scenarios.
  const red = new Set(DEFECTS.flatMap((defect) => [defect.check].flat()));
  const unreached = [...CHECKS.keys()].filter((id) => !held.has(id) && !red.has(id));
  // SC9001 is for what no other check knows: whatever a defect does has one.
  expect(unreached).toEqual(['SC9001']);
});
