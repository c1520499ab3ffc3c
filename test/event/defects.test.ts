import { describe, expect, it } from 'vitest';
import { defectsOf, severityUnder } from '../../src/event/defects.js';
import { finding } from '../report/events.js';

describe('the defects of a run', () => {
  it('join what dialects, clients, steps and scenarios have shown, and count', () => {
    const [defect, ...others] = defectsOf([
      finding('F1', 'entra-default', { count: 2, blocks: ['users/leaver:3'] }),
      finding('F2', 'entra-aadOptscim062020', { count: 3, scenario: 'users/other', blocks: ['users/leaver:3', 'users/mover:2'] }),
      finding('F3', 'okta-oin', { step: 4 }),
    ]);
    expect(others).toEqual([]);
    expect(defect).toMatchObject({ id: 'D1', check: 'SC2104', count: 6, blocks: ['users/leaver:3', 'users/mover:2'] });
    expect(defect?.findings.map(({ id }) => id)).toEqual(['F1', 'F2', 'F3']);
  });

  it('have the smallest request as their evidence, of the same weight', () => {
    const sent = (length: number): { sent: string } => ({ sent: 'x'.repeat(length) });
    const evidence = (...findings: Parameters<typeof finding>[]): string | undefined =>
      defectsOf(findings.map((each) => finding(...each)))[0]?.evidence.id;
    expect(evidence(['F1', 'rfc', sent(30)], ['F2', 'okta-oin', sent(20)], ['F3', 'okta-aiw', sent(20)])).toBe('F2');
    expect(evidence(['F1', 'rfc', sent(30)], ['F2', 'entra-default', { ...sent(20), severity: 'warning' }])).toBe('F1');
  });

  it('keep the expectations of one step apart, and join those of its dialects', () => {
    const own = (id: string, dialect: 'okta-oin' | 'okta-aiw', expected: string) => finding(id, dialect, { check: 'SC9002', expected });
    const defects = defectsOf([
      own('F1', 'okta-oin', 'a'),
      own('F2', 'okta-oin', 'b'),
      own('F3', 'okta-aiw', 'a'),
      own('F4', 'okta-aiw', 'b'),
      finding('F5', 'okta-oin', { check: 'SC9002', step: 9 }),
    ]);
    expect(defects.map((each) => each.findings.map(({ id }) => id).join())).toEqual(['F1,F3', 'F2,F4', 'F5']);
  });

  it('come errors first, then by what is at stake, then by how much waits for them', () => {
    const defects = defectsOf([
      finding('W', 'rfc', { check: 'w', severity: 'warning', impact: 'access-kept' }),
      finding('N', 'rfc', { check: 'n', impact: 'noise' }),
      finding('D', 'rfc', { check: 'd', impact: 'data-damaged' }),
      finding('A', 'rfc', { check: 'a', impact: 'access-kept' }),
      finding('P', 'rfc', { check: 'p', impact: 'provisioning-lost' }),
      finding('Q', 'rfc', { check: 'q', impact: 'provisioning-lost', blocks: ['users/leaver:1'] }),
    ]);
    expect(defects.map(({ evidence }) => evidence.id).join('')).toBe('ADQPNW');
    expect(defects.map(({ id }) => id)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
  });

  it('say for each client how bad it is', () => {
    const [defect] = defectsOf([finding('F1', 'rfc'), finding('F2', 'okta-oin', { severity: 'warning' })]);
    if (defect === undefined) throw new Error('there is a defect');
    expect(defect.severity).toBe('error');
    expect([severityUnder(defect, 'rfc'), severityUnder(defect, 'okta'), severityUnder(defect, 'okta-aiw')]).toEqual([
      'error',
      'warning',
      undefined,
    ]);
  });
});
