import type { PersonaName } from '../client/values/persona.js';
import type { Json } from '../scim/json.js';
import type { Header, Method, ResourceType } from '../scim/message.js';

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
  readonly persona?: PersonaName;
}

/** What the directory may want, by the key that names it in a step; the client turns it into requests. */
export interface Intents {
  /** The client's test of the connection, to be refused with a wrong credential or with none. */
  readonly connect: { readonly credential: 'right' | 'wrong' | 'none' };
  /**
   * `every`: tried without each attribute that the mapping marks as required, one after the other, and the object itself is not created; or with
   * a value for all that the target advertises besides.
   */
  readonly create: { readonly object: ObjectSpec; readonly every?: 'required' | 'besides' };
  /**
   * Look an object up by a matching attribute. `by` is a target path; default: the mapping's first matching attribute.
   * `every`: by each attribute that the mapping marks as filterable.
   */
  readonly match: {
    readonly object: string;
    readonly by?: string;
    readonly letterCase?: 'upper' | 'lower';
    readonly every?: 'filterable';
    /** By the name that the object had before its last change: nobody has it any more. */
    readonly former?: true;
  };
  readonly read: { readonly object: string };
  readonly update: {
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
    /** What happens to all mapped attributes that this client updates, besides what `set` and `clear` say; or to those that the target advertises besides. */
    readonly every?: 'changed' | 'cleared' | 'besides' | 'besides-cleared';
  };
  readonly delete: { readonly object: string };
  /** Let time pass. */
  readonly wait: { readonly seconds: number };
  /** Page through all resources, as an import does. */
  readonly list: { readonly resource: ResourceType; readonly count?: number };
  /** A request in the scenario's own words. */
  readonly request: {
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
}

/** The key that names an intent in a step. */
export type IntentKind = keyof Intents;

/** An intent, with its kind. */
export type IntentOf<Kind extends IntentKind> = { [One in Kind]: { readonly kind: One } & Intents[One] }[Kind];

/** What the directory wants; the client turns it into requests. */
export type Intent = IntentOf<IntentKind>;
