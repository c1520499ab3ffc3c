import { expect, it } from 'vitest';
import type { Family } from '../../src/client/client.js';
import { effectiveMappings } from '../../src/engine/mapping/effective-mapping.js';
import type { AttributeDefinition } from '../../src/scim/attribute.js';
import { STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const FAMILIES: readonly Family[] = ['entra', 'okta', 'rfc'];

it('Entra and Okta deactivate people whatever /Schemas calls active: who cannot be deactivated keeps the access', () => {
  const schemas = STANDARD_SCHEMAS.schemas.map((schema) => ({
    ...schema,
    attributes: schema.attributes.map(
      (each): AttributeDefinition => (/^(active|title)$/.test(each.name) ? { ...each, mutability: 'readOnly' } : each),
    ),
  }));
  const { mappings } = effectiveMappings(undefined, { schemas }, FAMILIES);
  const senders = (name: string) => FAMILIES.filter((family) => mappings.get(family)?.users.some((row) => row.name === name));
  expect(senders('active')).toEqual(['entra', 'okta']);
  expect(senders('title')).toEqual([]);
});
