import { describe, expect, it } from 'vitest';
import type { History, HistoryStep } from '../../src/explore/history-step.js';
import { requestStep } from '../../src/explore/moves/request.js';
import { isPlayable, populationAfter } from '../../src/explore/population.js';
import { reduce } from '../../src/explore/reduce.js';
import type { IntentOf } from '../../src/scenario/intent.js';

function create(key: string, members?: readonly string[]): HistoryStep {
  const type = members === undefined ? 'User' : 'Group';
  return { intent: { kind: 'create', object: { type, key, with: {}, without: [], members: members ?? [] } }, shapes: {} };
}

function update(object: string, changes: Partial<IntentOf<'update'>>, shapes: Record<string, string> = {}): HistoryStep {
  return { intent: { kind: 'update', object, set: {}, clear: [], add: [], remove: [], ...changes }, shapes };
}

const NEVER = (): boolean => false;
const PLAIN = (): string => 'Plain';

/** A history fails where a step of it does. */
function whenSome(fails: (step: HistoryStep) => boolean): (history: History) => Promise<boolean> {
  return async (history) => history.some(fails);
}

describe('making a history shorter', () => {
  const long: History = [
    create('ann'),
    create('ben'),
    create('team', ['ann', 'ben']),
    update('ben', { set: { title: 'Lead', nickName: 'R&D team' } }, { title: 'plain', nickName: 'ampersand' }),
    update('team', { remove: ['ann', 'ben'] }),
    { intent: { kind: 'match', object: 'ann' }, shapes: {} },
  ];

  it('leaves what the failure takes, and who must be there for it', async () => {
    const fails = whenSome(({ intent }) => intent.kind === 'update' && intent.remove.includes('ben'));
    const shortest = await reduce(long, fails, PLAIN, NEVER);
    // Who is to leave stays a member: to remove somebody who is none is another thing.
    expect(shortest).toEqual([create('ben'), create('team', ['ben']), update('team', { remove: ['ben'] })]);
  });

  it('leaves the characters of a value that it takes', async () => {
    const fails = whenSome(({ intent }) => intent.kind === 'update' && String(intent.set['nickName']).includes('&'));
    const shortest = await reduce(long, fails, PLAIN, NEVER);
    expect(shortest).toEqual([create('ben'), update('ben', { set: { nickName: '&' } }, { nickName: 'ampersand' })]);
  });

  it('leaves what is wrong with a request that is to be refused', async () => {
    const body = { schemas: [], userName: 'wrong.${random.uuid}', name: 'text', active: 'text' };
    const refused = { expect: { status: [400] }, check: 'SC1213' } as const;
    const wrong = requestStep('POST', '/Users', refused, { body });
    expect(
      await reduce(
        [create('ann'), wrong],
        whenSome(({ intent }) => intent.kind === 'request'),
        PLAIN,
        NEVER,
      ),
    ).toEqual([wrong]);
  });

  it('leaves in a request what is expected of it', async () => {
    const body = { UserName: 'text', Title: 'Engineer', Active: true };
    const demands = { expect: { status: [201], attributes: { title: 'Engineer' } }, check: 'SC1121' } as const;
    const shortest = await reduce([requestStep('POST', '/Users', demands, { body })], async () => true, PLAIN, NEVER);
    expect(shortest).toEqual([requestStep('POST', '/Users', demands, { body: { UserName: 'text', Title: 'Engineer' } })]);
  });

  it('takes a plain value where any will do', async () => {
    const fails = whenSome(({ intent }) => intent.kind === 'update' && intent.set['nickName'] !== undefined);
    const shortest = await reduce(long, fails, PLAIN, NEVER);
    expect(shortest.at(-1)).toEqual(update('ben', { set: { nickName: 'Plain' } }, { nickName: 'plain' }));
  });

  it('lets a group begin with those who stand in it before the step that fails', async () => {
    const history: History = [
      create('ann'),
      create('ben'),
      create('team', ['ann', 'ben']),
      update('team', { remove: ['ann', 'ben'] }),
      update('team', { add: ['ben'] }),
      update('team', { add: ['ann', 'ben'] }),
    ];
    const isMixed = whenSome(({ intent }) => intent.kind === 'update' && intent.add.length === 2);
    // Ben alone stands there: nobody else may be added again.
    const fails = async (each: History): Promise<boolean> =>
      (await isMixed(each)) && populationAfter(each.slice(0, -1)).get('team')?.members.join() === 'ben';
    expect(await reduce(history, fails, PLAIN, NEVER)).toEqual([
      create('ann'),
      create('ben'),
      create('team', ['ben']),
      update('team', { add: ['ann', 'ben'] }),
    ]);
  });

  it('plays nothing that makes no sense, and stops when the time is up', async () => {
    let played = 0;
    const fails = async (history: History): Promise<boolean> => {
      expect(isPlayable(history)).toBe(true);
      played += 1;
      return false;
    };
    expect(await reduce(long, fails, PLAIN, () => played === 3)).toBe(long);
    expect(played).toBe(3);
  });
});
