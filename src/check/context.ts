import type { Dialect, Family } from '../client/client.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../scim/message.js';
import type { SchemaSet } from '../scim/schema-set.js';
import type { WriteOperation } from './operation.js';

/** A resource that this run created, as a correct server holds it now. */
export interface ExpectedResource {
  readonly key: string;
  readonly type: ResourceType;
  readonly id: string;
  readonly resource: JsonObject;
  readonly deleted: boolean;
  /** It has been read by its id. */
  readonly shown?: boolean;
  /** It had another name before, letter case aside. */
  readonly renamed?: boolean;
}

/** What is known of the target. */
export interface TargetFacts {
  /** The host and port by which the target is reached. */
  readonly host?: string;
  /** The target's own URL has a query, whose values are hidden in answers as the credential is. */
  readonly hasQuery?: boolean;
  readonly schemas: SchemaSet;
  /** What the target's own /Schemas says, and nothing else; absent when it says nothing usable. */
  readonly advertised?: SchemaSet;
  /** URNs of the extensions that the target has, by the resource type that they extend. */
  readonly extensions?: Readonly<Record<ResourceType, readonly string[]>>;
  /** The target refuses a filter whose blanks are written `+`, as Entra writes them, and takes the same filter with `%20`. */
  readonly plusMisread?: boolean;
  /** The target's ServiceProviderConfig. */
  readonly config?: Json;
  /** The endpoints of Okta's own resource types (entitlements, roles) that /ResourceTypes advertises. */
  readonly entitlementEndpoints?: readonly string[];
}

/** One exchange, with what a judge must know about it. */
export interface Observation {
  readonly dialect: Dialect;
  readonly family: Family;
  readonly request: ScimRequest;
  readonly response: ScimResponse;
  readonly facts: TargetFacts;
  /** The resource that the request addresses by id, as it was before the request. */
  readonly addressed?: ExpectedResource;
  /** For a filter: the run's own resources that it must find. */
  readonly hits?: readonly ExpectedResource[];
  /** A creation with the userName of a user whom this run has deleted. */
  readonly again?: boolean;
  /** That deleted user or group, as a correct server held it last. */
  readonly former?: JsonObject;
  /** A write brings a name that a user or group of this run has given up, and that none has now. */
  readonly vacated?: boolean;
  /** Stands for several writes that were sent at the same moment. */
  readonly parallel?: boolean;
  /** Statuses that the scenario asks for: a refusal that it provokes is no defect. */
  readonly wanted?: readonly number[];
}

/** A difference between what a write asked for and what the target then holds; or that it refused the write. */
export interface Difference {
  readonly kind:
    | 'refused'
    | 'missing'
    | 'changed'
    /** A text that arrived with other characters. */
    | 'altered'
    | 'kept'
    | 'values'
    | 'type'
    | 'case'
    | 'blanks'
    /** The same Unicode text in another normalization form. */
    | 'composition'
    | 'number'
    | 'duplicate'
    | 'extra'
    | 'gone';
  /** The target path that differs; empty for a refusal. */
  readonly path: string;
  /** What the write asked for at this path; undefined: it did not ask for a change there. */
  readonly operation?: WriteOperation;
  readonly expected: string;
  readonly received: string;
}

/** One write with all that came of it. */
export interface ObservedWrite extends Observation {
  readonly operations: readonly WriteOperation[];
  readonly accepted: boolean;
  readonly before?: JsonObject;
  /** Target paths of the resource, in lower case, that an earlier write has left in another state than it should have. */
  readonly unreliable?: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

/** What a check found wrong in an exchange. */
export interface CheckFailure {
  readonly expected: string;
  readonly received: string;
  /** Tells two kinds of the same problem apart; problems of equal check and subject are one finding. */
  readonly subject?: string;
}
