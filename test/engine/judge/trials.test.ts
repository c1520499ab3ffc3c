import { expect, it } from 'vitest';
import { MOST_FOR_ONE, Trials } from '../../../src/engine/judge/trials.js';

it('so many requests are spent on one write, and so many under one client', () => {
  const trials = new Trials(MOST_FOR_ONE + 2);
  const first = trials.about('rfc', 'a');
  const spent = Array.from({ length: MOST_FOR_ONE + 1 }, () => first?.spend());
  expect([spent.filter(Boolean).length, spent.at(-1)]).toEqual([MOST_FOR_ONE, false]);
  const second = trials.about('rfc', 'b');
  expect([second?.spend(), second?.spend(), second?.spend()]).toEqual([true, true, false]);
  expect(trials.about('okta-oin', 'b')?.spend()).toBe(true);
});

it('nothing is asked where nothing may be spent, or where it was asked in vain', () => {
  expect(new Trials(0).about('rfc', 'a')).toBeUndefined();
  const trials = new Trials();
  trials.about('rfc', 'a')?.inVain(new Set(['SC2101']));
  expect(trials.about('rfc', 'a')).toBeUndefined();
  expect([trials.about('rfc', 'b'), trials.about('okta-oin', 'a')]).not.toContain(undefined);
  expect([...trials.refuted('rfc', 'a')]).toEqual(['SC2101']);
  expect([trials.refuted('rfc', 'b').size, trials.refuted('okta-oin', 'a').size]).toEqual([0, 0]);
});

it('what has helped, was refused or is shared is remembered by the client that sent it', () => {
  const trials = new Trials();
  trials.about('rfc', 'a')?.helped.add('with "op" in lower case');
  expect([trials.about('rfc', 'b')?.helped.size, trials.about('okta-oin', 'a')?.helped.size]).toEqual([1, 0]);
  trials.noteRefused('rfc', 'User remove title');
  trials.noteRefused('rfc', 'User title');
  trials.noteShared('rfc', 'User');
  expect([trials.isRefused('rfc', 'User remove title'), trials.isRefused('rfc', 'User title')]).toEqual([true, true]);
  expect([trials.isRefused('okta-oin', 'User title'), trials.isRefused('rfc', 'Group title')]).toEqual([false, false]);
  expect([trials.isShared('rfc', 'User'), trials.isShared('rfc', 'Group'), trials.isShared('okta-oin', 'User')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([trials.number(), trials.number()]).toEqual([1, 2]);
});

it('how every write is put down is not to blame where trials have shown twice that it is not, and never that it is', () => {
  const trials = new Trials();
  trials.noteTrial('rfc', 'User', new Set(['SC2101', 'SC2103']), []);
  expect([...trials.neverOfHelp('rfc', 'User')]).toEqual([]);
  trials.noteTrial('rfc', 'User', new Set(['SC2101', 'SC2103']), ['SC2152']);
  expect([...trials.neverOfHelp('rfc', 'User')]).toEqual(['SC2101']);
  expect([trials.neverOfHelp('rfc', 'Group').size, trials.neverOfHelp('okta-oin', 'User').size]).toEqual([0, 0]);
  trials.noteTrial('rfc', 'User', new Set(), ['SC2101']);
  expect([...trials.neverOfHelp('rfc', 'User')]).toEqual([]);
});
