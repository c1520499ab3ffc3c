import { readFilter } from './grammar.js';
import { type AttributePath, KNOWN_URNS, type Parsed } from './path.js';
import { printFilterTree } from './print.js';
import { parseWith } from './reader.js';

/** The comparison operators of RFC 7644 §3.4.2.2, table 3. */
export const COMPARE_OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;

export type CompareOperator = (typeof COMPARE_OPERATORS)[number];

/** A filter expression as a tree (RFC 7644 §3.4.2.2). */
export type Filter =
  | {
      readonly kind: 'compare';
      readonly path: AttributePath;
      readonly op: CompareOperator;
      readonly value: string | number | boolean | null;
    }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  /** `emails[…]`: one value of the attribute meets the whole inner filter. `path` has neither filter nor sub-attribute. */
  | { readonly kind: 'valuePath'; readonly path: AttributePath; readonly filter: Filter };

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
