import { defined } from '../../base/defined.js';
import type { MappedAttribute, Mapping } from '../../mapping/mapping.js';
import type { AttributeDefinition } from '../../scim/attribute.js';
import { findAttribute } from '../../scim/attribute.js';
import type { Filter } from '../../scim/filter.js';
import type { ResourceType } from '../../scim/message.js';
import { type AttributePath, KNOWN_URNS, parsePath, printPath } from '../../scim/path.js';
import { STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { COMMON_ATTRIBUTES } from '../../scim/schemas/common.js';
import { CORE_URNS, ENTERPRISE_USER_URN } from '../../scim/urn.js';
import { didYouMean, nearest } from '../../yaml/nearest.js';
import { OTHER_NAMES } from './other-names.js';

/** What is wrong with a name, and what was probably meant. */
export interface Misnomer {
  readonly message: string;
  readonly hint?: string;
  /** It is so near to a name that there is that nothing else can have been meant. */
  readonly slip: boolean;
}

/** Sub-attributes that every multi-valued attribute may have (RFC 7643 §2.4). */
const OF_ANY_LIST = ['type', 'primary', 'display', 'value', '$ref'];

const OWN = "An attribute of the app's own needs a row in the mapping: --mapping FILE (scim-check mapping discover writes one).";

/** What YAML can say of a value. */
type ValueType = 'text' | 'boolean' | 'number';

/** The kind of value of each type, of a schema and of a mapping. A mapping's `Unknown` may be any. */
const KINDS: Readonly<Record<string, ValueType>> = {
  string: 'text',
  dateTime: 'text',
  reference: 'text',
  binary: 'text',
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
  String: 'text',
  DateTime: 'text',
  Reference: 'text',
  Binary: 'text',
  Boolean: 'boolean',
  Integer: 'number',
  Decimal: 'number',
};

/** The attributes that a scenario may name: those of the standard, and those of the mapping. */
export class AttributeBook {
  readonly #rows: Readonly<Record<ResourceType, readonly AttributePath[]>>;
  readonly #types: Readonly<Record<ResourceType, ReadonlyMap<string, ValueType | undefined>>>;
  readonly #urns: readonly string[];
  readonly #mapping: Mapping | undefined;
  readonly #isOpen: boolean;

  /**
   * @param mapping what the app exchanges; absent: what the standard has
   * @param isOpen whether any name may be one of the app's own
   */
  constructor(mapping?: Mapping, isOpen = false) {
    this.#mapping = mapping;
    this.#isOpen = isOpen;
    const rowsOf = (names: readonly { readonly name: string }[] = []): AttributePath[] =>
      names.flatMap(({ name }) => {
        const parsed = parsePath(name);
        return parsed.ok ? [parsed.value] : [];
      });
    this.#rows = { User: rowsOf(mapping?.users), Group: rowsOf(mapping?.groups) };
    this.#types = { User: typesOf(mapping?.users), Group: typesOf(mapping?.groups) };
    this.#urns = [...new Set([...KNOWN_URNS, ...Object.values(this.#rows).flatMap((rows) => rows.flatMap(({ urn }) => urn ?? []))])];
  }

  /** The same for a file about what an app advertises and no mapping has: nobody knows what that is called. */
  opened(): AttributeBook {
    return new AttributeBook(this.#mapping, true);
  }

  /** Reads a target path. */
  parse(text: string): ReturnType<typeof parsePath> {
    return parsePath(text, this.#urns);
  }

  /** The kind of value that an attribute has by the mapping or, where that is silent, by the standard; undefined: any. */
  valueType(path: AttributePath, type: ResourceType): ValueType | undefined {
    const row = this.#types[type].get(printPath(path).toLowerCase());
    return row ?? KINDS[STANDARD_SCHEMAS.find(path, type)?.type ?? ''];
  }

  /**
   * What is wrong with the names in a path.
   *
   * @param path a target path
   * @param types the resource types of which one must have it
   */
  misnomer(path: AttributePath, types: readonly ResourceType[]): Misnomer | undefined {
    if (this.#isOpen) return undefined;
    const type = types.find((each) => this.#has(path, each));
    if (type === undefined) return this.#unknown(path, types);
    const parts = [...(path.sub === undefined ? [] : [path.sub]), ...comparisonsIn(path.filter).map(({ name }) => name)];
    const unknown = parts.find((part) => !this.#isPart(part, path, type));
    const definitions = STANDARD_SCHEMAS.whole(path, type)?.subAttributes;
    return unknown === undefined ? this.#unknownKind(path, type, definitions) : unknownPart(path, unknown, definitions);
  }

  /** Whether an attribute has a part; of an attribute of the app's own nobody lists them. */
  #isPart(name: string, path: AttributePath, type: ResourceType): boolean {
    const attribute = STANDARD_SCHEMAS.whole(path, type);
    if (attribute === undefined || findAttribute(attribute.subAttributes, name) !== undefined) return true;
    if (attribute.multiValued && OF_ANY_LIST.some((each) => sameText(each, name))) return true;
    return this.#mapped(path, type).some(
      (row) => sameText(row.sub, name) || comparisonsIn(row.filter).some((each) => sameText(each.name, name)),
    );
  }

  /** A kind of value that is nearly one of the standard's, as in `emails[type eq "wrok"]`, and that no row has. */
  #unknownKind(path: AttributePath, type: ResourceType, parts: readonly AttributeDefinition[] = []): Misnomer | undefined {
    const kinds = findAttribute(parts, 'type')?.canonicalValues ?? [];
    const used = this.#mapped(path, type).flatMap((row) => comparisonsIn(row.filter).map(({ value }) => value));
    for (const { name, value } of comparisonsIn(path.filter)) {
      if (!sameText(name, 'type') || typeof value !== 'string' || used.includes(value) || kinds.some((each) => sameText(each, value)))
        continue;
      const near = nearest(value, kinds);
      const message = `"${path.attribute ?? ''}" has no values of the type "${value}"`;
      if (near !== undefined) return { message, hint: `Did you mean "${near}"?`, slip: true };
    }
    return undefined;
  }

  #has(path: AttributePath, type: ResourceType): boolean {
    if (path.attribute === undefined) return this.#urns.some((urn) => sameText(urn, path.urn));
    return STANDARD_SCHEMAS.whole(path, type) !== undefined || this.#mapped(path, type).length > 0;
  }

  /** The rows of the mapping that are about the attribute of a path. */
  #mapped(path: AttributePath, type: ResourceType): readonly AttributePath[] {
    const core = CORE_URNS[type];
    return this.#rows[type].filter((row) => sameText(row.urn ?? core, path.urn ?? core) && sameText(row.attribute, path.attribute));
  }

  #unknown(path: AttributePath, types: readonly ResourceType[]): Misnomer {
    const owner = types.length === 1 ? `a ${(types[0] ?? 'User').toLowerCase()}` : undefined;
    const written = `${path.urn === undefined ? '' : `${path.urn}:`}${path.attribute ?? ''}`;
    const message = owner === undefined ? `no resource has an attribute "${written}"` : `${owner} has no attribute "${written}"`;
    const { meant, slip } = this.#meant(path, types);
    return { message, hint: meant === undefined ? OWN : `Did you mean "${meant}"?`, slip };
  }

  #meant(path: AttributePath, types: readonly ResourceType[]): { readonly meant?: string; readonly slip: boolean } {
    const { urn, attribute = '' } = path;
    const urnMeant = urn === undefined || this.#urns.some((each) => sameText(each, urn)) ? urn : nearest(urn, this.#urns);
    const names = types.flatMap((type) => this.#names(urnMeant, type));
    const other = urn === undefined && types.includes('User') ? OTHER_NAMES[attribute.toLowerCase()] : undefined;
    if (other !== undefined) return { meant: other, slip: false };
    const near = nearest(attribute, names);
    if (near !== undefined) return { meant: urnMeant === undefined ? near : `${urnMeant}:${near}`, slip: true };
    if (urn !== undefined || !types.includes('User')) return { slip: false };
    const nearOther = nearest(attribute, Object.keys(OTHER_NAMES));
    const meant = nearOther === undefined ? undefined : OTHER_NAMES[nearOther];
    return meant === undefined ? { slip: false } : { meant, slip: false };
  }

  /** The attributes that a schema has, or that a path without a URN may name. */
  #names(urn: string | undefined, type: ResourceType): readonly string[] {
    const core = CORE_URNS[type];
    const wanted = urn ?? core;
    const standard = STANDARD_SCHEMAS.schema(wanted)?.attributes.map(({ name }) => name) ?? [];
    const common = sameText(wanted, core) ? COMMON_ATTRIBUTES.map(({ name }) => name) : [];
    const own = this.#rows[type].flatMap((row) => (sameText(row.urn ?? core, wanted) ? (row.attribute ?? []) : []));
    return [...common, ...standard, ...own];
  }
}

