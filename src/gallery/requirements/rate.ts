import { createHistogram } from 'node:perf_hooks';
import { headerOf } from '../../scim/message.js';
import { PATCH_OP_URN } from '../../scim/urn.js';
import { idIn, pathOf } from '../answer.js';
import type { GalleryContext } from '../context.js';
import { notTested, type Shown } from './requirement.js';

/** What the gallery demands, in requests per second. */
export const WANTED_RATE = 25;

/** People that the requests are about. */
const PEOPLE = 5;

/** A target that answers nothing for so long stands still, in milliseconds. */
const STILL_MS = 2000;

/** A machine that sends so much later than it should cannot show anything of the target, in milliseconds. */
const LATE_MS = 1000;

/** So much longer than the quickest answer the last one may take, in milliseconds: how long an answer takes is not how many are served. */
const TAIL_MS = 200;

/** A rate counts as held when at most two of a hundred seconds are lost. */
const NEAR = 0.98;

/** What a target showed under load. */
interface RateResult {
  readonly requests: number;
  /** Requests that were served, per second. */
  readonly rate: number;
  /** Answers that were no success, by status; 0: none came. */
  readonly failures: ReadonlyMap<number, number>;
  /** Answers with 429 that say when to come back. */
  readonly timed: number;
  /** The longest time without any answer, in milliseconds. */
  readonly still: number;
  /** By how much the latest request was sent after it was due, in milliseconds. */
  readonly late: number;
  /** From the moment at which a request was due to its answer, in milliseconds. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
}

/** Whether the target serves what the gallery demands. */
export async function rate(context: GalleryContext): Promise<Shown> {
  const { rateSeconds } = context.settings;
  if (rateSeconds === 0) return notTested('switched off with --no-rate');
  const result = await measure(context, rateSeconds);
  if (result === undefined) return notTested('nobody could be created');
  const { late, failures, still } = result;
  const isServed = failures.size === 0 && still < STILL_MS;
  const isFast = result.rate >= WANTED_RATE * NEAR;
  // A rate that is too low may be this machine's own when it was late itself; refusals and a standstill are the target's.
  if (late >= LATE_MS || (late >= TAIL_MS && isServed && !isFast))
    return notTested(`this machine sent a request ${Math.round(late)} ms late: it is too slow, or too busy, to measure with`);
  return { status: isServed && isFast ? 'proven' : 'failed', evidence: evidenceOf(result) };
}

function evidenceOf({ requests, rate: served, failures, timed, still, latency }: RateResult): string {
  const throttled = failures.get(429) ?? 0;
  const others = [...failures].filter(([status]) => status !== 429);
  return [
    `of ${requests} requests ${served.toFixed(1)} a second were served`,
    `median ${latency.p50} ms, 95 % ${latency.p95} ms, 99 % ${latency.p99} ms, slowest ${latency.max} ms`,
    ...(throttled === 0 ? [] : [`${throttled} were throttled (429), ${timed} of them with a time in Retry-After`]),
    ...others.map(([status, count]) => `${count} were answered ${status === 0 ? 'not at all' : status}`),
    ...(still < STILL_MS ? [] : [`for ${(still / 1000).toFixed(1)} s nothing was answered`]),
  ].join('; ');
}

/**
 * Sends a realistic mix of reads and writes of own people at a steady rate. Each request is due at its own moment, whatever became of
 * those before it, and its time is counted from there: a server that is slow, or that stops for a while, cannot hide it. What is
 * throttled is not sent again.
 *
 * @param context sends the requests
 * @param seconds how long
 * @returns undefined when nobody could be created
 */
async function measure(context: GalleryContext, seconds: number): Promise<RateResult | undefined> {
  const people = await create(context);
  if (people.length === 0) return undefined;
  const { clock } = context;
  const histogram = createHistogram({ lowest: 1, highest: 3_600_000, figures: 3 });
  const failures = new Map<number, number>();
  const count = Math.round(seconds * WANTED_RATE);
  const started = clock.now();
  let [last, still, late, timed] = [started, 0, 0, 0];
  const one = async (index: number): Promise<void> => {
    const due = started + (index * 1000) / WANTED_RATE;
    const wait = due - clock.now();
    if (wait > 0) await clock.sleep(wait);
    late = Math.max(late, clock.now() - due);
    const { status, headers } = await request(context, index, people[index % people.length] ?? '');
    const now = clock.now();
    still = Math.max(still, now - last);
    last = now;
    histogram.record(Math.max(1, Math.round(now - due)));
    if (status < 200 || status >= 300) failures.set(status, (failures.get(status) ?? 0) + 1);
    if (status === 429 && headerOf(headers, 'retry-after') !== undefined) timed += 1;
  };
  await Promise.all(Array.from({ length: count }, (_none, index) => one(index)));
  for (const id of people) await context.send('DELETE', pathOf('User', id));
  const served = count - [...failures.values()].reduce((sum, each) => sum + each, 0);
  const percentile = (part: number): number => histogram.percentile(part);
  const taken = last - started - histogram.min - TAIL_MS;
  return {
    requests: count,
    rate: served / Math.max(taken / 1000, seconds),
    failures,
    timed,
    still,
    late,
    latency: { p50: percentile(50), p95: percentile(95), p99: percentile(99), max: histogram.max },
  };
}

async function create(context: GalleryContext): Promise<string[]> {
  const made: string[] = [];
  for (let count = 0; count < PEOPLE; count += 1) {
    const id = idIn(await context.send('POST', '/Users', context.directUser('larate')));
    if (id !== '') made.push(id);
  }
  return made;
}

/** Of ten requests six look somebody up, two read by id, two change something. */
function request(context: GalleryContext, index: number, id: string): ReturnType<GalleryContext['sendUnpaced']> {
  const path = pathOf('User', id);
  const kind = index % 10;
  if (kind < 6) return context.sendUnpaced('GET', `/Users?filter=userName%20eq%20%22nobody-${context.mark()}@${context.domain}%22`);
  if (kind < 8) return context.sendUnpaced('GET', path);
  const value = `Rate ${index}`;
  return context.sendUnpaced('PATCH', path, {
    schemas: [PATCH_OP_URN],
    Operations: [{ op: 'replace', path: 'displayName', value }],
  });
}
