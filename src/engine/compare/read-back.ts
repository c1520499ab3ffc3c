import type { Difference } from '../../check/context.js';
import { percentEncode, resourcePath } from '../../client/encode.js';
import { ownRequest } from '../../client/own.js';
import { getMember, isObject, type JsonObject } from '../../scim/json.js';
import { isNotThere, type ResourceType, type ScimRequest, type ScimResponse } from '../../scim/message.js';
import { printPath } from '../../scim/path.js';
import { type CompiledPath, compilePath } from '../state/compiled-path.js';
import type { OwnedResource } from '../state/owned-resource.js';
import type { Twin } from '../state/twin.js';
import { type ComparisonRules, compare, memberIds } from './comparison.js';
import { oldState } from './old-state.js';
import type { Patience, Seen, View } from './patience.js';
import { returnedWhen } from './visibility.js';

/** How a resource is read. */
export interface ReadBackContext {
  readonly patience: Patience;
  /** The rules by which a resource type is compared. */
  rules(type: ResourceType): ComparisonRules;
  /** Sends a read that is judged as the client's own reads are; undefined: it was not served. */
  observe(request: ScimRequest): Promise<ScimResponse | undefined>;
  /** Sends a read of scim-check's own, which no check judges. */
  read(request: ScimRequest): Promise<ScimResponse | undefined>;
}

/** What a look at a resource has shown. */
export interface Reading {
  readonly resource: JsonObject;
  readonly differences: readonly Difference[];
  /** Differences that are the server's right: another form of a value, or a value that it may set itself. */
  readonly permitted: readonly Difference[];
  /** Members that the group itself does not show, and something else does. */
  readonly shownElsewhere: readonly Difference[];
}

/** A difference that was none any more some milliseconds later. */
export interface Late extends Difference {
  readonly after: number;
}

/** Tells whether a difference is the server's right. */
export type Permits = (difference: Difference, actual: JsonObject) => boolean;

/** So many people are asked for the groups that they are in, where a group does not show its members. */
const MOST_LOOKS = 20;

/** Reads resources of this run back, with all that a target shows only when asked, and compares them with their twins. */
export class ReadBack {
  readonly #context: ReadBackContext;

  constructor(context: ReadBackContext) {
    this.#context = context;
  }

  /** Reads a resource by its id, as the client would; undefined when the target does not show it. */
  async resource(owned: OwnedResource): Promise<JsonObject | undefined> {
    const body = bodyOf(await this.#observe(owned));
    return body === undefined ? undefined : await this.#withOnRequestAttributes(owned, body);
  }

  /** Reads a resource that was deleted, as the client would: whether the target says that it is gone. */
  async isGone(owned: OwnedResource): Promise<boolean> {
    const status = (await this.#observe(owned))?.status;
    return status !== undefined && isNotThere(status);
  }

  async #observe({ type, id }: OwnedResource): Promise<ScimResponse | undefined> {
    const target = resourcePath(type, id);
    return await this.#context.observe(ownRequest({ method: 'GET', target, purpose: 'verify', resourceType: type, id }));
  }

  /** Reads a resource by its id without judging how it is answered; undefined when the target does not show it. */
  async unjudged({ type, id }: Pick<OwnedResource, 'type' | 'id'>): Promise<JsonObject | undefined> {
    return await this.#read(resourcePath(type, id));
  }

  /** Whether the target says that a resource is not there, without judging that it says so. */
  async isMissing({ type, id }: OwnedResource): Promise<boolean> {
    const target = resourcePath(type, id);
    const response = await this.#context.read(ownRequest({ method: 'GET', target, purpose: 'verify' }));
    return response !== undefined && isNotThere(response.status);
  }

  /** Waits for a resource that a target does not show yet: some show a creation only seconds later. */
  async waitFor(owned: OwnedResource): Promise<Seen<JsonObject | undefined>> {
    return await this.#context.patience.until<JsonObject | undefined>(
      `resource of ${owned.type}`,
      undefined,
      (resource) => resource !== undefined,
      () => this.unjudged(owned),
    );
  }

