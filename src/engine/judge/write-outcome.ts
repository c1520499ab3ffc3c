import type { CheckId } from '../../check/check-id.js';
import type { Difference, Observation } from '../../check/context.js';
import { judgeWrite } from '../../check/judge.js';
import { operationsOf, type WriteOperation } from '../../check/operation.js';
import { showResponse } from '../../check/show.js';
import type { Judgement } from '../../check/symptom.js';
import { succeeded } from '../../client/conversation-helpers.js';
import { isObject, type JsonObject } from '../../scim/json.js';
import { headerOf, type ResourceType, type ScimResponse } from '../../scim/message.js';
import { readResource } from '../../scim/read.js';
import { removeAt, setAt, valueAt } from '../../scim/resource.js';
import { attribute, differencesOf, type PathDifference } from '../compare/comparison.js';
import { isServerAssigned } from '../compare/server-assigned.js';
import { dropHiddenMembers } from '../compare/visibility.js';
import { addressOf } from '../exchange/address.js';
import { mappedRows } from '../mapping/mapped-rows.js';
import { rowPosition } from '../mapping/row-position.js';
import type { ConversationRunner } from '../scenario/conversation-runner.js';
import { newOwnedResource, type OwnedResource } from '../state/owned-resources.js';
import { acceptServerValue, followWrite, type Twin, twinOfCreation } from '../state/twin.js';

/** A creation that was written down before it was sent. */
export interface Planned {
  readonly type: ResourceType;
  /** Line of the ledger. */
  readonly entry: number;
  /** When it was sent, see `OwnedResources.moment`. */
  readonly sentAt: number;
}

/** Follows several accepted writes, reads back once, and judges what all of them left behind. */
export async function judgeParallelWrites(
  runner: ConversationRunner,
  own: OwnedResource,
  writes: readonly { readonly seen: Observation; readonly exchange: string }[],
): Promise<void> {
  runner.writes += writes.length;
  const before = own.twin;
  const accepted = writes.filter(({ seen: observation }) => succeeded(observation.response));
  const after = accepted.reduce((twin, { seen: observation }) => followWrite(twin, observation.request, runner.rules(own.type)), before);
  for (const { seen: observation, exchange } of writes)
    if (!succeeded(observation.response)) judge(runner, observation, before, [], false, exchange);
  const last = accepted.at(-1);
  if (last === undefined) return;
  const operations = accepted.flatMap(({ seen: observation }) =>
    isObject(observation.request.body) && Array.isArray(observation.request.body['Operations'])
      ? observation.request.body['Operations']
      : [],
  );
  const merged: Observation = { ...last.seen, parallel: true, request: { ...last.seen.request, body: { Operations: operations } } };
  await compare(runner, merged, own, before, after, true, last.exchange);
}

/** Keeps the twin and the ledger in step with a write, reads back, and judges what is there. */
export async function judgeWriteOutcome(
  runner: ConversationRunner,
  observation: Observation,
  own: OwnedResource | undefined,
  planned: Planned | undefined,
  exchange: string,
): Promise<void> {
  const { request, response } = observation;
  const accepted = succeeded(response);
  if (planned !== undefined) return await judgeCreation(runner, observation, planned, accepted, exchange);
  if (own === undefined) return;
  if (request.method === 'DELETE') {
    if (accepted) {
      own.deleted = true;
      leaveGroups(runner, own);
      await runner.readBack(own);
      runner.confirm('SC2603');
    } else if (isUnwanted(runner, response)) {
      const unsupported = runner.client.family === 'okta' && own.type === 'User';
      if (!unsupported) runner.report(['SC2603'], { expected: '204', received: showResponse(response), subject: own.type }, exchange);
    }
    return;
  }
  // The scenario is content with a success and with a refusal: what the resource holds afterwards is not known.
  // The same holds where a refusal is wanted and a success came: the expectation says that.
  if (accepted && runner.expectedStatuses?.some((status) => status >= 400) === true) own.contentUnknown = true;
  const before = own.twin;
  const after = accepted ? followWrite(before, request, runner.rules(own.type)) : before;
  await compare(runner, observation, own, before, after, accepted, exchange);
}

/** A user who is gone is in no group any more. */
function leaveGroups(runner: ConversationRunner, gone: OwnedResource): void {
  for (const group of runner.run.resources.all()) {
    const members = group.twin.resource['members'];
    if (group.type !== 'Group' || group.deleted || !Array.isArray(members)) continue;
    const left = members.filter((member) => !isObject(member) || member['value'] !== gone.id);
    if (left.length < members.length)
      group.twin = {
        ...group.twin,
        resource: { ...group.twin.resource, members: left },
        cleared: new Set([...group.twin.cleared, 'members']),
      };
  }
}

