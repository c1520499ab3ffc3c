import { schemasBeyondStandard } from '../../src/config/sample-schemas.js';
import type { RunOptions } from '../../src/engine/scenario/run-options.js';
import type { FindingEvent, RunEvent } from '../../src/event/event.js';
import type { Transport } from '../../src/http/transport.js';
import type { Mapping } from '../../src/mapping/mapping.js';
import { inMemory } from '../../src/sample/in-memory.js';
import { isObject, type Json, type JsonObject } from '../../src/scim/json.js';
import type { ScimRequest } from '../../src/scim/message.js';
import { removeAt, setAt, valueAt } from '../../src/scim/resource.js';
import { playAgainst, TOKEN, targetAt } from './harness.js';

/** What a server does wrong with one attribute. */
export interface Fault {
  readonly name: string;
  /** The value as the server shows it; undefined: it shows none. */
  readonly shows?: (value: Json) => Json | undefined;
  /** The first value stays for ever. */
  readonly ignoresChange?: boolean;
  /** A value that was there once never goes. */
  readonly ignoresClear?: boolean;
  /** A filter on the attribute is answered with everything. */
  readonly ignoresFilter?: boolean;
  /** A filter on the attribute is refused. */
  readonly refusesFilter?: boolean;
  /** A PATCH or PUT that brings another value is refused whole. */
  readonly refusesChange?: boolean;
  /** A create without the attribute is answered so; default: accepted. */
  readonly missing?: { readonly path: string; readonly status: number };
}

/**
 * A correct server in memory, but for one fault at one target path.
 *
 * @param mapping the app's mapping: the server has all of its attributes
 * @param path where the fault is
 * @param fault what is wrong
 */
export function faultyServer(mapping: Mapping, path: string, fault: Fault): Transport {
  const server = inMemory({ token: TOKEN, extraSchemas: schemasBeyondStandard(mapping) }, 'http://sample.test/scim/v2');
  const first = new Map<string, Json>();
  const last = new Map<string, Json>();
  const shown = (resource: JsonObject): JsonObject => {
    const id = String(resource['id']);
    const value = valueAt(resource, path);
    if (value !== undefined && value !== null && value !== '') {
      if (!first.has(id)) first.set(id, value);
      last.set(id, value);
    }
    if (fault.ignoresChange === true && first.has(id)) return setAt(resource, path, first.get(id) ?? null);
    if (fault.ignoresClear === true && (value === undefined || value === '') && last.has(id))
      return setAt(resource, path, last.get(id) ?? null);
    if (fault.shows === undefined || value === undefined || value === null) return resource;
    const other = fault.shows(value);
    return other === undefined ? removeAt(resource, path) : setAt(resource, path, other);
  };
  return {
    async send(request: ScimRequest) {
      const refusal = refusalOf(request, path, fault);
      if (refusal !== undefined) return { ok: true, response: refusal };
      const filtered = request.filter?.attribute.toLowerCase() === path.toLowerCase();
      const asked =
        filtered && fault.ignoresFilter === true
          ? { ...request, target: request.target.replace(/([?&])filter=[^&]*/, '$1').replace(/[?&]$/, '') }
          : request;
      const sent = await server.send(asked);
      const { body } = sent.response;
      if (!isObject(body)) return sent;
      const list = body['Resources'];
      const changed = Array.isArray(list)
        ? { ...body, Resources: list.map((each) => (isObject(each) ? shown(each) : each)) }
        : body['id'] === undefined
          ? body
          : shown(body);
      return { ok: true, response: { ...sent.response, body: changed, text: JSON.stringify(changed) } };
    },
    close: async () => undefined,
  };
}

function refusalOf(request: ScimRequest, path: string, fault: Fault) {
  const filtered = request.filter?.attribute.toLowerCase() === path.toLowerCase();
  const { body } = request;
  const refused = (status: number, detail: string) => {
    const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), scimType: 'invalidValue', detail };
    return {
      status,
      headers: [['content-type', 'application/scim+json']] as const,
      text: JSON.stringify(error),
      body: error,
      milliseconds: 0,
      truncated: false,
    };
  };
  if (filtered && fault.refusesFilter === true) return refused(400, 'this filter is not supported');
  if (fault.refusesChange === true && request.method === 'PATCH' && JSON.stringify(body).includes(JSON.stringify(path).slice(1, -1)))
    return refused(400, 'one of the attributes is invalid');
  const creates = request.method === 'POST' && request.resourceType === 'User';
  if (fault.missing !== undefined && creates && isObject(body) && valueAt(body, path) === undefined)
    return refused(fault.missing.status, 'a value is missing');
  return undefined;
}

/** Plays scenarios against a server with one fault. */
export async function playFaulty(
  mapping: Mapping,
  path: string,
  fault: Fault,
  options: Partial<RunOptions>,
): Promise<{ readonly findings: readonly FindingEvent[]; readonly events: readonly RunEvent[] }> {
  const server = { target: targetAt('http://sample.test/scim/v2'), transport: faultyServer(mapping, path, fault) };
  return await playAgainst(server, { mapping, jobs: 1, ...options });
}
