// The trees that paths and filters are read into: a filter compares paths, and a path may hold a filter.

/** An attribute in the notation of RFC 7644 §3.10, with the value path of §3.5.2 where there is one. */
export interface AttributePath {
  /** The schema, when the path spells it out. A known schema is spelled as the schema has it. */
  readonly urn?: string;
  /** The attribute; absent when the path names a whole extension. */
  readonly attribute?: string;
  /** Which values of a multi-valued attribute: `[type eq "work"]`. */
  readonly filter?: Filter;
  /** The sub-attribute. */
  readonly sub?: string;
}

/** What a parser hands back: a value, or why there is none and where in the text (counted from 0). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly offset: number };

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
