import { plainText } from '../base/plain-text.js';
import { type AttributeDefinition, findAttribute } from './attribute.js';
import { setMember } from './copy.js';
import type { Filter } from './filter.js';
import type { JsonObject } from './json.js';

/**
 * The value that the `eq` comparisons of a value filter describe: `[type eq "work"]` gives `{"type":"work"}`. Comparisons
 * joined by `and` add up; everything else says nothing about a new value. A boolean sub-attribute (`primary`, or what the
 * definition says) that is compared with a text, as Entra does, becomes a JSON boolean.
 *
 * @param filter the filter inside the brackets
 * @param definition the attribute that the filter belongs to, if it is known
 */
export function impliedElement(filter: Filter, definition?: AttributeDefinition): JsonObject {
  const element: JsonObject = {};
  fill(element, filter, definition);
  return element;
}

function fill(element: JsonObject, filter: Filter, definition: AttributeDefinition | undefined): void {
  if (filter.kind === 'and') {
    fill(element, filter.left, definition);
    fill(element, filter.right, definition);
    return;
  }
  if (filter.kind !== 'compare' || filter.op !== 'eq' || filter.value === null) return;
  if (filter.path.attribute === undefined || filter.path.sub !== undefined) return;
  const known = findAttribute(definition?.subAttributes, filter.path.attribute);
  const name = known?.name ?? filter.path.attribute;
  const isBoolean = known === undefined ? name.toLowerCase() === 'primary' : known.type === 'boolean';
  setMember(element, name, isBoolean ? truth(filter.value) : filter.value);
}

function truth(value: string | number | boolean): string | number | boolean {
  const text = plainText(value).toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : value;
}