  /**
   * Reads a resource and compares it.
   *
   * @param owned the resource
   * @param twin what it must hold; absent: what its own twin says
   * @param permits tells what else is the server's right
   * @param read the resource, where it has been read already
   * @returns undefined when the target does not show the resource
   */
  async compare(
    owned: OwnedResource,
    twin: Twin = owned.twin,
    permits: Permits = () => false,
    read?: JsonObject,
  ): Promise<Reading | undefined> {
    const resource = read ?? (await this.resource(owned));
    if (resource === undefined) return undefined;
    const found = compare(twin, resource, this.#context.rules(owned.type));
    const shown = await this.withoutHiddenMembers(owned, resource, found.differences);
    const [permitted, differences] = [shown.filter((each) => permits(each, resource)), shown.filter((each) => !permits(each, resource))];
    const shownElsewhere = found.differences.filter((each) => !shown.includes(each));
    return { resource, differences, permitted: [...found.equivalent, ...permitted], shownElsewhere };
  }

  /**
   * The same, and again after a while when something differs that may be the state before the write: a target may be slow to show
   * it.
   *
   * @param before what the resource held before the write; undefined: it was created
   * @returns the last reading; `late` is what differed at first, when nothing did later, and how many milliseconds later
   */
  async comparePatiently(
    owned: OwnedResource,
    twin: Twin,
    before: Twin | undefined,
    permits: Permits,
    read?: JsonObject,
  ): Promise<{ readonly reading?: Reading; readonly late?: Late }> {
    const { patience } = this.#context;
    const rules = this.#context.rules(owned.type);
    const first = await this.compare(owned, twin, permits, read);
    if (first === undefined) return {};
    // Where groups show their members, those that only the users show may be late.
    const old = ({ differences, resource, shownElsewhere }: Reading): Difference | undefined =>
      oldState(differences, resource, before, rules) ?? (patience.hasShown('members of Group') ? shownElsewhere[0] : undefined);
    const difference = old(first);
    if (difference === undefined) {
      if (first.differences.length + first.shownElsewhere.length === 0)
        patience.shownAtOnce(viewOf(owned.type, before, membersChange(before, twin)), twin);
      return { reading: first };
    }
    const { value, after } = await patience.until<Reading | undefined>(
      viewOf(owned.type, before, difference.path.startsWith('members')),
      first,
      (reading) => reading !== undefined && old(reading) === undefined,
      () => this.compare(owned, twin, permits),
    );
    if (value === undefined) return {};
    return { reading: value, ...(after === undefined ? {} : { late: { ...difference, after } }) };
  }

  /**
   * Reads a resource after forms of a write of scim-check's own, and again after a while where what it shows may be the state before
   * them. That none of them was done is no reason to wait less for what clients write.
   *
   * @param owned the resource
   * @param wanted what they may have made of it
   * @param before what it held before them
   */
  async afterForms(owned: OwnedResource, wanted: Twin, before: Twin): Promise<Reading | undefined> {
    const rules = this.#context.rules(owned.type);
    const look = (): Promise<Reading | undefined> => this.compare(owned, wanted);
    const isShown = (reading: Reading | undefined): boolean =>
      reading === undefined || oldState(reading.differences, reading.resource, before, rules) === undefined;
    return (await this.#context.patience.until(`forms of ${owned.type}`, await look(), isShown, look)).value;
  }

  /**
   * Drops members that only seem to be lost: some servers show them when asked for them by name, or only among the user's
   * `groups` (RFC 7643 §7). Not shown is not the same as not stored. Where /Schemas says that members are never returned, and a
   * user shows no groups either, nobody can tell.
   *
   * @param group the group
   * @param actual the group as read
   * @param differences what differs from the twin
   */
  async withoutHiddenMembers(group: OwnedResource, actual: JsonObject, differences: readonly Difference[]): Promise<readonly Difference[]> {
    const isLost = (each: Difference): boolean => each.kind === 'missing' && each.path.startsWith('members[');
    if (group.type !== 'Group' || getMember(actual, 'members') !== undefined || !differences.some(isLost)) return differences;
    const { schemas } = this.#context.rules('Group');
    const isNeverShown = returnedWhen(compilePath(schemas, 'Group', 'members')) === 'never';
    const asked = await this.#read(`${resourcePath('Group', group.id)}?attributes=members`);
    const shown = asked === undefined ? new Set<string>() : memberIds(asked);
    const kept: Difference[] = [];
    const looked = new Set([...differences.slice(0, MOST_LOOKS / 2), ...differences.slice(-MOST_LOOKS / 2)]);
    for (const difference of differences) {
      // Of many in a row the first and the last ones are looked at: the others are taken for the same.
      if (!looked.has(difference) && kept.length === 0 && isLost(difference)) continue;
      const id = /^members\[(.*)\]$/.exec(difference.path)?.[1];
      if (!isLost(difference) || id === undefined || !(shown.has(id) || (await this.#isElsewhere(id, group.id, isNeverShown))))
        kept.push(difference);
    }
    return kept;
  }

  /** Adds what the target shows only when asked for it by name. */
  async #withOnRequestAttributes(owned: OwnedResource, resource: JsonObject): Promise<JsonObject> {
    const names = this.#context
      .rules(owned.type)
      .paths.filter((path) => returnedWhen(path) === 'request')
      .map(wholeAttribute);
    if (names.length === 0) return resource;
    const query = [...new Set(names)].map(percentEncode).join(',');
    const asked = await this.#read(`${resourcePath(owned.type, owned.id)}?attributes=${query}`);
    return asked === undefined ? resource : withMembersOf(resource, asked);
  }

  /** Whether the user lists the group, or shows no groups at all where members are declared as never returned. */
  async #isElsewhere(user: string, group: string, isNeverShown: boolean): Promise<boolean> {
    const resource = await this.#read(resourcePath('User', user));
    const groups = resource === undefined ? undefined : getMember(resource, 'groups');
    if (!Array.isArray(groups)) return isNeverShown;
    return groups.some((each) => isObject(each) && getMember(each, 'value') === group);
  }

  async #read(target: string): Promise<JsonObject | undefined> {
    return bodyOf(await this.#context.read(ownRequest({ method: 'GET', target, purpose: 'verify' })));
  }
}

function viewOf(type: ResourceType, before: Twin | undefined, members: boolean): View {
  return members ? `members of ${type}` : before === undefined ? `resource of ${type}` : `change of ${type}`;
}

/** Whether a group got or lost a member. */
function membersChange(before: Twin | undefined, after: Twin): boolean {
  const [earlier, now] = [before === undefined ? new Set<string>() : memberIds(before.resource), memberIds(after.resource)];
  return earlier.size !== now.size || [...now].some((id) => !earlier.has(id));
}

function bodyOf(response: ScimResponse | undefined): JsonObject | undefined {
  return response?.status === 200 && isObject(response.body) ? response.body : undefined;
}

/** An element is asked for as a whole, lest the value come without the type that tells which element it is. */
function wholeAttribute({ text, path }: CompiledPath): string {
  if (path === undefined) return text;
  const { sub: _sub, filter: _filter, ...whole } = path;
  return printPath(whole);
}

/** Both objects' members; the extensions' members, too. */
function withMembersOf(resource: JsonObject, asked: JsonObject): JsonObject {
  const result: JsonObject = { ...asked, ...resource };
  for (const [key, value] of Object.entries(resource)) {
    const other = getMember(asked, key);
    if (isObject(value) && isObject(other)) result[key] = { ...other, ...value };
  }
  return result;
}
