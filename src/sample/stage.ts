import type { Filter } from '../scim/filter.js';
import type { Json, JsonObject } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';
import type { PatchRules } from './patch-rules.js';
import type { Page, Query } from './query.js';
import type { Refusal } from './refusal.js';
import type { Reply } from './reply.js';
import type { SampleRequest } from './request.js';
import type { Route } from './route.js';
import type { Entry } from './store.js';

/**
 * The steps by which the sample server answers a request. Each calls the others through the composed record, so a
 * defect that wraps one of them changes it for all of its callers. A stage refuses by throwing a `Refusal`.
 */
export interface Stages {
  /** From request to reply, authentication and errors included. */
  exchange(request: SampleRequest): Reply;
  /** The token endpoint's answer. */
  token(request: SampleRequest): Reply;
  authorize(request: SampleRequest): void;
  route(request: SampleRequest): Route;
  /** Decodes the query parameters. */
  query(request: SampleRequest): Query;
  /** Reads the body as a JSON object. */
  body(request: SampleRequest): JsonObject;
  /** Does what an authenticated request asks for. */
  perform(route: Route, request: SampleRequest): Reply;
  /** Turns a refusal into an answer. */
  failure(refusal: Refusal, request: SampleRequest): Reply;

  /** The entry with this id, if a client may see it. */
  find(type: ResourceType, id: string): Entry | undefined;
  /** All entries that a query may find, in a stable order. */
  entries(type: ResourceType): readonly Entry[];
  /** Those of the entries that a filter selects; the entries are all those of the types given. */
  select(entries: readonly Entry[], filter: string, types: readonly ResourceType[]): readonly Entry[];
  /** Whether a rendered resource satisfies a parsed filter. */
  matches(filter: Filter, resource: JsonObject, type: ResourceType): boolean;
  /** The result in the order that the query asks for. */
  sort(entries: readonly Entry[], query: Query, types: readonly ResourceType[]): readonly Entry[];
  page(entries: readonly Entry[], query: Query): Page<Entry>;
  /** The ListResponse around the resources of a page. */
  envelope(resources: JsonObject[], page: Page<Entry>, query: Query): JsonObject;

  /** The resource as answers show it: computed attributes and `meta` included. */
  render(entry: Entry): JsonObject;
  /** Applies `attributes` and `excludedAttributes` to a rendered resource. */
  project(resource: JsonObject, type: ResourceType, query: Query): JsonObject;

  /** What is kept of a body sent to create or replace a resource: known, writable attributes in their canonical form. */
  accept(type: ResourceType, body: JsonObject): JsonObject;
  /** The attributes of a new resource. */
  create(type: ResourceType, accepted: JsonObject): JsonObject;
  /** The attributes after a PUT. */
  replace(entry: Entry, accepted: JsonObject, body: JsonObject): JsonObject;
  /** The operations of a PATCH body. */
  operations(body: JsonObject, entry: Entry): readonly Json[];
  /** How operations are applied. */
  patchRules(entry: Entry): PatchRules;
  /** The attributes after a PATCH. */
  patch(entry: Entry, operations: readonly Json[]): JsonObject;
  /** Refuses attributes that cannot stand: a required one missing, a member that does not exist. */
  check(type: ResourceType, attributes: JsonObject, entry: Entry | undefined): void;
  /** Refuses a value that another resource already has. */
  unique(type: ResourceType, attributes: JsonObject, entry: Entry | undefined): void;
  /** Keeps a new (`entry` undefined) or changed resource. */
  save(type: ResourceType, attributes: JsonObject, entry: Entry | undefined): Entry;
  /** Deletes a resource and its memberships. */
  erase(entry: Entry): void;
  /** The id of a new resource. */
  newId(type: ResourceType, attributes: JsonObject): string;

  /** From a BulkRequest to its BulkResponse. */
  bulk(body: JsonObject): JsonObject;

  /** The document at /ServiceProviderConfig. */
  config(): JsonObject;
  /** The documents at /Schemas. */
  schemas(): JsonObject[];
  /** The documents at /ResourceTypes. */
  resourceTypes(): JsonObject[];
}

/** A wrapper around a stage: given the stage that it wraps and that stage's input, it answers in its place. */
export type Hook<Stage> = Stage extends (...input: infer Input) => infer Output ? (next: Stage, ...input: Input) => Output : never;

/** The stages that a defect or a variant wraps. */
export type Hooks = { readonly [Name in keyof Stages]?: Hook<Stages[Name]> };

/**
 * Puts hooks around stages, in place.
 *
 * @param stages the stages to wrap
 * @param hooks what to wrap them with; the hooks of a later call are outside those of an earlier one
 */
export function addHooks(stages: Stages, hooks: Hooks): void {
  for (const name of Object.keys(hooks) as (keyof Stages)[]) wrap(stages, name, hooks);
}

function wrap<Name extends keyof Stages>(stages: Stages, name: Name, hooks: Hooks): void {
  // A stage and its hook always agree on their input, but the compiler cannot relate the two over a generic name.
  const hook = hooks[name] as unknown as ((next: Stages[Name], ...input: unknown[]) => unknown) | undefined;
  if (hook === undefined) return;
  const next = stages[name];
  stages[name] = ((...input: unknown[]) => hook(next, ...input)) as unknown as Stages[Name];
}
