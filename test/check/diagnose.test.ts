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

const answered = (operation: string, status: number, ...candidates: CheckId[]): Symptom => ({
  ...symptom(`${operation} ${status}`, ...candidates),
  answer: { operation, status },
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

test('a defect that turns creations down is no reason for one that it takes', () => {
  const conflict = answered('POST /Users', 400, 'SC1208');
  expect(checksOf([conflict, answered('POST /Users', 400, 'SC1208', 'SC1210')])).toEqual(['SC1208']);
  expect(checksOf([conflict, answered('POST /Users', 201, 'SC1208', 'SC1210')])).toEqual(['SC1208', 'SC1210']);
});

test('a server that breaks down is no reason why another request is said to be wrong', () => {
  const broken = answered('GET /Users/{id}', 500, 'SC1104');
  expect(checksOf([broken, answered('POST /Users', 500, 'SC1104', 'SC1222')])).toEqual(['SC1104']);
  expect(checksOf([broken, answered('POST /Users', 400, 'SC1104', 'SC1222')])).toEqual(['SC1104', 'SC1222']);
});

test('who has the name explains a conflict only where that was seen itself', () => {
  const conflict = symptom('refused', 'SC2601', 'SC2603', 'SC1204');
  expect(checksOf([conflict, { ...conflict, subject: 'refused again' }])).toEqual(['SC1204']);
  expect(checksOf([conflict, symptom('still there', 'SC2601')])).toEqual(['SC2601']);
});

test('a creation that never succeeds for a type of resources is the reason in every scenario, and for other types in its own alone', () => {
  const refusal = (scenario: string, type: 'User' | 'Group', ...candidates: CheckId[]): Symptom => ({
    ...answered(`POST /${type}s`, 400, ...candidates),
    scenario,
    resourceType: type,
  });
  const found = (extended: Symptom, ...types: ('User' | 'Group')[]): string[] =>
    diagnose(
      [refusal('groups/names', 'Group', 'SC1204'), extended],
      new Set(types.length > 0 ? ['SC1204'] : []),
      new Map([['SC1204', new Set(types)]]),
    ).map(({ check }) => check);
  const extended = refusal('groups/extended', 'Group', 'SC1204', 'SC2313');
  expect(found(extended, 'User')).toEqual(['SC1204']);
  expect(found(extended, 'User', 'Group')).toEqual(['SC1204', 'SC2313']);
  expect(found(refusal('users/poor', 'User', 'SC1204', 'SC1211'), 'User')).toEqual(['SC1204', 'SC1211']);
});

test('operations that undo one another show no fault of several operations, unless these lose other values, too', () => {
  const undone = { ...symptom('title', 'SC2115'), path: 'title' };
  const together = (path: string): Symptom => ({ ...symptom(`together: ${path}`, 'SC2117'), path });
  expect(checksOf([undone, together('title')])).toEqual(['SC2115']);
  expect(checksOf([undone, together('title'), together('nickName')]).sort()).toEqual(['SC2115', 'SC2117']);
  expect(checksOf([{ ...symptom('title', 'SC2113'), path: 'title' }, together('title')]).sort()).toEqual(['SC2113', 'SC2117']);
});
