import type { AttributePath, Filter, Parsed } from './expression.js';
import { readFilter } from './grammar.js';
import { KNOWN_URNS } from './path.js';
import { printFilterTree } from './print.js';
import { parseWith } from './reader.js';

export { COMPARE_OPERATORS, type CompareOperator, type Filter } from './expression.js';

/**
 * Parses a filter expression (RFC 7644 §3.4.2.2, figure 1). Operators and literals are read without regard to case,
 * `not` binds more closely than `and`, `and` more closely than `or`. Beyond the grammar, a comparison may follow a value
 * path, as Entra writes it: `emails[type eq "work"].value eq "a@example.com"`.
 *
 * @param text the filter, decoded
 * @param urns the URNs of the known schemas; default: User, Group and the enterprise extension
 * @returns the tree, or the failure; never throws: nesting beyond 64 levels and more than 1000 expressions are failures
 */
export function parseFilter(text: string, urns: readonly string[] = KNOWN_URNS): Parsed<Filter> {
  return parseWith(text, urns, (reader) => readFilter(reader, 0));
}

/**
 * Writes a filter so that `parseFilter` reads the same tree again; only the parentheses that it needs.
 *
 * @param filter the tree
 */
export function printFilter(filter: Filter): string {
  return printFilterTree(filter);
}

/**
 * The paths that a filter compares; those inside a value filter are parts of its attribute.
 *
 * @param filter the tree
 */
export function pathsIn(filter: Filter): AttributePath[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...pathsIn(filter.left), ...pathsIn(filter.right)];
    case 'not':
      return pathsIn(filter.filter);
    case 'valuePath':
      return [{ ...filter.path, filter: filter.filter }];
    default:
      return [filter.path];
  }
}
