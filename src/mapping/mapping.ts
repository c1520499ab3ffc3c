import type { AttributeDefinition } from '../scim/attribute.js';
import type { ResourceType } from '../scim/message.js';

/** The attribute types that Entra's mapping editor and the tutorials' tables name. */
export type MappedType = 'String' | 'Boolean' | 'Integer' | 'DateTime' | 'Reference' | 'Binary' | 'Decimal' | 'Unknown';

/** One row of an attribute-mapping table. */
export interface MappedAttribute {
  /** Target path as the table has it: `userName`, `emails[type eq "work"].value`, `urn:…:User:department`. */
  readonly name: string;
  readonly type: MappedType;
  /** "Supported for filtering": the client may match on it. */
  readonly filterable: boolean;
  /** "Required by X". */
  readonly required: boolean;
  /** A list of plain values, as a schema says it of an attribute that is multi-valued and not complex. */
  readonly multiValued?: boolean;
  /** The directory has a value for it only where a scenario says so. */
  readonly sparse?: boolean;
  /** The target advertises it, and the client's default mapping does not have it: what goes wrong with it is a warning. */
  readonly offered?: boolean;
  /** Administrators may match on it, and no document says that those of this app do: a target may decline to be asked by it. */
  readonly matchedByChoice?: boolean;
  /** Place among the matching attributes, from 1 on; absent: none of them, as far as the source says. */
  readonly matching?: number;
  /** Sent when the object is created and never again. */
  readonly createOnly?: boolean;
  /** Sent on create when the directory has no value. */
  readonly default?: string;
  /** Entra's expression that makes the value: `[mail]`, `Switch([IsSoftDeleted], , "False", "True", "True", "False")`. */
  readonly expression?: string;
  /** The values that the target's /Schemas names as canonical: it may refuse others (RFC 7643 §2.3.1). */
  readonly allowed?: readonly string[];
  /** The target's /Schemas says that no two resources have the same value (RFC 7643 §7): everybody needs one of their own. */
  readonly unique?: boolean;
  /** Line of the row in the document that the mapping comes from, counted from 1. */
  readonly line?: number;
}

/** An attribute that the app exchanges and that scim-check has no value for: what its client would send cannot be worked out. */
export interface UnsentAttribute {
  readonly name: string;
  /** One clause, with the place in the document. */
  readonly reason: string;
}

/** What an app says it can do. Scenarios that need more are skipped, with the reason. */
export interface Capabilities {
  readonly create: boolean;
  readonly update: boolean;
  /** "Remove users": disable and, where the client does so, delete. */
  readonly remove: boolean;
  readonly groups: boolean;
}

/** What a target advertises and the mapping does not have, with what the target says of it. */
export interface OfferedAttribute extends MappedAttribute {
  readonly definition: AttributeDefinition;
}

/** The attributes that an app exchanges with its clients. */
export interface Mapping {
  /** Its rows come on top of each client's own default mapping; absent: they are all that is exchanged. */
  readonly extends?: 'default';
  /** Name in the catalogue: `rootly`. */
  readonly name: string;
  /** The app as its documentation spells it: `Rootly`. */
  readonly app: string;
  /** The document that says so, for the report. */
  readonly source: string;
  readonly capabilities: Capabilities;
  readonly users: readonly MappedAttribute[];
  /** Absent when the app exchanges no groups. */
  readonly groups?: readonly MappedAttribute[];
  /** What the target advertises besides: nobody sends it but a scenario that is about it. */
  readonly besides?: Readonly<Partial<Record<ResourceType, readonly OfferedAttribute[]>>>;
  /** Client families that the app documents; absent: all. */
  readonly clients?: readonly ('entra' | 'okta')[];
  /** How the app documents its base URL, per client family: `https://rollbar.com/ACCOUNT_NAME/scim/v2/okta/`. */
  readonly baseUrls?: Readonly<Partial<Record<'entra' | 'okta', string>>>;
  /** Attributes of users that are mapped by what cannot be evaluated: they are no rows, and no client is ready without them. */
  readonly unsent?: readonly UnsentAttribute[];
  /** Contradictions and doubts in the source, worth telling the reader. */
  readonly notes?: readonly string[];
}
