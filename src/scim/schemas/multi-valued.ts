import { type AttributeDefinition, attribute } from '../attribute.js';

/**
 * The default sub-attributes of a multi-valued attribute (RFC 7643 §2.4): value, display, type and primary.
 *
 * @param what what one value is, for the descriptions
 * @param types the canonical values of `type`
 * @param value the characteristics of `value` that differ from a plain string's
 */
export function valueSubAttributes(
  what: string,
  types: readonly string[],
  value: Partial<AttributeDefinition> = {},
): readonly AttributeDefinition[] {
  return [
    attribute('value', `The ${what}.`, value),
    attribute('display', `The ${what} as people should see it.`),
    attribute('type', `What the ${what} is used for.`, types.length > 0 ? { canonicalValues: types } : {}),
    attribute('primary', `Whether this is the preferred ${what}; at most one value is.`, { type: 'boolean' }),
  ];
}
