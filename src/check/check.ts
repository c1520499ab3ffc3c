import type { Family } from '../client/client.js';

/** An error makes a client not ready; a warning does not. Legal behaviour is neither. */
export type Severity = 'error' | 'warning';

/** What a defect does to a directory, in the order in which the report tells. */
export type Impact = 'provisioning-lost' | 'access-kept' | 'data-damaged' | 'noise';

/** Who demands it. */
export interface Authority {
  readonly kind: 'rfc-must' | 'rfc-should' | 'entra' | 'okta' | 'field';
  /** `RFC 7644 §3.5.2.3`, a page of the vendor's documentation, `F02`. */
  readonly reference: string;
  /** The exact words of the RFC, where it is one. */
  readonly quote?: string;
  readonly url?: string;
}

/** A check as the catalogue lists it: one file each under src/check/. */
export interface Check {
  /** `SC2104`, stable for ever. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly authorities: readonly Authority[];
  /** The families whose provisioning it concerns. */
  readonly clients: readonly Family[];
  /** What it does in the real world, one sentence. */
  readonly effect: string;
  /** What the vendor should do, one sentence. */
  readonly fix: string;
  /** Severity for a family where it differs from `severity`. */
  readonly severityFor?: Readonly<Partial<Record<Family, Severity>>>;
}
