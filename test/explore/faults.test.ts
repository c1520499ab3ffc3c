import { describe, expect, it } from 'vitest';
import { Faults, refusalOf } from '../../src/explore/faults.js';
import type { HistoryStep } from '../../src/explore/history-step.js';
import type { IntentOf } from '../../src/scenario/intent.js';

function update(set: IntentOf<'update'>['set'], shapes: HistoryStep['shapes'] = {}): HistoryStep {
  return { intent: { kind: 'update', object: 'ann', set, clear: [], add: [], remove: [] }, shapes };
}

const SEEN = { id: 1, dialect: 'rfc', order: [1, 1], subject: '', expected: '', step: 1 } as const;
const LOST = { ...SEEN, candidates: ['SC2113'], path: 'title', received: '200, then GET: title: no value' } as const;
const REFUSED = { ...SEEN, candidates: ['SC2201'], received: '400 {"detail":"no & in \\"x\\""}' } as const;

describe('what has been found', () => {
  it('is expected at the same attribute, and nowhere else', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2113', path: 'title' }, [update({ title: 'Lead' }, { title: 'plain' })], LOST);
    expect(faults.known(LOST, [update({ title: 'R&D' }, { title: 'ampersand' })])).toBeDefined();
    expect(faults.known({ ...LOST, path: 'nickName' }, [update({ nickName: 'Al' }, { nickName: 'plain' })])).toBeUndefined();
    expect(faults.isTriggeredBy({ operation: 'set', attribute: 'title', shape: 'dots', stage: 'new' })).toBe(true);
  });

  it('is expected for its shape of value alone, where a plain one does no harm', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2113', path: 'title' }, [update({ title: '&' }, { title: 'ampersand' })], LOST);
    expect(faults.known(LOST, [update({ title: 'R&D' }, { title: 'ampersand' })])).toBeDefined();
    expect(faults.known(LOST, [update({ title: 'Lead' }, { title: 'plain' })])).toBeUndefined();
    expect(faults.isTriggeredBy({ operation: 'set', attribute: 'title', shape: 'dots', stage: 'new' })).toBe(false);
  });

  it('is a check as such, once it has failed for three attributes', () => {
    const faults = new Faults();
    for (const path of ['title', 'nickname', 'locale']) faults.expect({ check: 'SC2113', path }, []);
    expect(faults.known({ ...LOST, path: 'timezone' }, [])).toBeDefined();
  });

  it('is known by the words of a refusal, under whatever check, where a step does the same and more', () => {
    const faults = new Faults();
    faults.learn({ check: 'SC2201', path: '' }, [update({ title: '&' }, { title: 'ampersand' })], REFUSED);
    const other = { ...REFUSED, candidates: ['SC2102'] } as const;
    const both = { title: 'ampersand', nickName: 'plain' };
    expect(faults.known(other, [update({ title: 'R&D', nickName: 'Al' }, both)])).toBeDefined();
    expect(faults.known(other, [update({ nickName: 'Al' }, { nickName: 'plain' })])).toBeUndefined();
    expect(faults.known({ ...other, received: '400 {"detail":"too long"}' }, [update({ title: 'R&D' }, both)])).toBeUndefined();
  });
});

describe('who loses a group with a change of their own', () => {
  const create = (type: 'User' | 'Group', key: string, members: readonly string[]): HistoryStep => ({
    intent: { kind: 'create', object: { type, key, with: {}, without: [], members } },
    shapes: {},
  });
  const off: HistoryStep = update({ active: false });
  const leave: HistoryStep = {
    intent: { kind: 'update', object: 'team', set: {}, clear: [], add: [], remove: ['ben'] },
    shapes: {},
  };
  const history = [create('User', 'ann', []), create('User', 'ben', []), create('Group', 'team', ['ann', 'ben']), off, leave];
  const missing = { ...SEEN, step: 5, candidates: ['SC2701'], path: 'members[u1]', received: '204, then GET: members = []' } as const;

  it('is known when a later write to the group shows it', () => {
    const faults = new Faults();
    expect(faults.known(missing, history)).toBeUndefined();
    faults.expect({ check: 'SC2404', path: '' }, history);
    expect(faults.known(missing, history)).toBeDefined();
    // Nobody has changed there.
    const other = history.filter((step) => step !== off);
    expect(faults.known({ ...missing, step: 4 }, other)).toBeUndefined();
  });
});

it('a look that was seen to miss is known, whatever check says why', () => {
  const faults = new Faults();
  const look = (letterCase: 'upper' | 'lower'): HistoryStep => ({ intent: { kind: 'match', object: 'ann', letterCase }, shapes: {} });
  const missed = { ...SEEN, candidates: ['SC1304'], received: 'no resource' } as const;
  const unexplained = { ...SEEN, candidates: ['SC9001'], received: 'no resource' } as const;
  expect(faults.known(unexplained, [look('upper')])).toBeUndefined();
  faults.learn({ check: 'SC1304', path: '' }, [look('upper')], missed);
  expect(faults.known(unexplained, [look('upper')])?.told).toBe(missed);
  expect(faults.known(unexplained, [look('lower')])).toBeUndefined();
});

describe('a refusal of an awkward value', () => {
  it('is known wherever the same attribute has one, in the same words', () => {
    const faults = new Faults();
    const create: HistoryStep = {
      intent: { kind: 'create', object: { type: 'Group', key: 'team', with: { displayName: 'C++' }, without: [], members: [] } },
      shapes: { displayName: 'plus' },
    };
    faults.learn({ check: 'SC2315', path: '' }, [create], REFUSED);
    expect(faults.known(REFUSED, [update({ displayName: 'R&D' }, { displayName: 'ampersand' })])?.told).toBe(REFUSED);
    expect(faults.known(REFUSED, [update({ displayName: 'Red' }, { displayName: 'plain' })])).toBeUndefined();
  });
});

describe('the words of a refusal', () => {
  it('are the same for other people', () => {
    const refused = (name: string): string | undefined => refusalOf({ received: `409 {"detail":"${name} is not unique"}` });
    expect(refused('ann.sc3k4m5n@example.com')).toBe(refused('bo.scabcdefg@example.com'));
    expect(refusalOf({ received: '200, then GET: title: no value' })).toBeUndefined();
  });
});