async function judgeCreation(
  runner: ConversationRunner,
  observation: Observation,
  planned: Planned,
  accepted: boolean,
  exchange: string,
): Promise<void> {
  const { request, response } = observation;
  if (!accepted) {
    // A server error may have come after the resource was stored: only a 4xx says that there is none.
    if (response.status >= 400 && response.status < 500) await runner.run.ledger?.deleted(planned.entry);
    if (isUnwanted(runner, response)) judge(runner, observation, undefined, [], false, exchange);
    return;
  }
  const created = readResource(response.body);
  if (created === undefined) {
    // Nothing to go on with, but enough to clean up by.
    const located = locatedId(planned.type, response);
    if (located !== undefined && !runner.run.resources.isStranger(planned.type, located, planned.sentAt))
      await runner.run.ledger?.created(planned.entry, located);
    else await runner.run.ledger?.answered(planned.entry);
    return;
  }
  if (runner.run.resources.isStranger(planned.type, created.id, planned.sentAt)) {
    runner.report(['SC1207'], { expected: 'a new resource', received: `the id ${created.id}, which was there before` }, exchange);
    await runner.run.ledger?.deleted(planned.entry);
    return;
  }
  const there = runner.run.resources.find(planned.type, created.id);
  if (there !== undefined && !there.deleted) {
    // A second create of the same resource was answered with the first one: nothing new to clean up.
    await runner.run.ledger?.deleted(planned.entry);
    return;
  }
  await runner.run.ledger?.created(planned.entry, created.id);
  const own = newOwnedResource({
    key: String(runner.sighting.label ?? created.id),
    type: planned.type,
    id: created.id,
    entry: planned.entry,
    twin: twinOfCreation(request.body, created.id),
  });
  runner.run.resources.add(own);
  if (isWanted(runner, response)) await compare(runner, observation, own, undefined, own.twin, true, exchange);
  // It should not be there: the expectation says that, and what it holds is nobody's promise.
  else own.contentUnknown = true;
}

