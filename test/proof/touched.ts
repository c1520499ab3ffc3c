import type { Dialect } from '../../src/client/client.js';
import { runDialect } from '../../src/engine/run/dialect-run.js';
import type { SampleOptions } from '../../src/sample/options.js';
import type { SampleRequest } from '../../src/sample/request.js';
import { isAboutEveryone } from '../../src/scenario/everyone.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { TOKEN } from './play.js';
import { type Asked, playOf, type Recording, recordingOf } from './recording.js';
import { replayer } from './replay.js';

type Deviation = Pick<SampleOptions, 'defects' | 'variants'>;

/** Where so large a part of what is asked is answered in another way, all is played. */
const MOST = 0.4;

/**
 * Finds the plays in which a server answers in any way unlike the correct one, by asking it what is asked of that one. A client
 * that gets the same answers does the same, and finds the same: nothing.
 *
 * @param deviation the server's defects or variants
 * @param dialects whose plays
 * @returns plays one client: the scenarios that are touched, while what held in the others holds; undefined: all must be played
 */
export async function playTouched(deviation: Deviation, dialects: readonly Dialect[]): Promise<typeof runDialect | undefined> {
  const touched = new Set<string>();
  const recordings: Recording[] = [];
  for (const each of dialects) {
    const recording = await recordingOf(each);
    const found = touchedIn(recording, deviation);
    if (found === undefined) return undefined;
    for (const play of found) touched.add(play);
    recordings.push(recording);
  }
  const isTouched = (dialect: Dialect, { id }: Scenario): boolean => touched.has(playOf(dialect, id));
  return async (dialectRun, dialect) => {
    const { options, run } = dialectRun;
    const all = options.scenarios.filter((scenario) => isTouched(dialect, scenario));
    // Where few scenarios are played, those about everyone make a hundred people of their own: they are played where nothing else is touched.
    const few = all.filter((scenario) => !isAboutEveryone(scenario));
    const shown = few.length === 0 ? all : few;
    const scenarios = options.scenarios.filter((scenario) => shown.includes(scenario) || isParallel(scenario));
    for (const { held } of recordings)
      for (const { id } of options.scenarios.filter((scenario) => !scenarios.includes(scenario) && !isTouched(dialect, scenario)))
        for (const holds of held.get(playOf(dialect, id)) ?? []) holds(run.log);
    await runDialect({ ...dialectRun, options: { ...options, scenarios, selected: true } }, dialect);
  };
}

/** What is sent at the same moment is answered in another way than one after the other. */
function isParallel({ steps }: Scenario): boolean {
  return steps.some(({ intent, as }) => as === 'parallel-members' || (intent.kind === 'request' && intent.times !== undefined));
}

const answers = new WeakMap<Recording, readonly string[]>();

/** What the correct server answers. */
function answersTo(recording: Recording): readonly string[] {
  const known = answers.get(recording) ?? recording.asked.map(({ request }) => request).map(replayer({ token: TOKEN }));
  answers.set(recording, known);
  return known;
}

/** The plays that are touched; undefined where that cannot be told of one play alone. */
function touchedIn(recording: Recording, deviation: Deviation): ReadonlySet<string> | undefined {
  const { asked } = recording;
  const known = answersTo(recording);
  const makerOf = makersIn(asked, known);
  const answer = replayer({ token: TOKEN, ...deviation });
  const touched = new Set<string>();
  const last = asked.findLastIndex(({ play }) => play !== undefined);
  let count = 0;
  for (const [at, { request, play }] of asked.entries()) {
    if (answer(request) === known[at]) continue;
    count += 1;
    if (count > MOST * asked.length) return undefined;
    if (play !== undefined) touched.add(play);
    // The lists at the end of the clean-up show what the plays have left.
    else if (at > last && isList(request) && touched.size > 0) continue;
    // What differs for nobody's resource, or for one of a play in which nothing differed, may come from anywhere.
    else if (!touched.has(makerOf(request) ?? '')) return undefined;
  }
  return touched;
}

function isList({ method, path = '', query }: SampleRequest): boolean {
  return method === 'GET' && /^\/(Users|Groups)$/.test(path) && !/filter=/.test(query);
}

/** Which play it is about that something is asked outside any: the one that made the resource, or sent the name that is looked for. */
function makersIn(asked: readonly Asked[], known: readonly string[]): (request: SampleRequest) => string | undefined {
  const makers = new Map<string, string>();
  const writes: { readonly body: string; readonly play: string }[] = [];
  for (const [at, { request, play }] of asked.entries()) {
    if (play === undefined || request.method !== 'POST') continue;
    writes.push({ body: new TextDecoder().decode(request.body), play });
    for (const [, path = ''] of (known[at] ?? '').matchAll(/"location":"[^"]*\/scim\/v2(\/[^"]*)"/g))
      if (!makers.has(path)) makers.set(path, play);
  }
  return ({ path = '', query }) => {
    const name = /"(.*)"/.exec(decodeURIComponent(query))?.[1];
    return makers.get(path) ?? (name === undefined ? undefined : writes.find(({ body }) => body.includes(`"${name}"`))?.play);
  };
}
