import { expect, it } from 'vitest';
import type { CheckId } from '../../../src/check/check-id.js';
import type { Symptom } from '../../../src/check/symptom.js';
import { RunLog } from '../../../src/engine/judge/run-log.js';

function symptom(dialect: Symptom['dialect'], ...candidates: CheckId[]): Omit<Symptom, 'id'> {
  return { dialect, order: [0, 0], candidates, subject: '', expected: '', received: '' };
}

it('a check that may be a reason besides counts only where the same client shows it to fail elsewhere', () => {
  const log = new RunLog();
  const { id } = log.note(symptom('okta-oin', 'SC2603'));
  log.note(symptom('entra-default', 'SC2146'));
  const candidates = () => log.symptoms.map((each) => each.candidates);
  log.consider(id, 'SC2146');
  expect(candidates()).toEqual([['SC2603'], ['SC2146']]);
  log.note(symptom('okta-oin', 'SC2146'));
  expect(candidates()).toEqual([['SC2146', 'SC2603'], ['SC2146'], ['SC2146']]);
});

it('symptoms are numbered, amended and withdrawn by their number', () => {
  const log = new RunLog();
  const [first, second] = [log.note(symptom('rfc', 'SC2603')), log.note(symptom('rfc', 'SC2603'))];
  log.amend(second.id, ['SC2146']);
  expect(log.symptoms.map(({ id, candidates }) => [id, ...candidates])).toEqual([
    [1, 'SC2603'],
    [2, 'SC2146'],
  ]);
  log.withdraw([first]);
  expect(log.symptoms.map(({ id }) => id)).toEqual([2]);
  expect(log.note(symptom('rfc', 'SC2603')).id).toBe(3);
});

it('a step is blocked by each of its causes', () => {
  const log = new RunLog();
  const step = { dialect: 'rfc', scenario: 'users/joiner', step: 2 } as const;
  log.block(step, [
    { id: 7, candidates: [] },
    { id: 9, candidates: [] },
  ]);
  expect(log.blocked).toEqual([
    { ...step, cause: 7 },
    { ...step, cause: 9 },
  ]);
});

it('what held for one type, or under one client, says nothing of others', () => {
  const log = new RunLog();
  log.confirmFor('SC2603', 'User', 'rfc');
  log.confirm('SC2146', 'okta-oin');
  expect([log.heldFor('SC2603', 'User', 'rfc'), log.heldFor('SC2603', 'Group', 'rfc'), log.heldFor('SC2603', 'User', 'okta-oin')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([...(log.heldTypes.get('SC2603') ?? [])]).toEqual(['User']);
  expect([log.held('okta-oin').has('SC2146'), log.held('rfc').has('SC2146'), log.held('rfc').has('SC2603')]).toEqual([true, false, true]);
  const whole = new RunLog();
  whole.confirmAll(log, 'rfc');
  expect([whole.heldFor('SC2603', 'User', 'rfc'), whole.held('rfc').has('SC2603'), whole.held('okta-oin').has('SC2146')]).toEqual([
    true,
    true,
    false,
  ]);
});

it('a value that never showed is remembered under the client that sent it, in any letter case', () => {
  const log = new RunLog();
  const cause = { id: 1, candidates: [] };
  log.noteNeverShown('rfc', 'Title', cause);
  expect([log.neverShown('rfc', 'TITLE'), log.neverShown('okta-oin', 'title'), log.neverShown('rfc', 'name')]).toEqual([
    cause,
    undefined,
    undefined,
  ]);
});
