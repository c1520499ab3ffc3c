import { expect, it } from 'vitest';
import { CLIENTS } from '../../src/client/registry.js';
import { needsOf } from '../../src/engine/capability/needs.js';
import { offers } from '../../src/engine/mapping/mapped-rows.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { ENTERPRISE_USER_URN } from '../../src/scim/urn.js';

const OPEN = { filter: false, patch: false, immutable: () => false, hidden: () => false };
const MANAGER = `${ENTERPRISE_USER_URN}:manager`;

function mappingOf(...names: readonly string[]): Mapping {
  const users = names.map((name) => ({ name, type: 'String', filterable: false, required: false }) as const);
  return { ...DEFAULT_MAPPING, users };
}

it('a list of roles is changed as a whole by Entra alone: nobody else is missed for it', () => {
  const mapping = mappingOf('userName', 'roles');
  expect(needsOf(CLIENTS['entra-default'], mapping, OPEN)).toContain('roles');
  expect(needsOf(CLIENTS['okta-oin'], mapping, OPEN)).not.toContain('roles');
  expect(needsOf(CLIENTS.rfc, mapping, OPEN)).not.toContain('roles');
  expect(needsOf(CLIENTS['okta-oin'], mappingOf('userName', 'roles[primary eq "True"].value'), OPEN)).toContain('roles');
});

it('scenarios with a manager are played also where the mapping names the value in it', () => {
  expect(offers(mappingOf('userName', MANAGER), MANAGER)).toBe(true);
  expect(offers(mappingOf('userName', `${MANAGER}.value`), MANAGER)).toBe(true);
  expect(offers(mappingOf('userName'), MANAGER)).toBe(false);
});

it('what a client of the standard does not see unasked is nothing that it must show to be changed', () => {
  const hidden = { ...OPEN, hidden: (_type: string, path: string) => path.includes('[') };
  expect(needsOf(CLIENTS.rfc, DEFAULT_MAPPING, OPEN)).toContain('value-paths');
  expect(needsOf(CLIENTS.rfc, DEFAULT_MAPPING, hidden)).not.toContain('value-paths');
});
