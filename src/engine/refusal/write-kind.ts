import { sentOperations } from '../../check/operation.js';
import { isObject, type Json } from '../../scim/json.js';
import { headerOf, type ScimRequest } from '../../scim/message.js';

/** What writes of one kind have in common: the method, the type, the purpose and the shape of the body. */
export function kindOf({ method, resourceType, purpose, body, headers }: ScimRequest, status: number): string {
  const shape = method === 'PATCH' ? sentOperations(body).map(({ op, path, value }) => [op, path, shapeOf(value)]) : shapeOf(body);
  return JSON.stringify([method, resourceType, purpose, status, headerOf(headers, 'content-type'), shape]);
}

/** The names in a value, without what they hold. */
function shapeOf(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shapeOf(each)]));
  return value === null || value === undefined ? null : value === '' ? '' : typeof value;
}
