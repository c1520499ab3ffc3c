import { describe, expect, it } from 'vitest';
import type { CheckId } from '../../../src/check/check-id.js';
import type { Symptom } from '../../../src/check/symptom.js';
import type { Dialect } from '../../../src/client/client.js';
import { Wire } from '../../../src/engine/exchange/wire.js';
import { attributeOf, findingsOf } from '../../../src/engine/judge/findings.js';
import { RunLog } from '../../../src/engine/judge/run-log.js';
import type { ScimRequest } from '../../../src/scim/message.js';
import { VirtualClock } from '../../base/virtual-clock.js';
import { targetAt } from '../harness.js';

const DIALECT: Dialect = 'entra-default';

/** Has sent a request for each status, and was answered with it: E1, E2 and so on. */
async function wireWith(...answers: readonly (readonly [ScimRequest['method'], string, number])[]): Promise<Wire> {
  let status = 200;
  const transport = {
    send: async () => ({ ok: true, response: { status, headers: [], text: '', milliseconds: 1, truncated: false } }) as const,
    close: async () => undefined,
  };
  const wire = new Wire({
    target: targetAt('http://sample.test/scim/v2'),
    transport,
    sink: () => undefined,
    clock: new VirtualClock(),
    hide: (text) => text,
    milliseconds: 60_000,
  });
  for (const [method, target, answered] of answers) {
    status = answered;
    await wire.sendUnpaced({ method, target, headers: [], purpose: 'raw' }, { dialect: DIALECT });
  }
  return wire;
}

function symptom(check: CheckId, over: Partial<Symptom> = {}): Omit<Symptom, 'id'> {
  return { dialect: DIALECT, order: [0, 0], candidates: [check], direct: true, subject: '', expected: 'a', received: 'b', ...over };
}

