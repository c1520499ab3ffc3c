/** The query parameters of RFC 7644 §3.4.2, decoded. */
export interface Query {
  readonly filter?: string;
  /** From 1. */
  readonly startIndex?: number;
  readonly count?: number;
  /** The attribute by which the result is put in order. */
  readonly sortBy?: string;
  readonly sortOrder?: 'ascending' | 'descending';
  /** Names of the attributes to return; empty: the default set. */
  readonly attributes: readonly string[];
  /** Names of the attributes to leave out. */
  readonly excludedAttributes: readonly string[];
}

/** One page of a query's result. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many the query found in all. */
  readonly total: number;
  /** The place of the first item, from 1. */
  readonly startIndex: number;
}
