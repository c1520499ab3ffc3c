import type { CheckId } from '../check/check-id.js';
import type { Family } from '../client/client.js';
import type { Variant } from '../client/variant.js';
import type { JsonObject } from '../scim/json.js';
import type { Position } from '../yaml/position.js';
import type { IntentKind, IntentOf } from './intent.js';

/** The place of a step that stands in no file. */
export const BUILT_IN: Position = { file: 'built in', line: 1, column: 1 };

/** What a step demands beyond what every client demands. Absent members demand nothing. */
export interface Expectation {
  /** `match`: whether the filter finds the object. */
  readonly found?: boolean;
  /** The resource's `active` afterwards. */
  readonly active?: boolean;
  /** The object keeps the id that it had before the step. */
  readonly sameId?: boolean;
  /** The answer to the step's last request has any of these statuses. */
  readonly status?: readonly number[];
  /** JSON pointer or target path → value that the answer (raw) or the resource read back must have. */
  readonly attributes?: JsonObject;
  /** `read` of a group: keys of its members; each stands there once, and nobody else. */
  readonly members?: readonly string[];
  /** Target paths that must have no value afterwards. */
  readonly absent?: readonly string[];
}

/** One intent, with what must hold afterwards. */
export interface Step<Kind extends IntentKind = IntentKind> {
  readonly intent: IntentOf<Kind>;
  readonly expect: Expectation;
  /** The check that a failed expectation is reported as; default: the generic one. */
  readonly check?: CheckId;
  /** A documented alternative to what the client does by default. */
  readonly as?: Variant;
  /** Seconds in which what it expects must have come about; absent: at once, or as soon as the client looks. */
  readonly within?: number;
  /** Which item of a repetition it is for: `2 of 3`. */
  readonly item?: string;
  readonly source: Position;
}

export interface Scenario {
  /** `users/leaver`: folder and file name by convention. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Families or dialects that play it; absent: all. */
  readonly clients?: readonly string[];
  /** Mapped attributes (target paths) or capabilities (`groups`, `remove`) without which it is skipped. */
  readonly needs: readonly string[];
  /** A needed attribute → those that may take its place in the whole scenario, where the mapping has it not. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
  /** Families whose dialects all hold the same conversation here: only the first dialect of a run plays it. */
  readonly once?: readonly Family[];
  /** Words by which it can be selected: `smoke`. */
  readonly tags?: readonly string[];
  /** Numbers of the failures in docs/failures.md that it provokes. */
  readonly failures?: readonly string[];
  readonly steps: readonly Step[];
  readonly source: Position;
  /** It stands in a file of the user's own; the others come with the package. */
  readonly own?: true;
}
