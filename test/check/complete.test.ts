import { expect, test } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { DEFECTS } from '../../src/sample/defects/index.js';

/** Checks that no defect of the sample turns red, and why. */
const WITHOUT_DEFECT: Readonly<Record<string, string>> = {
  SC1125: 'the sample supports queries by POST, and to answer 501 is legal',
  SC1120: 'the types of the standard attributes are the business of SC1109, which looks at every answer',
  SC1210: 'a scenario that all clients play meets the same as SC1208',
  SC1207: 'the takeover of an account shows as SC1208 first',
  SC9001: 'what the client cannot go on with has a check of its own wherever it is known',
};

test('ids are well-formed and titles are sentences', () => {
  for (const check of CHECKS.values()) {
    expect(check.id).toMatch(/^SC\d{4}$/);
    expect(check.effect, check.id).toMatch(/\.\)?$/);
    expect(check.fix, check.id).toMatch(/\.\)?$/);
    expect(check.clients.length, check.id).toBeGreaterThan(0);
    for (const root of check.roots ?? []) expect(CHECKS.has(root), `${check.id}: ${root}`).toBe(true);
  }
});

test('every check has a defect that turns it red, or a reason', () => {
  const proven = new Set(DEFECTS.flatMap((defect) => [...[defect.check].flat(), ...Object.keys(defect.also ?? {})]));
  expect([...CHECKS.keys()].filter((id) => !proven.has(id) && WITHOUT_DEFECT[id] === undefined)).toEqual([]);
  expect(Object.keys(WITHOUT_DEFECT).filter((id) => proven.has(id))).toEqual([]);
});

test('defects name checks that exist, for clients that the check concerns', () => {
  for (const defect of DEFECTS) {
    for (const id of [defect.check].flat().filter((each) => each !== '')) {
      const check = CHECKS.get(id);
      expect(check, `${defect.name}: ${id}`).toBeDefined();
      expect(
        check?.clients.some((client) => defect.clients.includes(client)),
        `${defect.name}: ${id}`,
      ).toBe(true);
    }
  }
  expect(DEFECTS.length).toBeGreaterThanOrEqual(130);
});
