import type { Mapping } from '../mapping/mapping.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { ResourceType, ScimRequest, ScimResponse } from '../scim/message.js';
import type { Dialect, Family } from './family.js';
import type { Variant } from './variant.js';

export type { Dialect, Family } from './family.js';

/** A value that the directory holds for a target attribute. A reference names another object by its id in the target. */
export type DirectoryValue = string | number | boolean | { readonly reference: string } | Json[];

/** One user or group as the directory knows it, already in the target's terms. */
export interface DirectoryObject {
  /** The scenario's name for it. */
  readonly key: string;
  readonly type: ResourceType;
  /** Target path (as the mapping has it) → value; attributes without a value are missing. Order is the mapping's. */
  readonly attributes: ReadonlyMap<string, DirectoryValue>;
  /** The target's id, once the client has linked the object. */
  readonly id?: string;
  /** Members of a group, linked ones first to last. */
  readonly members?: readonly DirectoryObject[];
}

/** A change that the directory wants to see in the target. */
export interface Changes {
  readonly set: ReadonlyMap<string, DirectoryValue>;
  readonly clear: readonly string[];
  readonly add: readonly DirectoryObject[];
  readonly remove: readonly DirectoryObject[];
  /** The whole list of members, when the directory pushes it whole. */
  readonly members?: readonly DirectoryObject[];
}

/** Why a conversation ended early: the client itself would stop here. */
export interface ConversationFailure {
  readonly kind: 'refused' | 'unusable' | 'ambiguous' | 'missing' | 'unsupported' | 'endless';
  /** One sentence: what the client met. */
  readonly message: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ConversationFailure };

/** Requests that the client sends at the same moment. The conversation is given the first answer that is no success, else the last. */
export type ParallelRequests = readonly ScimRequest[];

/** A conversation yields requests, is given responses, and returns how it went. It never touches the network. */
export type Conversation<T> = Generator<ScimRequest | ParallelRequests, Outcome<T>, ScimResponse>;

/** Whether a conversation yielded one request or several at once. */
export function isParallel(yielded: ScimRequest | ParallelRequests): yielded is ParallelRequests {
  return Array.isArray(yielded);
}

export type Match = { readonly found: false } | { readonly found: true; readonly id: string; readonly resource: JsonObject };

/** What a conversation needs to know about the run. */
export interface Session {
  readonly mapping: Mapping;
  /** A value that no resource of the target has: the random GUID of Entra's probe. */
  readonly randomGuid: string;
  /** Page size of an import. */
  readonly pageSize: number;
  /** Whether a resource is one of this run: a list keeps of it everything that it shows. */
  readonly isOwn?: (type: ResourceType, id: string) => boolean;
  /** Whether the target says that it shows an attribute only where a client asks for it by name; absent: none. */
  readonly isShownOnRequest?: (type: ResourceType, attribute: string) => boolean;
  /** Whether the target says that an attribute has no parts: a reference there is the id itself; absent: of none. */
  readonly isPlain?: (type: ResourceType, path: string) => boolean;
  /** The body of a write with what the target's /Schemas requires of each element besides; absent: nothing. */
  readonly whole?: (type: ResourceType, body: JsonObject) => JsonObject;
  /** Okta's generated password: one for each user, and another one for each occasion. */
  readonly placeholder: (object: DirectoryObject, occasion: 'created' | 'changed') => string;
  /** A documented alternative that the scenario's step asks for; a client that does not know it holds its usual conversation. */
  readonly variant?: Variant;
}

/** An emulated client: what the directory wants, as conversations. One file per conversation. */
export interface Client {
  readonly dialect: Dialect;
  readonly family: Family;
  readonly title: string;
  /** Not played when only its family is named. */
  readonly onRequest?: boolean;
  /** Why it never makes a group the member of a group; absent: it does. */
  readonly noNestedGroups?: string;
  /** Test of the connection; with groups when the mapping has groups. */
  connect(session: Session): Conversation<void>;
  match(session: Session, object: DirectoryObject, how?: MatchBy): Conversation<Match>;
  /** Look the object up, then create it. A hit is linked and updated instead. */
  create(session: Session, object: DirectoryObject): Conversation<{ readonly id: string }>;
  read(session: Session, object: DirectoryObject): Conversation<JsonObject>;
  update(session: Session, object: DirectoryObject, changes: Changes): Conversation<void>;
  /** Remove the object for good; a client that never does so stops with `unsupported`. */
  remove(session: Session, object: DirectoryObject): Conversation<void>;
  /** Page through all resources of a type; `count` is the page size, for a client that has no size of its own. */
  list(session: Session, type: ResourceType, count?: number): Conversation<readonly JsonObject[]>;
  /** A `GET` in this client's manner, for scim-check's own reads and for raw steps. */
  plain(request: Pick<ScimRequest, 'method' | 'target' | 'purpose'> & Partial<ScimRequest>): ScimRequest;
}

export interface MatchBy {
  /** Target path to filter on. */
  readonly attribute?: string;
  readonly letterCase?: 'upper' | 'lower';
}
