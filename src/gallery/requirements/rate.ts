import { createHistogram } from 'node:perf_hooks';
import { PATCH_OP_URN } from '../../scim/urn.js';
import { type Answer, type GalleryContext, idIn, pathOf } from '../context.js';

/** What the gallery demands, in requests per second. */
export const WANTED_RATE = 25;

/** People that the requests are about. */
const PEOPLE = 5;

/** An answer that takes so long is told by itself, in milliseconds. */
export const STALL_MS = 2000;

/** What a target showed under load. */
export interface RateResult {
  readonly requests: number;
  /** Requests per second, from the first to the last answer. */
  readonly rate: number;
  /** Answers that were no success, by status; 0: none came. */
  readonly failures: Readonly<Record<number, number>>;
  /** From the moment at which a request was due to its answer, in milliseconds. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
}

/**
 * Sends a realistic mix of reads and writes of own people at a steady rate. Each request is due at its own moment, whatever became of
 * those before it, and its time is counted from there: a server that is slow, or that stops for a while, cannot hide it.
 *
 * @param context sends the requests
 * @param seconds how long
 * @returns undefined when nobody could be created
 */
export async function measureRate(context: GalleryContext, seconds: number): Promise<RateResult | undefined> {
  const people = await create(context);
  if (people.length === 0) return undefined;
  const { clock } = context;
  const histogram = createHistogram({ lowest: 1, highest: 3_600_000, figures: 3 });
  const failures: Record<number, number> = {};
  const count = Math.round(seconds * WANTED_RATE);
  const started = clock.now();
  let last = started;
  const one = async (index: number): Promise<void> => {
    const due = started + (index * 1000) / WANTED_RATE;
    const wait = due - clock.now();
    if (wait > 0) await clock.sleep(wait);
    const answer = await request(context, index, people[index % people.length] ?? '');
    last = Math.max(last, clock.now());
    histogram.record(Math.max(1, Math.round(clock.now() - due)));
    if (answer.status < 200 || answer.status >= 300) failures[answer.status] = (failures[answer.status] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: count }, (_none, index) => one(index)));
  for (const id of people) await context.send('DELETE', pathOf('User', id));
  const percentile = (part: number): number => histogram.percentile(part);
  return {
    requests: count,
    // The last request is due a moment before the time is up.
    rate: count / Math.max((last - started) / 1000, (count - 1) / WANTED_RATE, 0.001),
    failures,
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
function request(context: GalleryContext, index: number, id: string): Promise<Answer> {
  const path = pathOf('User', id);
  const kind = index % 10;
  if (kind < 6) return context.sendUnjudged('GET', `/Users?filter=userName%20eq%20%22nobody-${context.mark()}@${context.domain}%22`);
  if (kind < 8) return context.sendUnjudged('GET', path);
  const value = `Rate ${index}`;
  return context.sendUnjudged('PATCH', path, {
    schemas: [PATCH_OP_URN],
    Operations: [{ op: 'replace', path: 'displayName', value }],
  });
}
