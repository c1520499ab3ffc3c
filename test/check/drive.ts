import type { ResponseCheck, WriteCheck } from '../../src/check/check.js';
import type { ExpectedResource, Observation, ObservedWrite } from '../../src/check/context.js';
import { diagnose } from '../../src/check/diagnose.js';
import type { Answered, Given, Sent } from '../../src/check/example.js';
import { judgeResponse, judgeWrite } from '../../src/check/judge.js';
import { operationsOf } from '../../src/check/operation.js';
import type { ResponseJudge } from '../../src/check/response-judge.js';
import type { Symptom } from '../../src/check/symptom.js';
import type { WriteJudge } from '../../src/check/write-judge.js';
import type { Dialect, Family } from '../../src/client/client.js';
import { attributeTo, type ComparisonRules, compare } from '../../src/engine/compare/comparison.js';
import { isServerAssigned } from '../../src/engine/compare/server-assigned.js';
import { compilePath } from '../../src/engine/state/compiled-path.js';
import { followWrite, type Twin, twinOfCreation } from '../../src/engine/state/twin.js';
import { DEFAULT_MAPPING } from '../../src/mapping/default.js';
import type { JsonObject } from '../../src/scim/json.js';
import type { FilterSent, Header, Purpose, ResourceType, ScimRequest, ScimResponse } from '../../src/scim/message.js';
import { SchemaSet, STANDARD_SCHEMAS } from '../../src/scim/schema-set.js';

const DIALECTS: Readonly<Record<Family, Dialect>> = { entra: 'entra-default', okta: 'okta-oin', rfc: 'rfc' };

/** What the judge makes of an example. */
export interface Verdict {
  /** Ids of the findings. */
  readonly findings: readonly string[];
  /** Checks that were exercised and held. */
  readonly cleared: readonly string[];
  /** Of each symptom the checks that may be the reason, the most specific last. */
  readonly candidates: readonly (readonly string[])[];
}

/** Who judges: of single exchanges, and of writes. */
export interface Judges {
  readonly response: ResponseJudge;
  readonly write: WriteJudge;
}

/**
 * Lets the judge look at an example as the engine would show it.
 *
 * @param check the check that the example belongs to
 * @param side which of its answers came
 * @param judges who judges; absent: with all checks of the catalogue
 */
export function judgeExample(
  check: ResponseCheck | WriteCheck,
  side: 'good' | 'bad',
  judges: Judges = { response: judgeResponse, write: judgeWrite },
): Verdict {
  const judgements = observationsOf(check, side).flatMap(({ observation, answered, given }) => {
    const write = check.kind === 'write' ? [judges.write(writeOf(observation, answered, given))] : [];
    return [judges.response(observation), ...write];
  });
  const cleared = judgements.flatMap((judgement) => judgement.held);
  const symptoms = judgements.flatMap((judgement, index) =>
    judgement.symptoms.map((symptom): Symptom => ({ ...symptom, id: index, dialect: DIALECTS[familyOf(check)], order: [0, index] })),
  );
  const findings = diagnose(symptoms, new Set(cleared)).map((diagnosis) => diagnosis.check);
  return { findings, cleared, candidates: symptoms.map((symptom) => symptom.candidates) };
}

/**
 * The exchanges of an example, as the engine would show them.
 *
 * @param check the check that the example belongs to
 * @param side which of its answers came
 */
export function observationsOf(
  check: ResponseCheck | WriteCheck,
  side: 'good' | 'bad',
): { readonly observation: Observation; readonly answered: Answered; readonly given: Given }[] {
  const { example } = check;
  const given = (side === 'bad' ? example.givenBad : undefined) ?? example.given ?? {};
  return [example, ...(example.besides ?? [])].map((turn) => ({
    observation: observationOf(familyOf(check), turn.request, turn[side], given),
    answered: turn[side],
    given,
  }));
}

function familyOf({ example, clients }: ResponseCheck | WriteCheck): Family {
  return example.client ?? clients[0] ?? 'rfc';
}

function writeOf(seen: Observation, answered: Answered, given: Given): ObservedWrite {
  const { request } = seen;
  const type = request.resourceType ?? 'User';
  const rules = rulesFor(seen.family, type, given.mapped);
  const accepted = answered.status < 300;
  const before: Twin | undefined =
    given.resource === undefined ? undefined : { resource: given.resource, cleared: new Set(), clearedOrKept: new Set() };
  const after = before === undefined ? twinOfCreation(request.body, 'u1') : accepted ? followWrite(before, request, rules) : before;
  const operations = operationsOf(request.method, request.body, given.resource, type, STANDARD_SCHEMAS);
  const held = answered.after ?? given.resource;
  const around = { observation: seen, operations, before: given.resource, after: after.resource };
  const differences = [
    ...(accepted || given.wanted !== undefined ? [] : [{ kind: 'refused', path: '', expected: 'success', received: '' } as const]),
    ...(held === undefined ? [] : compare(after, held, rules).differences)
      .filter((difference) => !isServerAssigned(difference, { ...around, actual: held ?? {} }))
      .map((difference) => attributeTo(difference, operations)),
  ];
  return { ...seen, operations, accepted, differences, ...(before === undefined ? {} : { before: before.resource }) };
}

