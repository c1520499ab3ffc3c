import type { CheckId } from '../check/check-id.js';
import type { SchemaDefinition } from '../scim/attribute.js';
import type { Hooks } from './stage.js';
import type { World } from './world.js';

/** The part of a server's behaviour that a defect concerns. */
export type Area =
  | 'activation'
  | 'bulk'
  | 'create'
  | 'delete'
  | 'discovery'
  | 'errors'
  | 'filter'
  | 'groups'
  | 'integrity'
  | 'paging'
  | 'patch'
  | 'put'
  | 'shape'
  | 'transport';

/** Kinds of faults that a server's own tests seldom look for, and what shows them. */
export const KINDS = {
  values: 'the shapes that values have in real directories',
  symmetry: 'what is tested for users, of groups',
  neighbours: 'names that differ in one sign, accent or part',
  'after-deletion': 'what is made anew under the name of what was deleted',
  picture: 'one resource in a list, by a filter, in a group and by its id',
  sets: 'lists that are replaced by one that overlaps, by themselves or by nothing',
  again: 'the same request once more',
  lists: 'roles and other attributes with several values',
  poor: 'resources that have only what they must have',
  answers: 'what an answer says of itself',
  size: 'more than a hundred members, or users',
  pages: 'totals and pages, under a filter and at their edges',
} as const;

export type Kind = keyof typeof KINDS;

/** A named way in which the sample server deviates: a handful of hooks around its stages. */
export interface Deviation {
  /** Lower case, words joined with hyphens; what `--defect` takes. */
  readonly name: string;
  /** One sentence: what the server does. */
  readonly title: string;
  /** What the server keeps on top of the standard's attributes; a schema with a standard URN adds to that one. */
  readonly schemas?: readonly SchemaDefinition[];
  /** Builds the hooks for one server. State that a deviation needs lives in this closure. */
  readonly hooks: (world: World) => Hooks;
}

/** A fault that breaks a client. */
export interface Defect extends Deviation {
  readonly area: Area;
  /** Where it is one of those kinds. */
  readonly kind?: Kind;
  /** Number of the entry in the catalogue of failures seen in the field: `F01`. */
  readonly failure?: string;
  /** Id of the check that must find it; several where each client has its own; empty when it ends the run before any check. */
  readonly check: CheckId | '' | readonly CheckId[];
  /** Further checks that it turns red by itself, with the reason. */
  readonly also?: Readonly<Partial<Record<CheckId, string>>>;
  /** The run cannot even begin: it ends as "target unusable". */
  readonly aborts?: true;
  /** It shows only where the mapping has these target paths on top of the default; `multiValued`: as a list. */
  readonly mapped?: readonly (string | { readonly name: string; readonly multiValued: true })[];
  /** The client families under which it shows. */
  readonly clients: readonly ('entra' | 'okta' | 'rfc')[];
}

/** Legal but unusual behaviour: no client may be told off for it. */
export interface Variant extends Deviation {
  /** What allows it. */
  readonly allowedBy: string;
  /** The client families for which it is legal; absent: all. */
  readonly clients?: readonly ('entra' | 'okta' | 'rfc')[];
}
