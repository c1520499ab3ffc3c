import { describe, expect, it } from 'vitest';
import { LookUps } from '../../../src/engine/judge/look-ups.js';
import type { ScimRequest, ScimResponse } from '../../../src/scim/message.js';

const answer = (status: number): ScimResponse => ({ status, headers: [], text: '', milliseconds: 1 });

function lookUp(value: string, over: Partial<ScimRequest> = {}): ScimRequest {
  const target = `/Users?filter=userName eq "${value}"`;
  return { method: 'GET', target, headers: [], purpose: 'match', resourceType: 'User', filter: { attribute: 'userName', value }, ...over };
}

function create(userName: string | undefined): ScimRequest {
  const body = userName === undefined ? {} : { userName };
  return { method: 'POST', target: '/Users', headers: [], purpose: 'create', resourceType: 'User', body };
}

describe('look-ups that break down', () => {
  it('do so since somebody was created after the last one that was answered', () => {
    const lookUps = new LookUps();
    lookUps.after(create('before'), answer(201));
    lookUps.after(lookUp('x'), answer(200));
    lookUps.after(create('ada'), answer(201));
    lookUps.after(create(undefined), answer(201));
    lookUps.after(create('refused'), answer(400));
    const since = '; look-ups were answered until "ada", "a resource without a name" were created';
    expect(lookUps.after(lookUp('y'), answer(500))).toEqual({ answered: lookUp('x'), since });
    // Who was created after that is not the reason.
    lookUps.after(create('eva'), answer(201));
    expect(lookUps.after(lookUp('z'), answer(503))?.since).toBe(since);
    lookUps.after(lookUp('z'), answer(200));
    lookUps.after(create('eve'), answer(201));
    expect(lookUps.after(lookUp('z'), answer(500))?.since).toBe('; look-ups were answered until "eve" was created');
  });

  it.each<[string, ScimRequest, number]>([
    ['one that is refused', lookUp('y'), 400],
    ['a read by the id', lookUp('y', { id: 'u1' }), 500],
    ['a write', lookUp('y', { method: 'PATCH' }), 500],
    ['one of another type', lookUp('y', { resourceType: 'Group' }), 500],
  ])('are not %s', (_what, request, status) => {
    const lookUps = new LookUps();
    lookUps.after(lookUp('x'), answer(200));
    lookUps.after(create('ada'), answer(201));
    expect(lookUps.after(request, answer(status))).toBeUndefined();
  });

  it('say nothing where none was answered before, nobody was created since, or too many were', () => {
    const lookUps = new LookUps();
    lookUps.after(create('ada'), answer(201));
    expect(lookUps.after(lookUp('x'), answer(500))).toBeUndefined();
    lookUps.after(lookUp('x'), answer(200));
    expect(lookUps.after(lookUp('x'), answer(500))).toBeUndefined();
    lookUps.after(lookUp('x'), answer(200));
    for (const name of ['a', 'b', 'c', 'd']) lookUps.after(create(name), answer(201));
    expect(lookUps.after(lookUp('x'), answer(500))).toBeUndefined();
  });
});

it('the last create that was accepted is kept, searches by POST aside', () => {
  const lookUps = new LookUps();
  lookUps.after(create('ada'), answer(201));
  lookUps.after(create('eva'), answer(409));
  lookUps.after({ ...create('search'), target: '/Users/.search' }, answer(200));
  expect([lookUps.lastCreate('User')?.name, lookUps.lastCreate('Group')]).toEqual(['ada', undefined]);
});

it('an answer may be a kept one where the same was asked before, until that was in vain three times and never the reason', () => {
  const lookUps = new LookUps();
  expect(lookUps.mayBeKept(lookUp('x'))).toBe(false);
  lookUps.after(lookUp('x'), answer(200));
  expect([lookUps.mayBeKept(lookUp('X')), lookUps.mayBeKept(lookUp('y'))]).toEqual([true, false]);
  const { filter: _filter, ...list } = lookUp('x');
  expect(lookUps.mayBeKept(list)).toBe(false);
  for (let count = 0; count < 3; count += 1) lookUps.noteKept(false);
  expect(lookUps.mayBeKept(lookUp('x'))).toBe(false);
  lookUps.noteKept(true);
  expect(lookUps.mayBeKept(lookUp('x'))).toBe(true);
});