function rulesFor(family: Family, type: ResourceType, mapped: readonly string[] = []): ComparisonRules {
  const rows = (type === 'User' ? DEFAULT_MAPPING.users : DEFAULT_MAPPING.groups) ?? [];
  const paths = [...rows.map((row) => row.name), ...mapped].map((path) => compilePath(STANDARD_SCHEMAS, type, path));
  return { type, family, schemas: STANDARD_SCHEMAS, paths, deletedIds: new Set() };
}

function observationOf(family: Family, sent: Sent, answered: Answered, given: Given): Observation {
  const request = requestOf(sent);
  const known = (resource: JsonObject): ExpectedResource => ({
    key: 'known',
    type: request.resourceType ?? 'User',
    id: String(resource['id']),
    resource,
    deleted: given.deleted === true,
    shown: given.shown === true,
    renamed: given.renamed === true,
  });
  return {
    dialect: DIALECTS[family],
    family,
    request,
    response: responseOf(answered),
    facts: {
      schemas: given.schemas === undefined ? STANDARD_SCHEMAS : new SchemaSet(given.schemas),
      ...(given.config === undefined ? {} : { config: given.config }),
      ...(given.host === undefined ? {} : { host: given.host }),
    },
    ...(given.resource === undefined || request.id === undefined ? {} : { addressed: known(given.resource) }),
    ...(given.hits === undefined ? {} : { hits: given.hits.map(known) }),
    ...(given.wanted === undefined ? {} : { wanted: given.wanted }),
    ...(given.parallel === undefined ? {} : { parallel: given.parallel }),
    ...(given.again === undefined ? {} : { again: given.again }),
    ...(given.vacated === undefined ? {} : { vacated: given.vacated }),
    ...(given.former === undefined ? {} : { former: given.former }),
  };
}

/** The request as a client would hand it to the engine: what an example leaves out follows from method and target. */
export function requestOf(sent: Sent): ScimRequest {
  const [, collection, id] = /^\/(Users|Groups)(?:\/([^/?]+))?/.exec(sent.target) ?? [];
  const filter = filterOf(sent);
  return {
    method: sent.method,
    target: sent.target,
    headers: [['Content-Type', sent.contentType ?? 'application/scim+json']],
    purpose: sent.purpose ?? purposeOf(sent, collection, id, filter),
    ...(collection === undefined ? {} : { resourceType: collection === 'Users' ? 'User' : 'Group' }),
    ...(id === undefined ? {} : { id }),
    ...(sent.body === undefined ? {} : { body: sent.body }),
    ...(filter === undefined ? {} : { filter }),
  };
}

function filterOf({ target, otherCase, byChoice }: Sent): FilterSent | undefined {
  const text = new URL(target, 'http://host').searchParams.get('filter') ?? '';
  const [, attributeName, value] = /^(\S+) eq (".*")$/.exec(text) ?? [];
  if (attributeName === undefined || value === undefined) return undefined;
  return {
    attribute: attributeName,
    value: String(JSON.parse(value)),
    ...(otherCase === undefined ? {} : { otherCase }),
    ...(byChoice === undefined ? {} : { byChoice }),
  };
}

function purposeOf({ method }: Sent, collection: string | undefined, id: string | undefined, filter: FilterSent | undefined): Purpose {
  if (method === 'POST') return 'create';
  if (method === 'DELETE') return 'delete';
  if (method !== 'GET') return 'update';
  if (collection === undefined) return 'discover';
  return id !== undefined ? 'read' : filter === undefined ? 'list' : 'match';
}

/** The answer as the network would bring it, labelled as SCIM unless the example says otherwise. */
export function responseOf({ status, headers, body, text }: Answered): ScimResponse {
  const type: Header[] = body === undefined ? [] : [['Content-Type', 'application/scim+json']];
  return {
    status,
    headers: headers?.['Content-Type'] === undefined ? [...type, ...Object.entries(headers ?? {})] : Object.entries(headers),
    text: text ?? (body === undefined ? '' : JSON.stringify(body)),
    ...(body === undefined ? {} : { body }),
    milliseconds: 1,
  };
}
