import type { Symptom } from '../check/symptom.js';
import { changedPaths } from '../engine/compare/unsupported-attributes.js';
import { isObject, type Json } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import { parsePath } from '../scim/path.js';
import type { SchemaSet } from '../scim/schema-set.js';
import { CORE_URNS } from '../scim/urn.js';

/**
 * The symptoms about attributes that the target's /Schemas does not declare, refused PATCHes of them included: that they are missing is
 * what the template tells, and no defect besides.
 *
 * @param symptoms what Entra's client has met
 * @param advertised what the target declares; undefined: it does not say
 * @param bodyOf the body of the request of an exchange, as it was sent
 */
export function aboutUndeclared(
  symptoms: readonly Symptom[],
  advertised: SchemaSet | undefined,
  bodyOf: (exchange: string) => string | undefined,
): Symptom[] {
  const isUndeclared = (path: string, type: ResourceType): boolean => {
    if (advertised?.schema(CORE_URNS[type]) === undefined) return false;
    const parsed = parsePath(path, advertised.urns);
    return parsed.ok && parsed.value.attribute !== undefined && advertised.whole(parsed.value, type) === undefined;
  };
  return symptoms.filter(({ path, exchange = '', resourceType = 'User' }) => {
    const paths = path === undefined ? operationsIn(bodyOf(exchange)).flatMap(changedPaths) : [path];
    return paths.some((each) => isUndeclared(each, resourceType));
  });
}

/** The operations of a PATCH; none of any other body, and of one that was cut. */
function operationsIn(text: string | undefined): readonly Json[] {
  try {
    const body: unknown = JSON.parse(text ?? 'null');
    const operations = isObject(body) ? body['Operations'] : undefined;
    return Array.isArray(operations) ? operations : [];
  } catch {
    return [];
  }
}
