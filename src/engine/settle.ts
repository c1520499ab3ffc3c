import type { CheckId } from '../check/check-id.js';
import type { Seen, Trouble } from '../check/context.js';
import { judgeWrite } from '../check/judge.js';
import { operationsOf, type WriteOperation } from '../check/operation.js';
import { showResponse } from '../check/show.js';
import type { Judgement } from '../check/symptom.js';
import { succeeded } from '../client/talk.js';
import { isObject, type JsonObject } from '../scim/json.js';
import { headerOf, type ResourceType, type ScimResponse } from '../scim/message.js';
import { readResource } from '../scim/read.js';
import { removeAt, setAt, valueAt } from '../scim/resource.js';
import { addressOf } from './address.js';
import { attribute, type Difference, differencesOf } from './differences.js';
import { rowsOf } from './paths.js';
import type { Play } from './play.js';
import { newOwn, type Own } from './population.js';
import { placeOf } from './rows.js';
import { isServersOwn } from './servers-own.js';
import { withoutHidden } from './shown.js';
import { bornTwin, followWrite, type Twin, yieldTo } from './twin.js';

/** A creation that was written down before it was sent. */
export interface Planned {
  readonly type: ResourceType;
  /** Line of the ledger. */
  readonly entry: number;
  /** When it was sent, as `performance.now()` tells it. */
  readonly sentAt: number;
}

/** Follows several accepted writes, reads back once, and judges what all of them left behind. */
export async function settleTogether(
  play: Play,
  own: Own,
  writes: readonly { readonly seen: Seen; readonly exchange: string }[],
): Promise<void> {
  play.writes += writes.length;
  const before = own.twin;
  const accepted = writes.filter(({ seen }) => succeeded(seen.response));
  const after = accepted.reduce((twin, { seen }) => followWrite(twin, seen.request, play.rules(own.type)), before);
  for (const { seen, exchange } of writes) if (!succeeded(seen.response)) judge(play, seen, before, [], false, exchange);
  const last = accepted.at(-1);
  if (last === undefined) return;
  const operations = accepted.flatMap(({ seen }) =>
    isObject(seen.request.body) && Array.isArray(seen.request.body['Operations']) ? seen.request.body['Operations'] : [],
  );
  const merged: Seen = { ...last.seen, together: true, request: { ...last.seen.request, body: { Operations: operations } } };
  await compare(play, merged, own, before, after, true, last.exchange);
}

/** Keeps the twin and the ledger in step with a write, reads back, and judges what is there. */
export async function settle(play: Play, seen: Seen, own: Own | undefined, planned: Planned | undefined, exchange: string): Promise<void> {
  const { request, response } = seen;
  const accepted = succeeded(response);
  if (planned !== undefined) return await settleCreation(play, seen, planned, accepted, exchange);
  if (own === undefined) return;
  if (request.method === 'DELETE') {
    if (accepted) {
      own.deleted = true;
      leaveGroups(play, own);
      await play.verify(own);
      play.clear('SC2603');
    } else if (isUnwanted(play, response)) {
      const unsupported = play.client.family === 'okta' && own.type === 'User';
      if (!unsupported) play.raise(['SC2603'], { expected: '204', received: showResponse(response), subject: own.type }, exchange);
    }
    return;
  }
  // The scenario is content with a success and with a refusal: what the resource holds afterwards is not known.
  // The same holds where a refusal is wanted and a success came: the expectation says that.
  if (accepted && play.wanted?.some((status) => status >= 400) === true) own.unsure = true;
  const before = own.twin;
  const after = accepted ? followWrite(before, request, play.rules(own.type)) : before;
  await compare(play, seen, own, before, after, accepted, exchange);
}

