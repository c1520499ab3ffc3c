import { expect, it } from 'vitest';
import { ENTRA_DEFAULT_MAPPING } from '../../src/mapping/default.js';
import { withOffered } from '../../src/mapping/offered.js';
import { attribute, type SchemaDefinition } from '../../src/scim/attribute.js';
import { USER_URN } from '../../src/scim/urn.js';

function schemas(parts: readonly string[], rest: Parameters<typeof attribute>[2] = {}): SchemaDefinition[] {
  const subAttributes = parts.map((part) => attribute(part, ''));
  const roles = attribute('roles', '', { type: 'complex', multiValued: true, subAttributes, ...rest });
  return [{ id: USER_URN, name: 'User', attributes: [attribute('userName', ''), roles] }];
}

const offered = (given: readonly SchemaDefinition[] | undefined): string[] =>
  withOffered(ENTRA_DEFAULT_MAPPING, given).users.flatMap((row) => (row.offered === true && row.sparse === true ? [row.name] : []));

it('app roles are offered where /Schemas says that they can be written', () => {
  expect(offered(schemas(['value', 'primary', 'type']))).toEqual(['roles[primary eq "True"].value', 'roles']);
});

it('and nowhere else', () => {
  expect(offered(undefined)).toEqual([]);
  expect(offered([])).toEqual([]);
  expect(offered(schemas(['value']))).toEqual([]);
  expect(offered(schemas(['value', 'primary'], { mutability: 'readOnly' }))).toEqual([]);
  expect(offered(schemas(['value', 'primary'], { multiValued: false }))).toEqual([]);
});

it('nor where the mapping has roles of its own', () => {
  const once = withOffered(ENTRA_DEFAULT_MAPPING, schemas(['value', 'primary']));
  expect(withOffered(once, schemas(['value', 'primary']))).toBe(once);
});
