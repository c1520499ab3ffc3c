import { defined } from '../base/defined.js';
import { plainText } from '../base/plain-text.js';
import type { MappedAttribute, Mapping } from '../mapping/mapping.js';
import { type JsonObject, objectsIn } from '../scim/json.js';
import type { ResourceType } from '../scim/message.js';

/** An attribute in the app's attribute list ("Edit attribute list"), mapped or not. */
export interface TargetAttribute {
  readonly name: string;
  /** In lower case; `string` when it is not said. */
  readonly type: string;
  readonly multivalued: boolean;
  readonly mutability: string;
  readonly required: boolean;
  readonly canonicalValues: readonly string[];
}

/** One mapped row, as the template's initialization reads it. */
export interface LookupRow {
  /** Attribute of the directory: `givenName`; of a function its parameter `source`. */
  readonly source: string;
  readonly target: string;
  readonly matchingPrecedence: number;
  readonly createOnly: boolean;
  /** `Join`, `Switch`, …; absent for a direct mapping. */
  readonly function?: string;
  readonly type: string;
}

/** What the template derives from the provisioning schema of the app. */
export interface GallerySchema {
  /** Where it comes from, for the report. */
  readonly source: string;
  /** The attribute list is the app's own; otherwise it is made of the mapped attributes. */
  readonly ownList: boolean;
  readonly users: readonly TargetAttribute[];
  readonly groups: readonly TargetAttribute[];
  readonly rows: readonly LookupRow[];
  readonly groupSupported: boolean;
  /** A row of the mapping holds the manager. */
  readonly managerMapped: boolean;
  /** Of these the export's flow types leave deleting out: Entra sends no DELETE. */
  readonly neverDeleted: readonly ResourceType[];
}

/**
 * The schema that follows from a mapping alone: its attribute list is that of the mapped attributes.
 *
 * @param mapping what Entra exchanges
 */
export function schemaOfMapping(mapping: Mapping): GallerySchema {
  const { users, groups = [] } = mapping;
  return {
    source: mapping.source,
    ownList: false,
    users: users.map(attributeOf),
    groups: groups.map(attributeOf),
    rows: users.map(rowOf),
    groupSupported: mapping.groups !== undefined,
    managerMapped: users.some(({ name }) => name.includes('manager')),
    neverDeleted: [],
  };
}

/**
 * The schema of an export, whose attribute list also has what is not mapped.
 *
 * @param schema the export, as `readEntraExport` gives it
 * @param mapping the mapping that was read from it
 */
export function schemaOfExport(schema: JsonObject, mapping: Mapping): GallerySchema {
  const base = schemaOfMapping(mapping);
  const directories = objectsIn(schema['directories']);
  const target = directories.find(({ name }) => typeof name === 'string' && !/^(microsoft entra id|azure active directory)$/i.test(name));
  const objects = objectsIn(target?.['objects']);
  const users = objects.find(({ name }) => USER_NAMES.has(plainText(name)));
  const groups = objects.find(({ name }) => /group/i.test(plainText(name)));
  if (users === undefined) return base;
  return {
    ...base,
    ownList: true,
    users: objectsIn(users['attributes']).map(listed),
    groups: objectsIn(groups?.['attributes']).map(listed),
    groupSupported: groups !== undefined && base.groupSupported,
    neverDeleted: neverDeletedIn(schema),
  };
}

/** As the template reads it: the first rule's mapping of users, and that of groups, whose `flowTypes` do not name Delete. */
function neverDeletedIn(schema: JsonObject): ResourceType[] {
  const mappings = objectsIn(objectsIn(schema['synchronizationRules'])[0]?.['objectMappings']).filter(({ enabled }) => enabled !== false);
  const isOfGroups = ({ targetObjectName }: JsonObject): boolean => /group/i.test(plainText(targetObjectName));
  return (['User', 'Group'] as const).filter((type) => {
    const flows = mappings.find((mapping) => isOfGroups(mapping) === (type === 'Group'))?.['flowTypes'];
    return typeof flows === 'string' && !/delete/i.test(flows);
  });
}

const USER_NAMES: ReadonlySet<string> = new Set([
  'User',
  'urn:ietf:params:scim:schemas:core:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
]);

function attributeOf({ name, type, required }: MappedAttribute): TargetAttribute {
  const isMembers = name.toLowerCase() === 'members';
  return {
    name,
    type: isMembers ? 'reference' : type === 'Unknown' ? 'string' : type.toLowerCase(),
    multivalued: isMembers,
    mutability: 'readwrite',
    required,
    canonicalValues: [],
  };
}

function listed(attribute: JsonObject): TargetAttribute {
  const metadata = objectsIn(attribute['metadata']);
  const canonical = attribute['canonicalValues'] ?? metadata.find(({ key }) => key === 'canonicalValues')?.['value'];
  return {
    name: plainText(attribute['name'] ?? ''),
    type: plainText(attribute['type'] ?? 'String').toLowerCase(),
    multivalued: (attribute['multivalued'] ?? attribute['multiValued']) === true,
    mutability: plainText(attribute['mutability'] ?? 'readWrite').toLowerCase(),
    required: attribute['required'] === true,
    canonicalValues: Array.isArray(canonical) ? canonical.filter((value): value is string => typeof value === 'string') : [],
  };
}

function rowOf(attribute: MappedAttribute): LookupRow {
  const { name, type, matching, createOnly, expression = '' } = attribute;
  const called = /^\s*([A-Za-z]\w*)\s*\(/.exec(expression)?.[1];
  return {
    source: /\[([^\]]+)\]/.exec(expression)?.[1] ?? sourceFor(name),
    target: name,
    matchingPrecedence: matching ?? (name === 'userName' ? 1 : 0),
    createOnly: createOnly === true,
    type: type.toLowerCase(),
    ...defined({ function: called }),
  };
}

/** The directory's attribute that Entra's default mapping has for a target. */
function sourceFor(target: string): string {
  if (/^roles\b/i.test(target)) return 'appRoleAssignments';
  return DEFAULT_SOURCES[target] ?? target.split(':').at(-1) ?? target;
}

const DEFAULT_SOURCES: Readonly<Record<string, string>> = {
  userName: 'userPrincipalName',
  active: 'accountEnabled',
  title: 'jobTitle',
  'emails[type eq "work"].value': 'mail',
  'name.givenName': 'givenName',
  'name.familyName': 'surname',
  'addresses[type eq "work"].formatted': 'officeLocation',
  'addresses[type eq "work"].streetAddress': 'streetAddress',
  'addresses[type eq "work"].locality': 'city',
  'addresses[type eq "work"].region': 'state',
  'addresses[type eq "work"].postalCode': 'postalCode',
  'addresses[type eq "work"].country': 'country',
  'phoneNumbers[type eq "work"].value': 'businessPhones',
  'phoneNumbers[type eq "mobile"].value': 'mobilePhone',
  'phoneNumbers[type eq "fax"].value': 'faxNumber',
  externalId: 'mailNickname',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber': 'employeeId',
};
