import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/check/catalogue.js';
import { SCENARIOS } from '../scenario/shipped.js';
import { defectsOf, docFile, FAILURES, failuresDocument, scenariosOf } from './failures.js';

const FILE = docFile('failures.md');

describe('the table of failures', () => {
  it('is what the scenarios and the checks say', () => {
    const made = failuresDocument();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, made);
    expect(readFileSync(FILE, 'utf8')).toBe(made);
  });

  it('knows every number that a scenario or a check names', () => {
    const named = [
      ...SCENARIOS.flatMap((scenario) => scenario.failures ?? []),
      ...[...CHECKS.values()].flatMap((check) => check.authorities.flatMap(({ kind, reference }) => (kind === 'field' ? [reference] : []))),
    ];
    expect(named.filter((reference) => /^F\d/.test(reference) && FAILURES[reference] === undefined)).toEqual([]);
  });

  it.each([
    'F109',
    'F110',
    'F111',
    'F112',
    'F113',
    'F114',
    'F115',
    'F116',
    'F117',
    'F118',
    'F119',
    'F120',
    'F121',
    'F122',
    'F123',
    'F124',
    'F125',
    'F126',
    'F127',
    'F128',
  ])('%s is a defect of the sample, so that the proof shows it found with its own cause', (number) =>
    expect(defectsOf(number)).not.toEqual([]),
  );

  it.each(Object.entries(FAILURES))('%s has a scenario, or a reason why there is none', (number, { unseen }) => {
    if (unseen === undefined) expect(scenariosOf(number)).not.toEqual([]);
    else expect(scenariosOf(number)).toEqual([]);
  });
});