describe('findings', () => {
  it('come in the order in which they were seen first, of each client by itself', async () => {
    const log = new RunLog();
    log.note(symptom('SC2603', { order: [2, 1], exchange: 'E9' }));
    log.note(symptom('SC1008', { order: [1, 7] }));
    log.note(symptom('SC2146', { order: [1, 5] }));
    log.note(symptom('SC2603', { order: [9, 0], dialect: 'okta-oin' }));
    const findings = findingsOf(log, ['okta-oin', DIALECT], await wireWith());
    expect(findings.map(({ id, check, dialect }) => `${id} ${check} ${dialect}`)).toEqual([
      'F1 SC2603 okta-oin',
      `F2 SC2146 ${DIALECT}`,
      `F3 SC1008 ${DIALECT}`,
      `F4 SC2603 ${DIALECT}`,
    ]);
  });

  it('are one for each expectation of a scenario that fails, and for each subject', async () => {
    const log = new RunLog();
    const place = { scenario: 'users/joiner', step: 1 };
    log.note(symptom('SC9002', { ...place, subject: 'status' }));
    log.note(symptom('SC9002', { ...place, subject: 'status', order: [0, 1] }));
    log.note(symptom('SC9002', { ...place, subject: 'title', order: [0, 2] }));
    log.note(symptom('SC9002', { ...place, step: 2, order: [0, 3] }));
    expect(findingsOf(log, [DIALECT], await wireWith()).map(({ step, count }) => [step, count])).toEqual([
      [1, 2],
      [1, 1],
      [2, 1],
    ]);
  });

  it('are told by the shortest request that a scenario has sent, with what else went the same way in it', async () => {
    const wire = await wireWith(
      ['PATCH', '/Users/u1?a-query-that-is-longer-than-the-other-one-by-far', 200],
      ['PATCH', '/Users/u1', 200],
      ['PATCH', '/', 200],
    );
    const log = new RunLog();
    log.note(symptom('SC2603', { exchange: 'E1', scenario: 's', step: 3 }));
    log.note(symptom('SC2603', { exchange: 'E2', scenario: 's', step: 4, path: 'title', received: 'title', subject: 'missing title' }));
    log.note(symptom('SC2603', { exchange: 'E2', scenario: 's', step: 4, path: 'nickName', subject: 'missing nickName' }));
    log.note(symptom('SC2603', { exchange: 'E2', scenario: 's', step: 4, path: 'active', subject: 'changed active' }));
    log.note(symptom('SC2603', { exchange: 'E2', scenario: 's', step: 4, path: 'members[u1]', subject: 'missing members' }));
    log.note(symptom('SC2603', { exchange: 'E3' }));
    const [finding] = findingsOf(log, [DIALECT], wire);
    expect(finding).toMatchObject({ exchange: 'E2', scenario: 's', step: 4, sent: 'PATCH /Users/u1', count: 3 });
    expect(finding?.received).toBe('title (likewise nickName)');
    expect(finding?.seen).toEqual([
      { scenario: 's' },
      { scenario: 's', attribute: 'title' },
      { scenario: 's', attribute: 'nickName' },
      { scenario: 's', attribute: 'active' },
      { scenario: 's', attribute: 'members' },
      {},
    ]);
  });

  it('name so many further paths, and count the others', async () => {
    const log = new RunLog();
    for (const path of Array.from({ length: 11 }, (_, index) => `a${index}`))
      log.note(symptom('SC2603', { exchange: 'E1', path, received: path }));
    const [finding] = findingsOf(log, [DIALECT], await wireWith());
    expect(finding?.received).toBe('a0 (likewise a1, a2, a3, a4, a5, a6, a7, a8 and 2 more)');
  });

  it('block the steps that hold one of their symptoms, each once', async () => {
    const log = new RunLog();
    const [first, second] = [log.note(symptom('SC2603')), log.note(symptom('SC2603', { exchange: 'E2' }))];
    const other = log.note(symptom('SC2146'));
    log.block({ dialect: DIALECT, scenario: 's', step: 2 }, [first, second]);
    log.block({ dialect: DIALECT, scenario: 's', step: 3 }, [other]);
    const blocks = Object.fromEntries(findingsOf(log, [DIALECT], await wireWith()).map((each) => [each.check, each.blocks]));
    expect(blocks).toEqual({ SC2603: ['s:2'], SC2146: ['s:3'] });
  });

  it('say by the status what to do, where all that shows them was refused with the same one', async () => {
    const wire = await wireWith(['PATCH', '/Users/u1', 405], ['PATCH', '/Users/u1', 405], ['PATCH', '/Users/u1', 200]);
    const fixFor = (...exchanges: string[]): string | undefined => {
      const log = new RunLog();
      for (const exchange of exchanges) log.note(symptom('SC2603', { exchange }));
      return findingsOf(log, [DIALECT], wire)[0]?.fix;
    };
    const served = 'Serve this request: the status says that nothing here does.';
    expect([fixFor('E1', 'E2'), fixFor('E1', 'E3') === served, fixFor('E3') === served]).toEqual([served, false, false]);
  });

  it('have an effect of their own where the target refused all that shows them', async () => {
    const wire = await wireWith(['PATCH', '/Groups/g1', 400], ['PATCH', '/Groups/g1', 500], ['PATCH', '/Groups/g1', 200]);
    const effectOf = (...exchanges: string[]): string | undefined => {
      const log = new RunLog();
      for (const exchange of exchanges) log.note(symptom('SC2302', { exchange }));
      return findingsOf(log, [DIALECT], wire)[0]?.effect;
    };
    const refused = effectOf('E1', 'E2');
    expect(refused).toContain('whoever leaves a group keeps its access');
    expect([effectOf('E1', 'E3'), effectOf('E3'), effectOf('E1', 'E9')]).not.toContain(refused);
  });

  it('are warnings where only scenarios show them that are about what the target offers besides', async () => {
    const severities = (...scenarios: string[]): string[] => {
      const log = new RunLog();
      for (const scenario of scenarios) log.note(symptom('SC2603', { scenario, exchange: scenario }));
      return findingsOf(log, [DIALECT], wire, (_, scenario) => scenario === 'offered').map(({ severity }) => severity);
    };
    const wire = await wireWith();
    expect([severities('offered'), severities('offered', 'other')]).toEqual([['warning'], ['error']]);
  });
});

it('the attribute of a path is the same in every run', () => {
  expect(['members[u\n1]', 'members', 'emails[type eq "work"].value'].map(attributeOf)).toEqual([
    'members',
    'members',
    'emails[type eq "work"].value',
  ]);
});
