import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.js';
import { selectScenarios } from '../../src/scenario/select.js';
import { nearest } from '../../src/yaml/nearest.js';

const all = ['users/joiner', 'users/leaver', 'groups/push', 'users-more/one'].map(
  (id): Scenario => ({ id, title: id, needs: [], steps: [], source: { file: `${id}.yaml`, line: 1, column: 1 } }),
);
const ids = (...patterns: string[]): string[] => selectScenarios(all, patterns).selected.map(({ id }) => id);

describe('selectScenarios', () => {
  it.each([
    [[], ['users/joiner', 'users/leaver', 'groups/push', 'users-more/one']],
    [['users/leaver'], ['users/leaver']],
    [['users'], ['users/joiner', 'users/leaver']],
    [['users/'], ['users/joiner', 'users/leaver']],
    [['users/*'], ['users/joiner', 'users/leaver']],
    [['users*'], ['users/joiner', 'users/leaver', 'users-more/one']],
    [['*er'], ['users/joiner', 'users/leaver']],
    [['u*/*ea*r'], ['users/leaver']],
    [['*'], ['users/joiner', 'users/leaver', 'groups/push', 'users-more/one']],
    [
      ['groups', 'users/joiner', 'users/joiner'],
      ['users/joiner', 'groups/push'],
    ],
  ])('%j selects %j', (patterns, expected) => {
    expect(ids(...patterns)).toEqual(expected);
    expect(selectScenarios(all, patterns).problems).toEqual([]);
  });

  it.each([
    ['users/leavr', 'Did you mean "users/leaver"?'],
    ['leaver', 'Did you mean "users/leaver"?'],
    ['user', 'Did you mean "users"?'],
    ['group/*', 'Did you mean "groups"?'],
    ['nothing-like-it', 'Folders: users, groups, users-more.'],
    ['users/joiner*joiner', 'Folders: users, groups, users-more.'],
    ['', 'Folders: users, groups, users-more.'],
  ])('%j selects nothing and says so', (pattern, hint) => {
    expect(selectScenarios(all, [pattern])).toEqual({
      selected: [],
      problems: [{ pattern, message: `no scenario matches "${pattern}"`, hint }],
    });
  });

  it('tells of each pattern that selects nothing, beside what the others select', () => {
    const { selected, problems } = selectScenarios(all, ['users', 'x']);
    expect(selected).toHaveLength(2);
    expect(problems.map(({ pattern }) => pattern)).toEqual(['x']);
  });

  it('says when there is nothing to select from', () => {
    expect(selectScenarios([], []).problems).toHaveLength(1);
  });
});

describe('nearest', () => {
  it.each([
    ['sett', 'set'],
    ['expcet', 'expect'],
    ['ACTIVE', 'active'],
    ['zzz', undefined],
    ['', undefined],
  ])('%j is near %j', (word, expected) => expect(nearest(word, ['set', 'expect', 'active', 'clear'])).toBe(expected));
});
