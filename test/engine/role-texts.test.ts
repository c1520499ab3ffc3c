import { describe, expect, it } from 'vitest';
import { withParsedRoles } from '../../src/engine/state/role-texts.js';

describe('roles that come as texts', () => {
  it('mean the roles that the texts describe', () => {
    const value = [{ value: '{"id":"1","value":"Admin","displayName":"The admin"}' }, { value: 'User' }];
    expect(withParsedRoles([{ op: 'Add', path: 'roles', value }])).toEqual([
      { op: 'Add', path: 'roles', value: [{ value: 'Admin', display: 'The admin' }, { value: 'User' }] },
    ]);
  });

  it.each([
    { op: 'Add', path: 'emails', value: [{ value: '{"value":"x"}' }] },
    { op: 'Add', path: 'roles', value: [{ value: '{broken' }, { value: '{}x' }, null, 7] },
    { op: 'Replace', path: 'roles', value: 'text' },
    { op: 'replace', value: { roles: [{ value: '{"value":"x"}' }] } },
    'no operation',
  ])('leave everything else alone: %j', (operation) => expect(withParsedRoles([operation])).toEqual([operation]));
});
