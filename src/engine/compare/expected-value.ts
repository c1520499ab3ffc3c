import type { Family } from '../../client/client.js';
import { holdsValue } from '../../scim/compare.js';
import type { Json } from '../../scim/json.js';
import type { ResourceType } from '../../scim/message.js';
import { compilePath } from '../state/compiled-path.js';
import { isEmpty } from '../state/twin.js';
import type { CompareContext } from './compare-context.js';
import { isEquivalentForm } from './equivalent-form.js';
import { isUnsupported } from './unsupported-attributes.js';
import { isHidden } from './visibility.js';

/**
 * Whether an answer shows a value as expected: in a form that counts as the same, or not at all where the target says that it
 * does not return the attribute unasked, or does not have it.
 *
 * @param context the target's schemas and the mapping
 * @param family who reads it
 * @param type the resource's type
 * @param path a target path, or a JSON pointer into the answer
 * @param expected the value that is expected
 * @param received the value that the answer shows
 */
export function isAsExpected(
  context: CompareContext,
  family: Family,
  type: ResourceType,
  path: string,
  expected: Json,
  received: Json | undefined,
): boolean {
  if (holdsValue(expected, received)) return true;
  const { schemas } = context.facts;
  const plain = path.replace(/^\//, '');
  if (isEquivalentForm(family, compilePath(schemas, type, plain), expected, received)) return true;
  return (isEmpty(received) && isHidden(compilePath(schemas, type, path))) || isUnsupported(context, family, type, plain);
}
