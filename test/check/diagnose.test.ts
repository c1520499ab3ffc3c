import { expect, test } from 'vitest';
import type { CheckId } from '../../src/check/check-id.js';
import { diagnose } from '../../src/check/diagnose.js';
import type { Symptom } from '../../src/check/symptom.js';

const symptom = (subject: string, ...candidates: CheckId[]): Symptom => ({
  id: 0,
  candidates,
  subject,
  dialect: 'rfc',
  order: [0, 0],
  expected: 'success',
  received: '400',
});

const checksOf = (symptoms: Symptom[], ...held: CheckId[]): string[] => diagnose(symptoms, new Set(held)).map(({ check }) => check);

test('what held elsewhere is no reason as long as another check can be', () => {
  expect(checksOf([symptom('refused', 'SC1204', 'SC1221')], 'SC1204')).toEqual(['SC1221']);
});

test('what alone explains a symptom failed, whatever held elsewhere, and explains the others as well', () => {
  const symptoms = [symptom('refused', 'SC1204'), symptom('refused again', 'SC1204', 'SC1221')];
  expect(checksOf(symptoms, 'SC1204')).toEqual(['SC1204']);
});

test('checks that may have brought it along do not count as others', () => {
  const symptoms = [symptom('refused', 'SC1202', 'SC1303', 'SC1204'), symptom('refused again', 'SC1204', 'SC1221')];
  expect(checksOf(symptoms, 'SC1204')).toEqual(['SC1204']);
});
