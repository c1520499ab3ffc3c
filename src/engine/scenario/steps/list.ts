import type { Outcome } from '../../../client/client.js';
import { asOwn, ownRequest } from '../../../client/own.js';
import { CLIENTS } from '../../../client/registry.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { ENDPOINTS } from '../../../scim/message.js';
import { readList } from '../../../scim/read.js';
import { later } from '../../compare/patience.js';
import type { SymptomInput } from '../../judge/step-log.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import type { StepResult } from '../step-result.js';
import { areAlike, idsOf, promisedBy, tellingTotals, type Walk } from './list-total.js';
import { judgePicture, withId } from './picture.js';

/** A list of more resources is not read again and again until it shows all that it counts. */
const SHORT_LIST = 1000;

/** Pages of these sizes begin elsewhere than those of any client and of any scenario; of a long list there are not many more of them. */
const OTHER_SIZE = { short: 7, long: 97 } as const;

/**
 * Pages through everything, as an import does; pages of a size that a step asks for are a question of scim-check's own, since
 * no client's are of any other size than its own. Every resource of this run must be there exactly once. A directory that others
 * write to may move between two pages, so what is wrong must be wrong twice; and what is missing may come later.
 */
export const LIST: StepHandler<'list'> = { writes: false, run: list };

async function list(context: StepContext, intent: IntentOf<'list'>): Promise<StepResult> {
  const { runner, run, log } = context;
  const once = () => walk(context, intent, intent.count);
  let seen = await once();
  const begun = seen;
  const first = seen.failure;
  if (first !== undefined) seen = await once();
  else if (seen.outcome?.ok === true) notePrompt(context, intent);
  const { value, after } = await run.patience.until(
    `lists of ${intent.resource}`,
    seen,
    ({ failure, ids }) => failure?.subject !== 'missing' && (failure?.subject !== 'fewer' || ids.size > SHORT_LIST),
    once,
  );
  const { outcome, failure } = value;
  if (first !== undefined && failure === undefined && after !== undefined)
    log.report(['SC2702'], { ...first, received: `${first.received}; ${later(after)}` });
  if (failure?.subject === 'fewer') {
    if (areAlike(begun, value) && !log.answerIsInvalid()) await judgeFewer(context, intent, value, failure);
  } else if (failure !== undefined) {
    // No passage says that a list without a filter shows who is deactivated, and Okta imports active people alone.
    const isMinded = !failure.inactive || runner.client.family === 'entra';
    if (isMinded && !log.answerIsInvalid()) log.report(['SC1402'], failure);
  } else if (outcome?.ok === true) {
    log.confirm('SC1402');
    log.confirm('SC1409');
  }
  if (outcome?.ok === true) log.confirm('SC1408');
  if (outcome?.ok === true && !log.answerIsInvalid()) await judgePictures(context, intent, outcome.value, once);
  return context.end(outcome);
}

/** What one way through all pages has shown. */
interface Listed extends Walk {
  readonly outcome: Outcome<readonly JsonObject[]> | undefined;
  readonly failure: ListFailure | undefined;
}

/** Reads all pages; pages of a size that is asked for are a question of scim-check's own. */
async function walk(context: StepContext, intent: IntentOf<'list'>, count: number | undefined): Promise<Listed> {
  const { session, client } = context.runner;
  const totals = new Set<number | undefined>();
  const pages = count === undefined ? client.list(session, intent.resource) : asOwn(CLIENTS.rfc.list(session, intent.resource, count));
  const outcome = await context.runner.hold(tellingTotals(pages, totals));
  if (outcome?.ok !== true) return { outcome, failure: undefined, ids: new Set(), totals };
  const walked = { ids: new Set(idsOf(outcome.value)), totals };
  return { outcome, ...walked, failure: failureOf(context, intent, outcome.value, promisedBy(walked)) };
}

/**
 * Fewer resources were shown than each page counts, twice the same. Whoever shows up where pages begin elsewhere was skipped;
 * where nobody does, the number is wrong.
 */
async function judgeFewer(context: StepContext, intent: IntentOf<'list'>, seen: Listed, failure: ListFailure): Promise<void> {
  const { log } = context;
  const first = await firstOfAll(context, intent);
  if (first !== undefined && !seen.ids.has(first)) {
    const received = `${failure.received}, from startIndex=1 on; without startIndex ${first} comes first`;
    return void log.report(['SC1402', 'SC1403'], { ...failure, received, subject: 'missing' });
  }
  const size = seen.ids.size > SHORT_LIST ? OTHER_SIZE.long : OTHER_SIZE.short;
  const other = await walk(context, intent, size);
  const skipped = [...other.ids].filter((id) => !seen.ids.has(id));
  if (skipped.length > 0)
    log.report(['SC1402'], {
      ...failure,
      received: `${failure.received}; pages of ${size} show ${skipped[0]} as well`,
      subject: 'missing',
    });
  else if (other.ids.size === seen.ids.size) log.report(['SC1409'], failure);
}

