/** The data types of RFC 7643 §2.3. */
export type AttributeType = 'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';

/** When a client may change an attribute (RFC 7643 §7). */
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';

/** When an attribute is part of a response (RFC 7643 §7). */
export type Returned = 'always' | 'never' | 'default' | 'request';

/** How far an attribute's value must be unique (RFC 7643 §7). */
export type Uniqueness = 'none' | 'server' | 'global';

/** An attribute with its characteristics (RFC 7643 §2.2 and §7). */
export interface AttributeDefinition {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: Mutability;
  readonly returned: Returned;
  readonly uniqueness: Uniqueness;
  readonly canonicalValues?: readonly string[];
  /** The parts of a complex attribute. */
  readonly subAttributes?: readonly AttributeDefinition[];
  /** What a reference may point at: `User`, `Group`, `external`, `uri`. */
  readonly referenceTypes?: readonly string[];
  readonly description?: string;
}

/** A schema: the attributes of a resource or of an extension (RFC 7643 §7). */
export interface SchemaDefinition {
  /** The schema's URN. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly attributes: readonly AttributeDefinition[];
}

/**
 * Completes an attribute definition with the defaults of RFC 7643 §2.2.
 *
 * @param name the attribute name
 * @param description what the attribute is for
 * @param rest the characteristics that differ from the defaults
 */
export function attribute(name: string, description: string, rest: Partial<AttributeDefinition> = {}): AttributeDefinition {
  return {
    name,
    type: 'string',
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    description,
    ...rest,
  };
}

const DESCRIBING: ReadonlySet<string> = new Set(['type', 'primary', 'display', '$ref']);

/**
 * Whether a part of an element says which one it is, and is not what it holds (RFC 7643 §2.4).
 *
 * @param name of the part, in any case
 */
export function isDescribing(name: string): boolean {
  return DESCRIBING.has(name.toLowerCase());
}

/**
 * Finds a definition by name, without regard to case (RFC 7643 §2.1).
 *
 * @param attributes where to look
 * @param name the attribute name
 */
export function findAttribute(attributes: readonly AttributeDefinition[] | undefined, name: string): AttributeDefinition | undefined {
  return attributes === undefined ? undefined : byName(attributes).get(name.toLowerCase());
}

/** Definitions never change, and each value that is compared looks some up: lists are indexed once. */
const INDEXES = new WeakMap<readonly AttributeDefinition[], ReadonlyMap<string, AttributeDefinition>>();

function byName(attributes: readonly AttributeDefinition[]): ReadonlyMap<string, AttributeDefinition> {
  const known = INDEXES.get(attributes);
  if (known !== undefined) return known;
  const index = new Map<string, AttributeDefinition>();
  for (const each of attributes) {
    const name = each.name.toLowerCase();
    // Of two with the same name the first counts.
    if (!index.has(name)) index.set(name, each);
  }
  INDEXES.set(attributes, index);
  return index;
}
