import { cut } from '../../base/cut.js';
import { plainText } from '../../base/plain-text.js';
import { type JsonObject, objectsIn } from '../../scim/json.js';
import { CORE_URNS } from '../../scim/urn.js';
import { is2xx, memberOf } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { failed, type GalleryOutcome, passed } from '../outcome.js';
import type { TargetAttribute } from '../target-schema.js';

const ACTION = 'SCIM_Get_Schemas';
const NEEDED = 'the gallery demands schema discovery: answer GET /Schemas with 200 and a list of your schemas (RFC 7643 §7)';

/** Whether /Schemas has each attribute of the app's list, word for word. */
export async function schemaDiscoverability(context: GalleryContext): Promise<GalleryOutcome> {
  const answer = await context.send('GET', '/Schemas');
  const { status } = answer;
  if (!is2xx(answer))
    return failed(`FAILED - Action: ${ACTION} - /Schemas endpoint returned HTTP ${status}`, {
      errorDetails: { summary: `/Schemas endpoint not accessible. HTTP ${status}. Response: ${cut(answer.text, 500)}` },
      cause: NEEDED,
    });
  if (status !== 200) return failed(`FAILED - Action: ${ACTION} - HTTP ${status}`, { cause: NEEDED });
  const resources = objectsIn(memberOf(answer.body, 'Resources'));
  if (resources.length === 0) return failed(`FAILED - Action: ${ACTION} - endpoint returned no schemas`, { cause: NEEDED });
  const found = flattened(resources);
  const { users, groups } = context.settings.schema;
  const missingUsers = missing(users, found.users);
  const missingGroups = missing(groups, found.groups);
  const summary: JsonObject = {
    testName: 'SchemaDiscoveryTest',
    schemasEndpointStatusCode: status,
    discoveredSchemasCount: resources.length,
    userSchemaFound: resources.some(({ id }) => id === CORE_URNS.User),
    groupSchemaFound: resources.some(({ id }) => id === CORE_URNS.Group),
    targetDirectoryUserAttrCount: users.length,
    flattenedUserSchemaAttrCount: found.users.length,
    missingUserAttrs: missingUsers,
    missingGroupAttrs: missingGroups,
  };
  if (missingUsers.length + missingGroups.length === 0) return passed({ summary });
  const parts = [
    ...(missingUsers.length === 0 ? [] : [`Missing user attributes (${missingUsers.length}): [${missingUsers.join(', ')}].`]),
    ...(missingGroups.length === 0 ? [] : [`Missing group attributes (${missingGroups.length}): [${missingGroups.join(', ')}].`]),
  ];
  return failed(
    `FAILED - Action: Compose_Schema_Discoverability_Summary - Missing user attrs: ${JSON.stringify(missingUsers)} | Missing group attrs: ${JSON.stringify(missingGroups)}`,
    { summary, errorDetails: { summary: parts.join(' ') }, cause: adviceFor([...missingUsers, ...missingGroups]) },
  );
}

/** What to declare, or to take out of the app's list. */
function adviceFor(names: readonly string[]): string {
  const typed = [...new Set(names.flatMap((name) => /^(\w+)\[type eq "(.*?)"\]/.exec(name)?.slice(1, 3).join(' ') ?? []))];
  return [
    ...(names.includes('externalId') ? ['the template wants externalId declared as an attribute of the core schemas'] : []),
    ...(typed.length === 0
      ? []
      : [`it finds typed values only where the sub-attribute "type" lists them in canonicalValues: ${typed.join(', ')}`]),
    'what your endpoint does not have is to be taken out of the list of target attributes ("Edit attribute list")',
  ].join('; ');
}

function missing(attributes: readonly TargetAttribute[], found: readonly string[]): string[] {
  const known = new Set(found.map((name) => name.toLowerCase()));
  return attributes.map(({ name }) => name).filter((name) => name !== 'id' && !known.has(name.toLowerCase()));
}

/** The names that the template makes of /Schemas: those of groups' extensions are not among them. */
function flattened(schemas: readonly JsonObject[]): { readonly users: readonly string[]; readonly groups: readonly string[] } {
  const users: string[] = [];
  const groups: string[] = [];
  for (const schema of schemas) {
    const attributes = objectsIn(schema['attributes']);
    if (schema['id'] === CORE_URNS.User) users.push(...attributes.flatMap(namesOf));
    else if (schema['id'] === CORE_URNS.Group) groups.push(...attributes.flatMap(namesOf));
    else users.push(...attributes.map((attribute) => `${plainText(schema['id'])}:${plainText(attribute['name'])}`));
  }
  return { users, groups };
}

function namesOf(attribute: JsonObject): string[] {
  const name = plainText(attribute['name']);
  if (name === 'manager' || name === 'members') return [name];
  const parts = objectsIn(attribute['subAttributes']);
  if (attribute['type'] !== 'complex') return attribute['type'] === 'reference' ? [] : [name];
  if (attribute['multiValued'] !== true)
    return parts.filter(({ type }) => type !== 'complex' && type !== 'reference').map((part) => `${name}.${plainText(part['name'])}`);
  const canonical = memberOf(
    parts.find((part) => part['name'] === 'type'),
    'canonicalValues',
  );
  const types = Array.isArray(canonical) ? canonical.map(plainText) : [];
  if (types.length === 0)
    return parts.filter((part) => part['name'] !== 'primary').map((part) => `${name}[primary eq "True"].${plainText(part['name'])}`);
  const subs = parts.map((part) => plainText(part['name'])).filter((part) => part !== 'type' && part !== 'primary');
  return types.flatMap((type) => subs.map((sub) => `${name}[type eq "${type}"].${sub}`));
}