/** With whom a list begins that is asked for without a number: no other than with number 1 (RFC 7644 §3.4.2.4). */
async function firstOfAll({ runner }: StepContext, { resource }: IntentOf<'list'>): Promise<string | undefined> {
  const target = `${ENDPOINTS[resource]}?count=1`;
  const response = await runner.exchange(ownRequest({ method: 'GET', target, purpose: 'list', resourceType: resource }));
  return response === undefined || response.status !== 200 ? undefined : idsOf(readList(response.body)?.resources ?? [])[0];
}

/** What the scenario has just written stands in the list at once. */
function notePrompt(context: StepContext, { resource }: IntentOf<'list'>): void {
  const own = [...context.state.directory.values()].flatMap((entry) => context.ownedBy(entry) ?? []);
  for (const { type, isThere, twin } of own) if (type === resource && isThere) context.run.patience.shownAtOnce(`lists of ${type}`, twin);
}

/** Each resource of this run that the list shows, and none that this run has deleted. */
async function judgePictures(
  context: StepContext,
  { resource }: IntentOf<'list'>,
  found: readonly JsonObject[],
  once: () => Promise<{ readonly outcome: Outcome<readonly JsonObject[]> | undefined }>,
): Promise<void> {
  for (const owned of context.run.resources.all().filter(({ type }) => type === resource)) {
    const shown = withId(found, owned.id);
    if (shown === undefined) continue;
    const again = async () => {
      const { outcome } = await once();
      return outcome?.ok === true ? withId(outcome.value, owned.id) : undefined;
    };
    if (owned.deleted) await judgeGone(context, owned, again);
    else await judgePicture(context, { owned, shown, view: `lists of ${owned.type}`, again });
  }
}

/** A deleted resource that a list shows must be gone in the end. */
async function judgeGone({ run, log }: StepContext, owned: OwnedResource, again: () => Promise<JsonObject | undefined>): Promise<void> {
  const { value, after } = await run.patience.until<JsonObject | undefined>(
    `lists of ${owned.type}`,
    {},
    (shown) => shown === undefined,
    again,
  );
  const difference = { expected: `no ${owned.type} ${owned.id}, which was deleted`, received: 'the list shows it', subject: 'list' };
  if (value !== undefined) log.report(['SC2601'], difference);
  else if (after !== undefined) log.report(['SC2702'], { ...difference, received: `${difference.received}; ${later(after)}` });
}

interface ListFailure extends SymptomInput {
  /** Only resources are missing that are not active. */
  readonly inactive: boolean;
}

function failureOf(
  { run, log }: StepContext,
  intent: IntentOf<'list'>,
  found: readonly JsonObject[],
  counted: number | undefined,
): ListFailure | undefined {
  const ids = idsOf(found);
  const listed = new Set<string>();
  const again = ids.filter((id) => listed.size === listed.add(id).size);
  // Two resources with one id are no fault of the pages, and were told of when the second one was created.
  const twice = again.filter((id) => run.resources.givenAway(intent.resource, id) === undefined);
  const promised = again.length > 0 ? undefined : counted;
  if (twice.length > 0) {
    return {
      expected: 'every resource once',
      received: `${twice.length} resources more than once, the first of them ${twice[0]}`,
      subject: 'twice',
      inactive: false,
    };
  }
  const owned = run.resources.all().filter((each) => each.type === intent.resource && each.isThere);
  const missing = owned.filter((each) => !listed.has(each.id));
  if (missing.length === 0 && promised === undefined) return undefined;
  if (missing.length === 0)
    return {
      expected: `all ${promised} resources that "totalResults" counts`,
      received: `${ids.length} in all`,
      subject: 'fewer',
      inactive: false,
    };
  const who = missing.every(isInactive) ? ', each of them deactivated,' : '';
  return {
    expected: `all ${owned.length} resources of this run`,
    received: `${missing.length} of them${who} are missing among ${ids.length}${totalOf(log.answer?.body, owned.length)}`,
    subject: 'missing',
    inactive: missing.every(mayBeInactive),
  };
}

function isInactive({ twin }: OwnedResource): boolean {
  return getMember(twin.resource, 'active') === false;
}

/** Whoever is deactivated, or may be: of whom it is not known what the target holds nobody can say. */
function mayBeInactive(owned: OwnedResource): boolean {
  return owned.contentUnknown || owned.isUnreliable('active') || isInactive(owned);
}

/** A total that is too small makes a client stop too early: it is named. */
function totalOf(body: Json | undefined, least: number): string {
  const total = isObject(body) ? getMember(body, 'totalResults') : undefined;
  return typeof total === 'number' && total < least ? `; the answer says "totalResults": ${total}` : '';
}
