import { expect, it } from 'vitest';
import { factsFor, returnedWhen } from '../../src/engine/compare/visibility.js';
import { compilePath } from '../../src/engine/state/compiled-path.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const schemas = new SchemaSet(
  STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map((each) =>
      /^(active|title)$/.test(each.name) ? { ...each, returned: 'request' as const, mutability: 'readOnly' as const } : each,
    ),
  })),
);

it('a client of the standard asks by name for active, where /Schemas says so; Entra and Okta expect it in every answer, and set it', () => {
  const of = (family: 'entra' | 'okta' | 'rfc', name: string) =>
    compilePath(factsFor({ schemas, advertised: schemas }, family).schemas, 'User', name);
  for (const family of ['entra', 'okta'] as const) {
    expect(returnedWhen(of(family, 'active'))).toBe('default');
    expect(of(family, 'active').definition?.mutability).toBe('readWrite');
    expect(returnedWhen(of(family, 'title'))).toBe('request');
    expect(of(family, 'title').definition?.mutability).toBe('readOnly');
  }
  expect(returnedWhen(of('rfc', 'active'))).toBe('request');
  expect(of('rfc', 'active').definition?.mutability).toBe('readOnly');
});
