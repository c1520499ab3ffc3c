import { defined } from '../../base/defined.js';
import { isObject, type JsonObject } from '../../scim/json.js';
import type { Query } from '../query.js';
import { badRequest } from '../refusal.js';
import type { SampleRequest } from '../request.js';

/**
 * Decodes the query parameters, once, as a form: `+` is a space, `%2B` a plus. Unknown parameters are ignored.
 *
 * @param request the request
 */
export function query(request: SampleRequest): Query {
  const parameters = new URLSearchParams(request.query);
  return build((name) => parameters.get(name) ?? undefined);
}

/**
 * Reads the same parameters from the body of a query by POST (RFC 7644 §3.4.3).
 *
 * @param body a SearchRequest
 */
export function searchQuery(body: JsonObject): Query {
  return build((name) => {
    const value = body[name];
    if (Array.isArray(value)) return value.filter((item) => typeof item === 'string').join(',');
    if (isObject(value)) throw badRequest('invalidValue', `${name} must not be an object.`);
    return value === undefined || value === null ? undefined : String(value);
  });
}

function build(read: (name: string) => string | undefined): Query {
  const filter = read('filter');
  const sortBy = read('sortBy');
  const startIndex = integer('startIndex', read('startIndex'));
  const count = integer('count', read('count'));
  return {
    ...defined({ filter }),
    ...(sortBy === undefined ? {} : { sortBy, sortOrder: read('sortOrder')?.toLowerCase() === 'descending' ? 'descending' : 'ascending' }),
    // RFC 7644 §3.4.2.4: a start index below 1 is taken as 1, a negative count as 0.
    ...(startIndex === undefined ? {} : { startIndex: Math.max(1, startIndex) }),
    ...(count === undefined ? {} : { count: Math.max(0, count) }),
    attributes: names(read('attributes')),
    excludedAttributes: names(read('excludedAttributes')),
  };
}

function integer(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^-?\d{1,15}$/.test(text)) throw badRequest('invalidValue', `${name} must be an integer.`);
  return Number(text);
}

function names(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
