import { expect, test } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { type CheckId, isCheckId } from '../../src/check/check-id.js';
import { CHECK_IDS } from '../../src/check/check-ids.js';
import { DEFECTS } from '../../src/sample/defects/index.js';

/** Checks that no defect of the sample turns red, and why. */
const WITHOUT_DEFECT: Readonly<Record<string, string>> = {
  SC9001: 'it stands for what no other check knows; its example plays one: test/check/examples.test.ts',
};

test('the catalogue has a check for every id, and an id for every check', () => {
  expect([...CHECKS.keys()]).toEqual(CHECK_IDS);
  for (const [id, check] of CHECKS) expect(check.id).toBe(id);
});

test('an id that no check has does not compile', () => {
  // @ts-expect-error the letter O in the place of a zero
  const wrong: CheckId = 'SC26O3';
  expect(isCheckId(wrong)).toBe(false);
});

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

/** Checks that fail a client of the standard without a passage of the standard, and why. */
const BEYOND_THE_STANDARD: Readonly<Record<string, string>> = {
  SC1003: 'a request that is never answered is no HTTP',
  SC1004: 'a target that refuses every request of the client cannot be judged further',
  SC9001: 'it stands for whatever the client cannot go on with',
  SC9002: 'the scenario says who demands it',
};

test('quotes are as strong as they are said to be', () => {
  for (const { id, authorities } of CHECKS.values()) {
    for (const { kind, quote = '' } of authorities) {
      if (kind === 'rfc-must') expect(quote, id).toMatch(/\b(MUST|SHALL|REQUIRED)\b/);
      if (kind === 'rfc-should') expect(quote, id).toMatch(/\b(SHOULD|RECOMMENDED)\b/);
      if (kind === 'rfc-says') expect(quote, id).not.toMatch(/\b(MUST|SHALL|REQUIRED)\b/);
    }
  }
});

test('no client of the standard fails on a recommendation, or on what a vendor wants', () => {
  for (const { id, authorities, clients, severity, severityFor } of CHECKS.values()) {
    const fails = clients.includes('rfc') && (severityFor?.rfc ?? severity) === 'error';
    const demanded = authorities.some(({ kind }) => kind === 'rfc-must' || kind === 'rfc-says');
    if (fails && BEYOND_THE_STANDARD[id] === undefined) expect(demanded, id).toBe(true);
    if (BEYOND_THE_STANDARD[id] !== undefined) expect(fails && !demanded, `${id} is an exception without need`).toBe(true);
  }
});

test('what fails a client of a vendor is demanded by the standard or by the vendor, or was seen in the field', () => {
  for (const { id, authorities, clients, severity, severityFor } of CHECKS.values()) {
    for (const client of clients) {
      if (client === 'rfc' || (severityFor?.[client] ?? severity) !== 'error') continue;
      const demanded = authorities.some(({ kind }) => ['rfc-must', 'rfc-says', 'field', client].includes(kind));
      expect(demanded, `${id} ${client}`).toBe(true);
    }
  }
});
