import { describe, expect, it } from 'vitest';
import { withRolesMeant } from '../../src/engine/role-texts.js';

describe('roles that come as texts', () => {
  it('mean the roles that the texts describe', () => {
    const value = [{ value: '{"id":"1","value":"Admin","displayName":"The admin"}' }, { value: 'User' }];
    expect(withRolesMeant([{ op: 'Add', path: 'roles', value }])).toEqual([
      { op: 'Add', path: 'roles', value: [{ value: 'Admin', display: 'The admin' }, { value: 'User' }] },
    ]);
  });

  it.each([
    { op: 'Add', path: 'emails', value: [{ value: '{"value":"x"}' }] },
    { op: 'Add', path: 'roles', value: [{ value: '{broken' }, { value: '{}x' }, null, 7] },
    { op: 'Replace', path: 'roles', value: 'text' },
    { op: 'replace', value: { roles: [{ value: '{"value":"x"}' }] } },
    'no operation',
  ])('leave everything else alone: %j', (operation) => expect(withRolesMeant([operation])).toEqual([operation]));
});
