import { expect, test } from 'vitest';
import { VARIANTS } from '../../src/sample/variants/index.js';
import { companiesOf, stagesOf } from './company.js';

const companies = companiesOf(VARIANTS);

test('each variant is in one company', () => {
  expect(companies.flat().map(({ name }) => name)).toHaveLength(VARIANTS.length);
  expect(new Set(companies.flat())).toEqual(new Set(VARIANTS));
});

test('no two of a company change the same stage, and all are legal for the same clients', () => {
  for (const company of companies) {
    const stages = company.flatMap(stagesOf);
    expect(stages).toEqual([...new Set(stages)]);
    expect(new Set(company.map(({ clients }) => String(clients))).size).toBe(1);
  }
});

test('companies spare most plays', () => {
  expect(companies.length).toBeLessThan(VARIANTS.length / 2);
});
