import { defined } from '../../base/defined.js';
import { plainText } from '../../base/plain-text.js';
import type { TargetFacts } from '../../check/context.js';
import { advertises } from '../../check/resources.js';
import { showResponse } from '../../check/show.js';
import type { Dialect } from '../../client/client.js';
import { ownRequest } from '../../client/own.js';
import { withDemandedExtensions } from '../../mapping/demanded-extensions.js';
import { extensionsOf } from '../../mapping/extensions.js';
import { saysWhatItHas } from '../../mapping/intersect.js';
import { type AttributeDefinition, findAttribute, type SchemaDefinition } from '../../scim/attribute.js';
import { getMember, type Json, type JsonObject } from '../../scim/json.js';
import { ENDPOINTS, headerOf, type ResourceType, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { readList, speaksScim } from '../../scim/read.js';
import { readSchemas, SchemaSet, STANDARD_SCHEMAS } from '../../scim/schema-set.js';
import { CORE_URNS } from '../../scim/urn.js';
import type { Answer } from '../exchange/answer.js';
import { isThrottled } from '../exchange/throttle.js';
import type { Wire } from '../exchange/wire.js';
import type { OtherBase } from '../scenario/run-options.js';
import { type ProbeResult, probeTarget } from './probe.js';

/** What a look at the target before the first write has shown. */
export interface Preflight {
  /** Why the target cannot be used at all. */
  readonly unusable?: string;
  /** Why the target served nothing: it asks for more patience than the run has. */
  readonly throttled?: string;
  /** Resources that a filter for a random value returned: writing would be dangerous. */
  readonly ignoresFilters?: { readonly exchange: string; readonly request: ScimRequest; readonly found: number };
  /** The target refuses the headers of the first dialect. */
  readonly refused?: ProbeResult['refused'];
  /** The target has no filters: a filter for a userName was refused, and not for its credential or its form. */
  readonly filtersRefused?: { readonly exchange: string; readonly received: string };
  readonly facts: TargetFacts;
  /** /ResourceTypes lists what the target has, and no groups. */
  readonly listsNoGroups?: boolean;
  /** What /Schemas advertises; undefined when there is nothing usable. */
  readonly schemas?: readonly SchemaDefinition[];
  /** The body of /ResourceTypes; undefined when there is none. */
  readonly resourceTypes?: Json;
}

/**
 * Looks at the target before anything is written: does it answer, does it take the credential, does it speak SCIM, and does
 * a filter for a random value find nothing?
 *
 * @param wire sends the requests
 * @param dialect the first dialect of the run, in whose name the probe is sent
 * @param randomGuid a value that nobody has
 * @param advice what to look at when the target refuses the credential: a sentence
 * @param otherBase looks for the endpoint elsewhere on the same origin
 */
export async function preflight(
  wire: Wire,
  dialect: Dialect,
  randomGuid: string,
  advice = 'Check the token.',
  otherBase: () => Promise<OtherBase> = async () => ({ asked: [] }),
): Promise<Preflight> {
  const nothing: TargetFacts = { schemas: STANDARD_SCHEMAS };
  const probed = await probeTarget(wire, dialect, randomGuid);
  const { answer, probe } = probed;
  if (!answer.ok) return { ...withoutAnswer(answer.failure), facts: nothing };
  if (isThrottled(answer.response))
    return { throttled: `The target served nothing: it throttles (${answer.response.status}).`, facts: nothing };
  const isOfFilter = answer.response.status === 403 && (await servesList(wire, dialect));
  const refused = isOfFilter ? undefined : refusalOf(answer.response, advice);
  if (refused !== undefined) return { unusable: refused, facts: nothing };
  const documents: Answer[] = [];
  for (const document of DOCUMENTS) documents.push(await wire.send(discover(document), { dialect }));
  const [config, schemasBody, types] = documents.map(bodyOf);
  const isList = answer.response.status === 200 && readList(answer.response.body) !== undefined;
  if (!isList && ![config, schemasBody, types].some(speaksScim)) {
    const busy = documents.find((each) => each.ok && isThrottled(each.response));
    if (busy?.ok === true) return { throttled: `The target served nothing: it throttles (${busy.response.status}).`, facts: nothing };
    const isElsewhere = documents.every(isAbsent) && isMissing(answer) && !(await servesList(wire, dialect));
    const speaks = speaksScim(answer.response.body);
    if (!speaks || isElsewhere) return { unusable: notHere(answer.response, speaks, await otherBase()), facts: nothing };
  }
  const read = withDemandedExtensions(readSchemas(schemasBody), types);
  const schemas = saysWhatItHas(read) ? read : [];
  const facts: TargetFacts = {
    schemas: schemas.length === 0 ? STANDARD_SCHEMAS : withStandard(schemas),
    ...(schemas.length === 0 ? {} : { advertised: new SchemaSet(schemas) }),
    ...defined({ config }),
    ...(probed.plusMisread ? { plusMisread: true } : {}),
    entitlementEndpoints: entitlementEndpoints(types),
    extensions: { User: urnsOf('User', schemas, types), Group: urnsOf('Group', schemas, types) },
  };
  const found = answer.response.status === 200 ? (readList(answer.response.body)?.resources.length ?? 0) : 0;
  return {
    facts,
    ...defined({ refused: probed.refused }),
    ...(isOfFilter || deniesFilters(answer.response, config)
      ? { filtersRefused: { exchange: answer.exchange, received: showResponse(answer.response) } }
      : {}),
    ...(listsNoGroups(types) ? { listsNoGroups: true } : {}),
    ...(schemas.length === 0 ? {} : { schemas }),
    ...defined({ resourceTypes: types }),
    ...(found === 0 ? {} : { ignoresFilters: { exchange: answer.exchange, request: probe, found } }),
  };
}

/** Why the first request was not answered. Whoever ran out of time, or of patience, does not know what the target is like. */
function withoutAnswer({ kind, message }: { readonly kind: string; readonly message: string }): Pick<Preflight, 'unusable' | 'throttled'> {
  if (kind === 'throttled') return { throttled: message };
  return { unusable: kind === 'aborted' ? 'The time of the run was up before the target had answered its first request.' : message };
}

function urnsOf(type: ResourceType, schemas: readonly SchemaDefinition[], types: Json | undefined): string[] {
  return extensionsOf(type, schemas, types).map(({ id }) => id);
}

/** Okta takes a resource type for entitlements by its schema (Okta, "SCIM 2.0 with entitlements"). */
function entitlementEndpoints(types: Json | undefined): string[] {
  return (readList(types)?.resources ?? [])
    .filter((each) => /^urn:okta:scim:schemas:core:1\.0:(Entitlement|Role)$/i.test(plainText(getMember(each, 'schema'))))
    .map((each) => plainText(getMember(each, 'endpoint')));
}

/** Whether the target refuses a filter alone: the list without one is served. */
async function servesList(wire: Wire, dialect: Dialect): Promise<boolean> {
  const answer = await wire.send(ownRequest({ method: 'GET', target: '/Users?count=1', purpose: 'probe', resourceType: 'User' }), {
    dialect,
  });
  return answer.ok && answer.response.status === 200 && readList(answer.response.body) !== undefined;
}

/** A filter that is refused where the target says that it has none, or that filters are not implemented. */
function deniesFilters({ status }: ScimResponse, config: Json | undefined): boolean {
  return status === 501 || ((status === 400 || status === 405) && advertises(config, 'filter') === false);
}

/** Whether /ResourceTypes lists users, and nothing that groups could be. */
function listsNoGroups(types: Json | undefined): boolean {
  const listed = readList(types)?.resources ?? [];
  const isAbout = (type: ResourceType, each: JsonObject): boolean =>
    ['endpoint', 'schema', 'id', 'name'].some((name) => {
      const value = plainText(getMember(each, name) ?? '').toLowerCase();
      return [ENDPOINTS[type], ENDPOINTS[type].slice(1), CORE_URNS[type], type].some((known) => value.endsWith(known.toLowerCase()));
    });
  return listed.some((each) => isAbout('User', each)) && !listed.some((each) => isAbout('Group', each));
}

function discover(target: string): ScimRequest {
  return ownRequest({ method: 'GET', target, purpose: 'discover' });
}

function bodyOf(answer: Answer): Json | undefined {
  return answer.ok && answer.response.status === 200 ? answer.response.body : undefined;
}

/** What the target advertises wins; core attributes that it does not mention keep the standard's definition. */
function withStandard(schemas: readonly SchemaDefinition[]): SchemaSet {
  const advertised = new Set(schemas.map((schema) => schema.id.toLowerCase()));
  return new SchemaSet([...schemas, ...STANDARD_SCHEMAS.schemas.filter((schema) => !advertised.has(schema.id.toLowerCase()))]);
}

/**
 * The same facts with the standard's definition of each attribute that the target does not mention: it has them all the same.
 *
 * @param facts what is known of the target
 */
export function withStandardAttributes(facts: TargetFacts): TargetFacts {
  const completed = facts.schemas.schemas.map((schema) => {
    const standard = STANDARD_SCHEMAS.schema(schema.id);
    return standard === undefined ? schema : { ...schema, attributes: withMissing(schema.attributes, standard.attributes) };
  });
  return { ...facts, schemas: new SchemaSet(completed) };
}

function withMissing(attributes: readonly AttributeDefinition[], standard: readonly AttributeDefinition[]): readonly AttributeDefinition[] {
  const whole = attributes.map((each): AttributeDefinition => {
    const parts = findAttribute(standard, each.name)?.subAttributes;
    return parts === undefined || each.subAttributes === undefined
      ? each
      : { ...each, subAttributes: withMissing(each.subAttributes, parts) };
  });
  return [...whole, ...standard.filter(({ name }) => findAttribute(attributes, name) === undefined)];
}

function refusalOf(response: ScimResponse, advice: string): string | undefined {
  const { status } = response;
  if (status === 401 || status === 403) {
    return `The target refused the credential (${status}). ${advice}`;
  }
  if (status >= 300 && status < 400) {
    const location = headerOf(response.headers, 'location');
    return `The target redirects (${status}${location === undefined ? '' : ` to ${location}`}). scim-check never follows a redirect with the token; use the final URL as --target.`;
  }
  return undefined;
}

/** The documents in which a target says what it is. */
const DOCUMENTS = ['/ServiceProviderConfig', '/Schemas', '/ResourceTypes'];

/** There is nothing at that path, whatever the server makes of it in other places. */
function isMissing(answer: Answer): boolean {
  return answer.ok && [400, 404, 405, 410].includes(answer.response.status);
}

/** A document that a target need not have; what fails otherwise says nothing of the path. */
function isAbsent(answer: Answer): boolean {
  return isMissing(answer) || (answer.ok && answer.response.status === 200 && !speaksScim(answer.response.body));
}

/** Where there is no SCIM endpoint, and where there may be one. */
function notHere(response: ScimResponse, speaks: boolean, { asked, found }: OtherBase): string {
  const what = speaks
    ? `There is no SCIM endpoint at this base URL: GET /Users was answered ${response.status}, and no document of discovery is there.`
    : notScim(response);
  if (found !== undefined) return `${what} Did you mean ${found}? It shows users.`;
  return asked.length === 0
    ? what
    : `${what} Nor did these paths of the same server show users: ${asked.map((path) => path.replace(/\?.*$/, '')).join(', ')}.`;
}

function notScim(response: ScimResponse): string {
  const type = headerOf(response.headers, 'content-type') ?? 'no Content-Type';
  const what = response.body === undefined ? (/^\s*</.test(response.text) ? 'an HTML page' : 'no JSON') : 'JSON that is no SCIM message';
  return `This does not look like a SCIM endpoint: GET /Users was answered ${response.status} with ${what} (${type}). Check the base URL; it ends before /Users.`;
}
