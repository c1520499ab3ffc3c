import { hash } from 'node:crypto';
import { plainText } from '../../base/plain-text.js';
import { setMember } from '../../scim/copy.js';
import { getMember, isObject, type Json, type JsonObject } from '../../scim/json.js';

/** What is wrong with the times and the version that a resource shows. */
export interface TimeFault {
  readonly member: 'created' | 'lastModified' | 'version';
  readonly expected: string;
  readonly received: string;
}

/** So far apart two changes must be to have different times, in milliseconds: clocks move in steps of so much, and times are cut. */
const STEP = 20;

/** Clocks of servers that share the work, or that are set while they run, differ by so much, in milliseconds. */
const SKEW = 2000;

/** What `meta` says of a resource's age, from one look to the next. */
export class ResourceTimes {
  /** Of the content a hash: a target may show megabytes of every resource. */
  #seen: { readonly meta: JsonObject; readonly content: string } | undefined;
  /** When the last change was seen, by the run's own clock: it was made before that. */
  #changedAt = 0;

  /**
   * Takes note of a resource as it was read after a write.
   *
   * @param resource as read
   * @param asked whether the write asked for a change, and the read shows it
   * @param at when the write was answered, and when the resource was read, in milliseconds of the run's clock
   */
  look(resource: JsonObject, asked: boolean, at: { readonly answeredAt: number; readonly readAt: number }): TimeFault[] {
    const meta = getMember(resource, 'meta');
    if (!isObject(meta)) return [];
    const before = this.#seen?.meta;
    // A target may have held what was asked for already: only what it shows otherwise than before has changed.
    const content = contentOf(resource);
    const changed = asked && this.#seen?.content !== content;
    this.#seen = { meta: timesIn(meta), content };
    const since = at.answeredAt - this.#changedAt;
    // A write that changes nothing may move the time as well: the next change is as close to that.
    const moved = before === undefined || timeOf(before, 'lastModified') !== timeOf(meta, 'lastModified');
    if (changed || moved) this.#changedAt = at.readAt;
    if (before === undefined) return [];
    return [...createdFault(before, meta), ...(changed ? [...modifiedFault(before, meta, since), ...versionFault(before, meta)] : [])];
  }
}

/** What writes to the resource itself change: `groups` follows from other resources. */
function contentOf(resource: JsonObject): string {
  const content = Object.entries(resource).filter(([name]) => !/^(meta|groups)$/i.test(name));
  return hash('sha256', JSON.stringify(inOrder(Object.fromEntries(content))), 'base64');
}

/** Members in one order, whatever order they came in. */
function inOrder(value: Json): Json {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const ordered: JsonObject = {};
  for (const name of Object.keys(value).sort()) setMember(ordered, name, inOrder(value[name] ?? null));
  return ordered;
}

function timesIn(meta: JsonObject): JsonObject {
  const known = ['created', 'lastModified', 'version'].map((name) => [name, getMember(meta, name) ?? null] as const);
  return Object.fromEntries(known);
}

/** Some servers show fractions of a second in one answer and none in another. */
function createdFault(before: JsonObject, meta: JsonObject): TimeFault[] {
  const [then, now] = [timeOf(before, 'created'), timeOf(meta, 'created')];
  if (then === undefined || now === undefined || Math.abs(now - then) < 1000) return [];
  return [fault('created', `as before the write: ${plainText(getMember(before, 'created'))}`, meta)];
}

function modifiedFault(before: JsonObject, meta: JsonObject, since: number): TimeFault[] {
  const [then, now] = [timeOf(before, 'lastModified'), timeOf(meta, 'lastModified')];
  if (then === undefined || now === undefined || now > then) return [];
  // It has moved, if by another clock.
  if (now < then && then - now < SKEW) return [];
  if (now === then && since < STEP + Math.max(1, stepOf(meta)) * 1.1) return [];
  return [fault('lastModified', 'a later time than before the write', meta)];
}

/** What a time leaves out, in milliseconds: all below its last digit that is not 0. */
function stepOf(meta: JsonObject): number {
  const digits = /\.(\d*?)0*(?:Z|[+-]|$)/.exec(plainText(getMember(meta, 'lastModified')))?.[1] ?? '';
  return 1000 / 10 ** digits.length;
}

function versionFault(before: JsonObject, meta: JsonObject): TimeFault[] {
  const [then, now] = [getMember(before, 'version'), getMember(meta, 'version')];
  if (typeof now !== 'string' || now === '' || now !== then) return [];
  return [fault('version', 'another version than before the write', meta)];
}

function fault(member: TimeFault['member'], expected: string, meta: JsonObject): TimeFault {
  return { member, expected: `meta.${member}: ${expected}`, received: `meta.${member} = ${JSON.stringify(getMember(meta, member))}` };
}

function timeOf(meta: JsonObject, member: string): number | undefined {
  const text = getMember(meta, member);
  const time = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