/** A user who is gone is in no group any more. */
function leaveGroups(play: Play, gone: Own): void {
  for (const group of play.stage.population.all()) {
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

async function settleCreation(play: Play, seen: Seen, planned: Planned, accepted: boolean, exchange: string): Promise<void> {
  const { request, response } = seen;
  if (!accepted) {
    // A server error may have come after the resource was stored: only a 4xx says that there is none.
    if (response.status >= 400 && response.status < 500) await play.stage.ledger?.deleted(planned.entry);
    if (isUnwanted(play, response)) judge(play, seen, undefined, [], false, exchange);
    return;
  }
  const created = readResource(response.body);
  if (created === undefined) {
    // Nothing to go on with, but enough to clean up by.
    const located = locatedId(planned.type, response);
    if (located !== undefined && !play.stage.population.isStranger(planned.type, located, planned.sentAt))
      await play.stage.ledger?.created(planned.entry, located);
    return;
  }
  if (play.stage.population.isStranger(planned.type, created.id, planned.sentAt)) {
    play.raise(['SC1207'], { expected: 'a new resource', received: `the id ${created.id}, which was there before` }, exchange);
    await play.stage.ledger?.deleted(planned.entry);
    return;
  }
  const there = play.stage.population.find(planned.type, created.id);
  if (there !== undefined && !there.deleted) {
    // A second create of the same resource was answered with the first one: nothing new to clean up.
    await play.stage.ledger?.deleted(planned.entry);
    return;
  }
  await play.stage.ledger?.created(planned.entry, created.id);
  const own = newOwn({
    key: String(play.sighting.label ?? created.id),
    type: planned.type,
    id: created.id,
    entry: planned.entry,
    twin: bornTwin(request.body, created.id),
  });
  play.stage.population.add(own);
  if (isWanted(play, response)) await compare(play, seen, own, undefined, own.twin, true, exchange);
  // It should not be there: the expectation says that, and what it holds is nobody's promise.
  else own.unsure = true;
}

/** The id at the end of the Location of a resource that was created (RFC 7644 §3.3). */
function locatedId(type: ResourceType, response: ScimResponse): string | undefined {
  const path = (headerOf(response.headers, 'location') ?? '').split(/[?#]/)[0] ?? '';
  const { resourceType, id } = addressOf(`/${path.split('/').slice(-2).join('/')}`);
  return resourceType === type ? id : undefined;
}

function isWanted(play: Play, response: ScimResponse): boolean {
  return play.wanted === undefined || play.wanted.includes(response.status);
}

/** A refusal that nobody provoked. Whether a provoked one is the right one is the scenario's expectation to say. */
function isUnwanted(play: Play, response: ScimResponse): boolean {
  // Where the scenario names the check, the expectation says it.
  if (play.named !== undefined) return false;
  return play.wanted === undefined || (!play.wanted.includes(response.status) && play.wanted.every((status) => status < 400));
}

/** Reads the resource back, and lays every difference at the door of an operation. */
async function compare(
  play: Play,
  seen: Seen,
  own: Own,
  before: Twin | undefined,
  after: Twin,
  accepted: boolean,
  exchange: string,
): Promise<void> {
  if (own.unsure === true) return;
  const rules = play.rules(own.type);
  own.twin = after;
  const operations = operationsOf(seen.request.method, seen.request.body, before?.resource, own.type, play.stage.facts.schemas);
  const differ = async (held: JsonObject | undefined): Promise<readonly Difference[]> => {
    if (held === undefined) return [];
    const all = await withoutHidden(play, own, held, differencesOf(after, held, rules));
    const around = { seen, operations, before: before?.resource, after: after.resource, actual: held };
    const settled = accepted ? all.filter((each) => isServersOwn(each, around)) : [];
    for (const each of settled) own.twin = yieldTo(own.twin, each.path, takenFrom(own.twin.resource, held, each));
    return all.filter((each) => !settled.includes(each));
  };
  let actual = await play.verify(own);
  let differences = await differ(actual);
  if (accepted && differences.length > 0 && (await play.stage.patience.wait())) {
    actual = await play.verify(own);
    const again = await differ(actual);
    if (again.length === 0 && actual !== undefined) {
      play.stage.patience.rewarded();
      play.raise(
        ['SC2702'],
        { expected: differences[0]?.expected ?? '', received: `${differences[0]?.received}; right when read again` },
        exchange,
      );
    }
    differences = again;
  }
  const noted = play.seen.length;
  judge(play, seen, before, differences, accepted, exchange);
  // One symptom each, in this order; a refusal stands before them.
  const symptoms = play.seen.slice(noted).slice(-differences.length);
  if (actual === undefined) return;
  for (const [index, difference] of differences.entries()) {
    const path = pathOf(difference);
    const candidates = symptoms[index] ?? [];
    own.twin = yieldTo(own.twin, path, takenFrom(own.twin.resource, actual, difference));
    own.tainted.set(path.toLowerCase(), { candidates });
    if (difference.kind === 'missing' && before === undefined)
      play.stage.record.unseen.set(`${seen.dialect} ${path.toLowerCase()}`, candidates);
  }
}

function judge(
  play: Play,
  seen: Seen,
  before: Twin | undefined,
  differences: readonly Difference[],
  accepted: boolean,
  exchange: string,
): void {
  const { request, response } = seen;
  const type = request.resourceType ?? 'User';
  const operations = operationsOf(request.method, request.body, before?.resource, type, play.stage.facts.schemas);
  const refused = !accepted && isUnwanted(play, response);
  const troubles: Trouble[] = [
    ...(refused ? [{ kind: 'refused', path: '', expected: 'success', received: showResponse(response) } as const] : []),
    ...differences.map((difference) => {
      const received = `${response.status}, then GET: ${difference.received}`;
      const row = rowsOf(play.stage.mapping, type).find((each) => each.name.toLowerCase() === difference.path.toLowerCase());
      const expected = row?.line === undefined ? difference.expected : `${difference.expected} (${placeOf(play.stage.mapping, row)})`;
      return attribute({ ...difference, expected, received }, operations);
    }),
  ];
  const own = play.stage.population.find(type, request.id);
  const judged = judgeWrite({
    ...seen,
    operations,
    accepted,
    troubles,
    ...(before === undefined ? {} : { before: before.resource }),
    ...(own === undefined ? {} : { tainted: new Set(own.tainted.keys()) }),
  });
  // A scenario's own request is not the client's.
  const sound = accepted && request.purpose !== 'raw';
  if (accepted && request.method === 'PATCH') play.clear('SC2100');
  const symptoms = judged.symptoms.map((symptom, index): Judgement['symptoms'][number] => {
    const trouble = troubles[index];
    const earlier = trouble?.kind === 'missing' ? play.stage.record.unseen.get(`${seen.dialect} ${trouble.path.toLowerCase()}`) : undefined;
    if (earlier !== undefined && before !== undefined) return { ...symptom, candidates: earlier };
    if (trouble?.kind === 'refused') return { ...symptom, candidates: withUnseen(play, seen, operations, symptom.candidates) };
    return symptom.candidates.length > 0 ? symptom : { ...symptom, candidates: ['SC9001'] };
  });
  play.note({ symptoms, cleared: sound ? judged.cleared : [] }, exchange);
  if (refused) {
    const candidates = play.seen.at(-1) ?? [];
    for (const operation of operations) own?.tainted.set((operation.text ?? '').toLowerCase(), { candidates });
  }
}

/** A write of a value that never showed may be refused for the same reason: the target does not have the attribute. */
function withUnseen(play: Play, seen: Seen, operations: readonly WriteOperation[], candidates: readonly CheckId[]): readonly CheckId[] {
  const unseen = operations.flatMap(({ kind, text = '' }) =>
    kind === 'create' || kind === 'put' ? [] : (play.stage.record.unseen.get(`${seen.dialect} ${text.toLowerCase()}`) ?? []),
  );
  const found = [...new Set([...unseen, ...candidates])];
  return found.length > 0 ? found : ['SC9001'];
}

/** `members[<id>]` differences concern the path `members`. */
function pathOf(difference: Difference): string {
  return difference.path.startsWith('members[') ? 'members' : difference.path;
}

/** The twin's resource with the server's value at the path that differs; of a multi-valued attribute the whole list. */
function takenFrom(resource: JsonObject, actual: JsonObject, difference: Difference): JsonObject {
  const path = pathOf(difference).split('[')[0] ?? '';
  const value = valueAt(actual, path);
  return value === undefined || value === null ? removeAt(resource, path) : setAt(resource, path, value);
}
