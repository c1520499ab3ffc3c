import { describe, expect, it } from 'vitest';
import { Faults, refusalOf } from '../../src/explore/faults.js';
import type { HistoryStep } from '../../src/explore/history-step.js';
import type { IntentOf } from '../../src/scenario/intent.js';

function update(set: IntentOf<'update'>['set'], shapes: HistoryStep['shapes'] = {}): HistoryStep {
  return { intent: { kind: 'update', object: 'ann', set, clear: [], add: [], remove: [] }, shapes };
}

const LOST = { candidates: ['SC2113'], path: 'title', received: '200, then GET: title: no value', step: 1 } as const;
const REFUSED = { candidates: ['SC2201'], received: '400 {"detail":"no & in \\"x\\""}', step: 1 } as const;

describe('what has been found', () => {
  it('is expected at the same attribute, and nowhere else', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2113', path: 'title' }, [update({ title: 'Lead' }, { title: 'plain' })], LOST);
    expect(faults.isKnown(LOST, [update({ title: 'R&D' }, { title: 'ampersand' })])).toBe(true);
    expect(faults.isKnown({ ...LOST, path: 'nickName' }, [update({ nickName: 'Al' }, { nickName: 'plain' })])).toBe(false);
    expect(faults.isTriggeredBy({ operation: 'set', attribute: 'title', shape: 'dots', stage: 'new' })).toBe(true);
  });

  it('is expected for its shape of value alone, where a plain one does no harm', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2113', path: 'title' }, [update({ title: '&' }, { title: 'ampersand' })], LOST);
    expect(faults.isKnown(LOST, [update({ title: 'R&D' }, { title: 'ampersand' })])).toBe(true);
    expect(faults.isKnown(LOST, [update({ title: 'Lead' }, { title: 'plain' })])).toBe(false);
    expect(faults.isTriggeredBy({ operation: 'set', attribute: 'title', shape: 'dots', stage: 'new' })).toBe(false);
  });

  it('is a check as such, once it has failed for three attributes', () => {
    const faults = new Faults();
    for (const path of ['title', 'nickname', 'locale']) faults.expect({ check: 'SC2113', path }, []);
    expect(faults.isKnown({ ...LOST, path: 'timezone' }, [])).toBe(true);
  });

  it('is known by the words of a refusal, under whatever check, where a step does the same and more', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2201', path: '' }, [update({ title: '&' }, { title: 'ampersand' })], REFUSED);
    const other = { ...REFUSED, candidates: ['SC2102'] } as const;
    const both = { title: 'ampersand', nickName: 'plain' };
    expect(faults.isKnown(other, [update({ title: 'R&D', nickName: 'Al' }, both)])).toBe(true);
    expect(faults.isKnown(other, [update({ nickName: 'Al' }, { nickName: 'plain' })])).toBe(false);
    expect(faults.isKnown({ ...other, received: '400 {"detail":"too long"}' }, [update({ title: 'R&D' }, both)])).toBe(false);
  });
});

describe('the words of a refusal', () => {
  it('are the same for other people', () => {
    const refused = (name: string): string | undefined => refusalOf({ received: `409 {"detail":"${name} is not unique"}` });
    expect(refused('ann.sc3k4m5n@example.com')).toBe(refused('bo.scabcdefg@example.com'));
    expect(refusalOf({ received: '200, then GET: title: no value' })).toBeUndefined();
  });
});
