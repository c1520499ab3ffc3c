import { getMember, isObject, type Json } from '../json.js';
import { put } from './members.js';

/**
 * Keeps at most one value primary. RFC 7644 §3.5.2: setting `primary` on a value resets it on all others.
 *
 * @param list the values of the attribute, which are changed
 * @param touched the values on which the operation set `primary` to true; the first stays
 */
export function keepOnePrimary(list: readonly Json[], touched: readonly Json[]): void {
  const winner = touched.find((item) => isPrimary(item));
  if (winner === undefined) return;
  for (const item of list) {
    if (item !== winner && isObject(item) && isPrimary(item)) put(item, 'primary', false);
  }
}

function isPrimary(item: Json): boolean {
  return isObject(item) && getMember(item, 'primary') === true;
}
