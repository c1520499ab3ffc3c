import type { AttributeDefinition } from '../../scim/attribute.js';
import { attribute } from '../../scim/attribute.js';
import { findKey, isObject, type Json, type JsonObject } from '../../scim/json.js';
import { STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { CORE_URNS, USER_URN } from '../../scim/urn.js';
import { says } from '../authority.js';
import { defineResponseCheck } from '../define.js';
import { exampleUser, get, ok } from '../messages.js';
import { resourcesOf } from '../resources.js';
import { show } from '../show.js';

/** SC1117: answers are what the target's own /Schemas says. Attributes that it does not mention are not looked at. */
export const OWN_SCHEMAS = defineResponseCheck({
  id: 'SC1117',
  roots: ['SC1109', 'SC1112', 'SC1110'],
  title: "Answers keep to the target's own /Schemas",
  severity: 'warning',
  impact: 'noise',
  authorities: [
    says(
      '7643',
      '7',
      'For each "schemas" URI value, this schema specifies the defined attribute(s) and their characteristics (mutability, returnability, etc).',
    ),
  ],
  clients: ['rfc'],
  effect: 'A client that was built from /Schemas fails at the answers.',
  fix: 'Describe the attribute as it is returned: type, multiValued, and "returned": "never" only for what never comes back.',
  example: {
    request: get('/Users/u1'),
    given: { schemas: [{ id: USER_URN, name: 'User', attributes: [attribute('title', 'A title', { returned: 'never' })] }] },
    good: ok(exampleUser()),
    bad: ok(exampleUser({ title: 'Engineer' })),
  },
  judge(observation) {
    const { schemas } = observation.facts;
    const type = observation.request.resourceType;
    const resources = resourcesOf(observation);
    if (schemas === STANDARD_SCHEMAS || type === undefined || resources.length === 0) return 'silent';
    for (const resource of resources) {
      for (const schema of schemas.schemas) {
        const isCore = schema.id.toLowerCase() === CORE_URNS[type].toLowerCase();
        const holder = isCore ? resource : member(resource, schema.id);
        if (!isObject(holder)) continue;
        const wrong = schema.attributes.map((definition) => mismatch(definition, holder, '')).find((each) => each !== undefined);
        if (wrong !== undefined) return { ...wrong, subject: wrong.expected };
      }
    }
    return 'fine';
  },
});

function member(holder: JsonObject, name: string): Json | undefined {
  const key = findKey(holder, name);
  return key === undefined ? undefined : holder[key];
}

/** RFC 7643 §2.3: the JSON type of each data type. */
const TYPES: Readonly<Record<AttributeDefinition['type'], string>> = {
  string: 'string',
  reference: 'string',
  binary: 'string',
  dateTime: 'string',
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
  complex: 'object',
};

function mismatch(definition: AttributeDefinition, holder: JsonObject, above: string): { expected: string; received: string } | undefined {
  const value = member(holder, definition.name);
  // Null and absent are the same (RFC 7643 §2.5).
  if (value === undefined || value === null) return undefined;
  const path = `${above}${definition.name}`;
  if (definition.returned === 'never') return { expected: `${path}: never returned, as /Schemas says`, received: `${path} is there` };
  if (Array.isArray(value) !== definition.multiValued)
    return {
      expected: `${path}: ${definition.multiValued ? 'a list' : 'one value'}, as /Schemas says`,
      received: `${path} = ${show(value)}`,
    };
  const values = Array.isArray(value) ? value : [value];
  const wrong = values.find((each) => each !== null && typeof each !== TYPES[definition.type]);
  if (wrong !== undefined) return { expected: `${path}: ${definition.type}, as /Schemas says`, received: `${path} = ${show(wrong)}` };
  const parts = definition.subAttributes ?? [];
  return values
    .filter(isObject)
    .flatMap((each) => parts.map((part) => mismatch(part, each, `${path}.`)))
    .find((each) => each !== undefined);
}