/** The id at the end of the Location of a resource that was created (RFC 7644 §3.3). */
function locatedId(type: ResourceType, response: ScimResponse): string | undefined {
  const path = (headerOf(response.headers, 'location') ?? '').split(/[?#]/)[0] ?? '';
  const { resourceType, id } = addressOf(`/${path.split('/').slice(-2).join('/')}`);
  return resourceType === type ? id : undefined;
}

function isWanted(runner: ConversationRunner, response: ScimResponse): boolean {
  return runner.expectedStatuses === undefined || runner.expectedStatuses.includes(response.status);
}

/** A refusal that nobody provoked. Whether a provoked one is the right one is the scenario's expectation to say. */
function isUnwanted(runner: ConversationRunner, response: ScimResponse): boolean {
  // Where the scenario names the check, the expectation says it.
  if (runner.namedCheck !== undefined) return false;
  return (
    runner.expectedStatuses === undefined ||
    (!runner.expectedStatuses.includes(response.status) && runner.expectedStatuses.every((status) => status < 400))
  );
}

/** Reads the resource back, and lays every difference at the door of an operation. */
async function compare(
  runner: ConversationRunner,
  observation: Observation,
  own: OwnedResource,
  before: Twin | undefined,
  after: Twin,
  accepted: boolean,
  exchange: string,
): Promise<void> {
  if (own.contentUnknown === true) return;
  const rules = runner.rules(own.type);
  own.twin = after;
  const operations = operationsOf(
    observation.request.method,
    observation.request.body,
    before?.resource,
    own.type,
    runner.run.facts.schemas,
  );
  const differ = async (held: JsonObject | undefined): Promise<readonly PathDifference[]> => {
    if (held === undefined) return [];
    const all = await dropHiddenMembers(runner, own, held, differencesOf(after, held, rules));
    const around = { seen: observation, operations, before: before?.resource, after: after.resource, actual: held };
    const serverAssigned = accepted ? all.filter((each) => isServerAssigned(each, around)) : [];
    for (const each of serverAssigned) own.twin = acceptServerValue(own.twin, each.path, takenFrom(own.twin.resource, held, each));
    return all.filter((each) => !serverAssigned.includes(each));
  };
  let actual = await runner.readBack(own);
  let differences = await differ(actual);
  if (accepted && differences.length > 0 && (await runner.run.patience.wait())) {
    actual = await runner.readBack(own);
    const again = await differ(actual);
    if (again.length === 0 && actual !== undefined) {
      runner.run.patience.rewarded();
      runner.report(
        ['SC2702'],
        { expected: differences[0]?.expected ?? '', received: `${differences[0]?.received}; right when read again` },
        exchange,
      );
    }
    differences = again;
  }
  const noted = runner.causes.length;
  judge(runner, observation, before, differences, accepted, exchange);
  // One symptom each, in this order; a refusal stands before them.
  const symptoms = runner.causes.slice(noted).slice(-differences.length);
  if (actual === undefined) return;
  for (const [index, difference] of differences.entries()) {
    const path = pathOf(difference);
    const candidates = symptoms[index] ?? [];
    own.twin = acceptServerValue(own.twin, path, takenFrom(own.twin.resource, actual, difference));
    own.unreliablePaths.set(path.toLowerCase(), { candidates });
    if (difference.kind === 'missing' && before === undefined)
      runner.run.log.neverShown.set(`${observation.dialect} ${path.toLowerCase()}`, candidates);
  }
}

function judge(
  runner: ConversationRunner,
  observation: Observation,
  before: Twin | undefined,
  differences: readonly PathDifference[],
  accepted: boolean,
  exchange: string,
): void {
  const { request, response } = observation;
  const type = request.resourceType ?? 'User';
  const operations = operationsOf(request.method, request.body, before?.resource, type, runner.run.facts.schemas);
  const refused = !accepted && isUnwanted(runner, response);
  const troubles: Difference[] = [
    ...(refused ? [{ kind: 'refused', path: '', expected: 'success', received: showResponse(response) } as const] : []),
    ...differences.map((difference) => {
      const received = `${response.status}, then GET: ${difference.received}`;
      const row = mappedRows(runner.run.mapping, type).find((each) => each.name.toLowerCase() === difference.path.toLowerCase());
      const expected = row?.line === undefined ? difference.expected : `${difference.expected} (${rowPosition(runner.run.mapping, row)})`;
      return attribute({ ...difference, expected, received }, operations);
    }),
  ];
  const own = runner.run.resources.find(type, request.id);
  const judged = judgeWrite({
    ...observation,
    operations,
    accepted,
    differences: troubles,
    ...(before === undefined ? {} : { before: before.resource }),
    ...(own === undefined ? {} : { unreliable: new Set(own.unreliablePaths.keys()) }),
  });
  // A scenario's own request is not the client's.
  const sound = accepted && request.purpose !== 'raw';
  if (accepted && request.method === 'PATCH') runner.confirm('SC2100');
  const symptoms = judged.symptoms.map((symptom, index): Judgement['symptoms'][number] => {
    const trouble = troubles[index];
    const earlier =
      trouble?.kind === 'missing' ? runner.run.log.neverShown.get(`${observation.dialect} ${trouble.path.toLowerCase()}`) : undefined;
    if (earlier !== undefined && before !== undefined) return { ...symptom, candidates: earlier };
    if (trouble?.kind === 'refused') return { ...symptom, candidates: withUnseen(runner, observation, operations, symptom.candidates) };
    return symptom.candidates.length > 0 ? symptom : { ...symptom, candidates: ['SC9001'] };
  });
  runner.note({ symptoms, held: sound ? judged.held : [] }, exchange);
  if (refused) {
    const candidates = runner.causes.at(-1) ?? [];
    for (const operation of operations) own?.unreliablePaths.set((operation.text ?? '').toLowerCase(), { candidates });
  }
}

/** A write of a value that never showed may be refused for the same reason: the target does not have the attribute. */
function withUnseen(
  runner: ConversationRunner,
  observation: Observation,
  operations: readonly WriteOperation[],
  candidates: readonly CheckId[],
): readonly CheckId[] {
  const unseen = operations.flatMap(({ kind, text = '' }) =>
    kind === 'create' || kind === 'put' ? [] : (runner.run.log.neverShown.get(`${observation.dialect} ${text.toLowerCase()}`) ?? []),
  );
  const found = [...new Set([...unseen, ...candidates])];
  return found.length > 0 ? found : ['SC9001'];
}

/** `members[<id>]` differences concern the path `members`. */
function pathOf(difference: PathDifference): string {
  return difference.path.startsWith('members[') ? 'members' : difference.path;
}

/** The twin's resource with the server's value at the path that differs; of a multi-valued attribute the whole list. */
function takenFrom(resource: JsonObject, actual: JsonObject, difference: PathDifference): JsonObject {
  const path = pathOf(difference).split('[')[0] ?? '';
  const value = valueAt(actual, path);
  return value === undefined || value === null ? removeAt(resource, path) : setAt(resource, path, value);
}
