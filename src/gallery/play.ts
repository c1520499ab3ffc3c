import { defined } from '../base/defined.js';
import { CLIENTS } from '../client/registry.js';
import { Patience } from '../engine/compare/patience.js';
import { Trials } from '../engine/judge/trials.js';
import { aside } from '../engine/preflight/aside.js';
import { type DialectRun, ignoredFilter } from '../engine/run/dialect-run.js';
import { sessionOf } from '../engine/scenario/client-session.js';
import { ScenarioSession } from '../engine/scenario/scenario-session.js';
import type { GalleryTestEvent, StepStatus } from '../event/event.js';
import { GALLERY_TESTS, type GalleryTestInfo } from '../event/gallery-tests.js';
import { absentGroups, isOfGroups, withoutGroups } from './absent-groups.js';
import { GalleryContext, type GalleryParts } from './context.js';
import { failed, type GalleryOutcome, skipped } from './outcome.js';
import { requirements } from './requirements/list.js';
import type { GallerySettings } from './settings.js';
import { PLAYS } from './tests/registry.js';
import { aboutUndeclared } from './undeclared.js';

/** Entra's own shape of requests, which the tests are made of. */
const DIALECT = 'entra-default';

/**
 * Plays the tests, one after the other, in the order of the template's result.
 *
 * @param settings what is rehearsed
 * @param dialectRun the run that it is part of
 */
export async function playGallery(settings: GallerySettings, dialectRun: DialectRun): Promise<void> {
  const { options, sink, run, stopped } = dialectRun;
  const client = CLIENTS[DIALECT];
  const started = run.clock.now();
  sink({ type: 'client-started', dialect: DIALECT });
  const data = sessionOf(dialectRun);
  const noWrites = ignoredFilter(dialectRun, new ScenarioSession(run, client, data, 0));
  // What comes of the template's own requests is judged by its rules, with its own patience. Why a request was refused or passed over is
  // not tried out, not even one of Entra's client: a form that is accepted would change what the template looks at next.
  const partsFor = (order: number, scenario: string): GalleryParts => ({
    session: new ScenarioSession({ ...run, patience: new Patience(run.clock, MOST_WAITS), trials: new Trials(0) }, client, data, order),
    template: new ScenarioSession(aside(run, new Patience(run.clock, 0), new Trials(0)), client, data, order).step({
      place: { scenario, step: 1 },
    }),
    settings,
    seed: options.seed,
    domain: options.domain,
    clock: run.clock,
  });
  const tests: GalleryTestEvent[] = [];
  let groups: { readonly absent: string | undefined } | undefined;
  for (const [index, test] of GALLERY_TESTS.entries()) {
    if (!settings.only.has(test.name)) continue;
    if (stopped()) break;
    const scenario = `gallery/${test.name}`;
    const place = { scenario, source: { file: 'gallery', line: index + 1, column: 1 } };
    const ref = { dialect: DIALECT, scenario } as const;
    sink({ type: 'scenario-started', ...ref, title: test.title, source: place.source, steps: 1 });
    const before = run.clock.now();
    const parts = partsFor(index + 1, scenario);
    if (noWrites === undefined && isOfGroups(test)) groups ??= { absent: await absentGroups(new GalleryContext(parts, test, place)) };
    const absent = isOfGroups(test) ? groups?.absent : undefined;
    const outcome =
      noWrites === undefined
        ? await playOne(new GalleryContext({ ...parts, absent }, test, place), test, absent)
        : failed(NOT_PLAYED, { cause: noWrites.reason });
    if (stopped()) break;
    const event = { ...eventOf(test, outcome), milliseconds: Math.round(run.clock.now() - before) };
    tests.push(event);
    sink(event);
    const status = STATUS[outcome.overallResult];
    sink({ type: 'scenario-finished', ...ref, title: test.title, source: place.source, status, ...reasonOf(outcome) });
  }
  // A rehearsal has no bystanders: that a write went to somebody else is seen by nobody, and explains nothing that something else does.
  run.log.confirm('SC2701', DIALECT);
  if (settings.requirements && noWrites === undefined && !stopped()) {
    const order = GALLERY_TESTS.length + 1;
    const place = { scenario: 'gallery/requirements', source: { file: 'gallery', line: order, column: 1 } };
    const context = new GalleryContext(partsFor(order, place.scenario), { name: 'requirements', title: 'the requirements' }, place);
    for await (const requirement of requirements(context, tests)) {
      if (stopped()) break;
      sink({ type: 'gallery-requirement', ...requirement });
    }
  }
  const seconds = Math.round(run.clock.now() - started) / 1000;
  const { wire } = run;
  run.log.withdraw(aboutUndeclared(run.log.symptoms, run.facts.advertised, (exchange) => wire.sentBody(exchange)));
  sink({ type: 'client-finished', dialect: DIALECT, requests: wire.count(DIALECT), ownRequests: wire.ownCount(DIALECT), seconds });
}

/** A rehearsal takes seconds: a test that does not see what it should waits no oftener than this. */
const MOST_WAITS = 1;

const NOT_PLAYED = 'FAILED - Action: Initialization - not played';

const STATUS: Readonly<Record<GalleryOutcome['overallResult'], StepStatus>> = { PASSED: 'passed', FAILED: 'failed', SKIPPED: 'skipped' };

async function playOne(context: GalleryContext, test: GalleryTestInfo, absent: string | undefined): Promise<GalleryOutcome> {
  if (test.suite === 'GroupTests' && !context.settings.schema.groupSupported) return skipped('groups are not mapped');
  const outcome = await PLAYS[test.name](context);
  return absent === undefined ? outcome : withoutGroups(outcome, test, absent);
}

/** What is told of a test that was played. */
export function eventOf({ name, category, title }: GalleryTestInfo, outcome: GalleryOutcome): Omit<GalleryTestEvent, 'milliseconds'> {
  const { overallResult, result, cause, ownWords, stricter = [], errorDetails, summary, detailedResults } = outcome;
  return {
    type: 'gallery-test',
    name,
    category,
    title,
    overallResult,
    result,
    ...(cause === undefined || cause === '' ? {} : { cause }),
    ...(stricter.length === 0 ? {} : { stricter }),
    ...defined({ ownWords, errorDetails, summary, detailedResults }),
  };
}

function reasonOf({ overallResult, result, cause }: GalleryOutcome): { readonly reason?: string } {
  if (overallResult === 'PASSED') return {};
  return { reason: cause === undefined || cause === '' ? result : `${result} (${cause})` };
}
