import { expect, test } from 'vitest';
import { DEFECTS } from '../../src/sample/defects/index.js';
import { ALL_DIALECTS } from './dialects.js';
import { proveDefect } from './matrix.js';
import { playTouched } from './touched.js';

/** One each that a few plays meet, that many meet, and whose check is named because others held elsewhere. */
test.each(['markup-removed', 'value-path-wrong-element', 'former-name-found', 'put-unsupported'])(
  '%s: what it touches shows what all shows',
  async (name) => {
    const defect = DEFECTS.find((each) => each.name === name);
    if (defect === undefined) throw new Error(`no such defect: ${name}`);
    // Each client's plays are told apart by themselves: those of one family are enough.
    const one = { ...defect, clients: defect.clients.slice(-1) };
    const [touched, whole] = [await proveDefect(one, 'touched'), await proveDefect(one, 'whole')];
    const essence = ({ outcome }: typeof whole) => outcome.findings.map(({ dialect, check }) => `${dialect} ${check}`).sort();
    expect(essence(touched)).toEqual(essence(whole));
    expect(essence(whole)).not.toEqual([]);
    expect(touched.outcome.requests).toBeLessThan(whole.outcome.requests / 2);
  },
);

test('a server that answers otherwise everywhere, or before any scenario, is played whole', async () => {
  expect(await playTouched({ defects: ['wrong-content-type'] }, ALL_DIALECTS)).toBeUndefined();
  expect(await playTouched({ defects: ['filters-not-supported'] }, ALL_DIALECTS)).toBeUndefined();
  expect(await playTouched({}, ALL_DIALECTS)).toBeDefined();
});