/** A part that an attribute does not have. What stands for a kind of value was meant as one: `emails.work`. */
function unknownPart(path: AttributePath, name: string, parts: readonly AttributeDefinition[] = []): Misnomer {
  const attribute = path.attribute ?? '';
  const whole =
    path.urn === undefined || path.urn.toLowerCase() !== ENTERPRISE_USER_URN.toLowerCase() ? attribute : `${path.urn}:${attribute}`;
  const kinds = findAttribute(parts, 'type')?.canonicalValues ?? [];
  const kind = kinds.find((each) => sameText(each, name));
  const value = findAttribute(parts, 'value') === undefined ? (parts[0]?.name ?? 'value') : 'value';
  const message = `"${whole}" has no part "${name}"`;
  if (kind !== undefined) return { message, hint: `Did you mean '${whole}[type eq "${kind}"].${value}'?`, slip: true };
  const names = parts.map((part) => part.name);
  const near = nearest(name, names);
  if (near !== undefined)
    return { message, hint: `Did you mean "${whole}${path.filter === undefined ? '.' : '[…].'}${near}"?`, slip: true };
  const hint = names.length === 0 ? 'It is a plain value.' : didYouMean(name, names);
  return { message, ...defined({ hint }), slip: false };
}

/** The kinds of value that the rows of a mapping have, by path in lower case. */
function typesOf(rows: readonly MappedAttribute[] = []): Map<string, ValueType | undefined> {
  return new Map(rows.map(({ name, type }) => [name.toLowerCase(), KINDS[type]]));
}

/** What a value filter compares. */
function comparisonsIn(filter: Filter | undefined): { readonly name: string; readonly value?: unknown }[] {
  if (filter === undefined) return [];
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...comparisonsIn(filter.left), ...comparisonsIn(filter.right)];
    case 'not':
      return comparisonsIn(filter.filter);
    case 'compare':
      return [{ name: filter.path.attribute ?? '', value: filter.value }];
    default:
      return filter.path.attribute === undefined ? [] : [{ name: filter.path.attribute }];
  }
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
