import type { CheckId } from '../check/check-id.js';
import type { Family } from '../client/client.js';
import type { Variant } from '../client/variant.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { Header, Method, ResourceType } from '../scim/message.js';
import type { Position } from '../yaml/position.js';

/** A user or group that a scenario brings into the directory. */
export interface ObjectSpec {
  readonly type: ResourceType;
  /** The name by which the scenario's steps refer to it. */
  readonly key: string;
  /** Target path → value, on top of the synthetic person's own. */
  readonly with: Readonly<Record<string, Json>>;
  /** Target paths that the directory has no value for. */
  readonly without: readonly string[];
  /** Key of the user who is the manager. */
  readonly manager?: string;
  /** Keys of the users who are members from the start. */
  readonly members: readonly string[];
  /** Name of a synthetic person with an awkward shape, such as `apostrophe` (see client/people). Default: plain. */
  readonly persona?: string;
}

/** What the directory wants; the client turns it into requests. */
export type Intent =
  /** The client's test of the connection, to be refused with a wrong credential or with none. */
  | { readonly kind: 'connect'; readonly credential: 'right' | 'wrong' | 'none' }
  /** `every`: tried without each attribute that the mapping marks as required, one after the other; the object itself is not created. */
  | { readonly kind: 'create'; readonly object: ObjectSpec; readonly every?: 'required' }
  /**
   * Look an object up by a matching attribute. `by` is a target path; default: the mapping's first matching attribute.
   * `every`: by each attribute that the mapping marks as filterable.
   */
  | {
      readonly kind: 'match';
      readonly object: string;
      readonly by?: string;
      readonly letterCase?: 'upper' | 'lower';
      readonly every?: 'filterable';
    }
  | { readonly kind: 'read'; readonly object: string }
  | {
      readonly kind: 'update';
      readonly object: string;
      /** Target path → new value. */
      readonly set: Readonly<Record<string, Json>>;
      /** Target paths whose value goes. */
      readonly clear: readonly string[];
      /** Keys of the new manager; `null`: no manager any more. */
      readonly manager?: string | null;
      /** Keys of members to add, to remove, or (`members`) to be the whole list. */
      readonly add: readonly string[];
      readonly remove: readonly string[];
      readonly members?: readonly string[];
      /** What happens to all mapped attributes that this client updates, besides what `set` and `clear` say. */
      readonly every?: 'changed' | 'cleared';
    }
  | { readonly kind: 'delete'; readonly object: string }
  /** Page through all resources, as an import does. */
  | { readonly kind: 'list'; readonly resource: ResourceType; readonly count?: number }
  /** A request in the scenario's own words. */
  | {
      readonly kind: 'request';
      readonly method: Method;
      /** Path and query below the base URL; may hold `${variables}`, whose values are percent-encoded. */
      readonly target: string;
      readonly headers: readonly Header[];
      readonly body?: Json;
      /** Variable name → JSON pointer into the response body, `sent:` and one into the request body, or `header:Name`. */
      readonly capture: Readonly<Record<string, string>>;
      /** Send a creation this often at the same moment. */
      readonly times?: number;
      /** Repeat the only operation until the target's limit is exceeded. */
      readonly exceed?: 'maxOperations';
      /** Captured variables that may be missing: then the steps that use them are skipped. */
      readonly optional: readonly string[];
      /** Target paths: where the target's schemas give one of them a letter case that counts, the step is skipped. */
      readonly ignoringCase: readonly string[];
    };

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

export interface Step {
  readonly intent: Intent;
  readonly expect: Expectation;
  /** The check that a failed expectation is reported as; default: the generic one. */
  readonly check?: CheckId;
  /** A documented alternative to what the client does by default. */
  readonly as?: Variant;
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
  /** Families whose dialects all hold the same conversation here: only the first dialect of a run plays it. */
  readonly once?: readonly Family[];
  /** Numbers of the failures in docs/failures.md that it provokes. */
  readonly failures?: readonly string[];
  readonly steps: readonly Step[];
  readonly source: Position;
}
