import type { Json } from '../scim/json.js';
import { parsePath } from '../scim/path.js';
import type { SchemaSet } from '../scim/schema-set.js';
import type { GallerySchema, TargetAttribute } from './target-schema.js';

/**
 * The attribute list with the values that the target's /Schemas allows, where the list itself names none.
 *
 * @param schema what the app has
 * @param schemas what the target advertises
 */
export function withAllowedValues(schema: GallerySchema, schemas: SchemaSet): GallerySchema {
  const urns = schemas.schemas.map(({ id }) => id);
  const users = schema.users.map((attribute): TargetAttribute => {
    const path = attribute.canonicalValues.length > 0 ? undefined : parsePath(attribute.name, urns);
    const canonicalValues = path?.ok === true ? schemas.find(path.value, 'User')?.canonicalValues : undefined;
    return canonicalValues === undefined ? attribute : { ...attribute, canonicalValues };
  });
  return { ...schema, users };
}

/**
 * A value, or in its place one that is allowed.
 *
 * @param value the value that would be sent
 * @param allowed empty: all are
 * @param state a changed user takes another one, where there is one
 */
export function allowedValue(value: Json, { canonicalValues }: Pick<TargetAttribute, 'canonicalValues'>, state: 0 | 1): Json {
  if (canonicalValues.length === 0 || canonicalValues.some((each) => each === value)) return value;
  return canonicalValues[state] ?? canonicalValues[0] ?? value;
}
