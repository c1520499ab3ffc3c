import { plainText } from '../../../base/plain-text.js';
import type { Outcome } from '../../../client/client.js';
import { asOwn } from '../../../client/own.js';
import { CLIENTS } from '../../../client/registry.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { later } from '../../compare/patience.js';
import type { SymptomInput } from '../../judge/step-log.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import type { StepResult } from '../step-result.js';
import { judgePicture, withId } from './picture.js';

/**
 * Pages through everything, as an import does; pages of a size that a step asks for are a question of scim-check's own, since
 * no client's are of any other size than its own. Every resource of this run must be there exactly once. A directory that others
 * write to may move between two pages, so what is wrong must be wrong twice; and what is missing may come later.
 */
export const LIST: StepHandler<'list'> = { writes: false, run: list };

async function list(context: StepContext, intent: IntentOf<'list'>): Promise<StepResult> {
  const { runner, run, log } = context;
  const once = async () => {
    const { session, client } = runner;
    const { resource, count } = intent;
    const pages = count === undefined ? client.list(session, resource) : asOwn(CLIENTS.rfc.list(session, resource, count));
    const outcome = await runner.hold(pages);
    return { outcome, failure: outcome?.ok === true ? failureOf(context, intent, outcome.value) : undefined };
  };
  let seen = await once();
  const first = seen.failure;
  if (first !== undefined) seen = await once();
  else if (seen.outcome?.ok === true) notePrompt(context, intent);
  const { value, after } = await run.patience.until(
    `lists of ${intent.resource}`,
    seen,
    ({ failure }) => failure?.subject !== 'missing',
    once,
  );
  const { outcome, failure } = value;
  if (first !== undefined && failure === undefined && after !== undefined)
    log.report(['SC2702'], { ...first, received: `${first.received}; ${later(after)}` });
  if (failure !== undefined) {
    // No passage says that a list without a filter shows who is deactivated, and Okta imports active people alone.
    const isMinded = !failure.inactive || runner.client.family === 'entra';
    if (isMinded && !log.answerIsInvalid()) log.report(['SC1402'], failure);
  } else if (outcome?.ok === true) log.confirm('SC1402');
  if (outcome?.ok === true) log.confirm('SC1408');
  if (outcome?.ok === true && !log.answerIsInvalid()) await judgePictures(context, intent, outcome.value, once);
  return context.end(outcome);
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

function failureOf({ run, log }: StepContext, intent: IntentOf<'list'>, found: readonly JsonObject[]): ListFailure | undefined {
  const ids = found.map((resource) => plainText(getMember(resource, 'id')));
  const listed = new Set<string>();
  const twice = ids.filter((id) => listed.size === listed.add(id).size);
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
  if (missing.length === 0) return undefined;
  const inactive = missing.every((each) => getMember(each.twin.resource, 'active') === false);
  const who = inactive ? ', each of them deactivated,' : '';
  return {
    expected: `all ${owned.length} resources of this run`,
    received: `${missing.length} of them${who} are missing among ${ids.length}${totalOf(log.answer?.body, owned.length)}`,
    subject: 'missing',
    inactive,
  };
}

/** A total that is too small makes a client stop too early: it is named. */
function totalOf(body: Json | undefined, least: number): string {
  const total = isObject(body) ? getMember(body, 'totalResults') : undefined;
  return typeof total === 'number' && total < least ? `; the answer says "totalResults": ${total}` : '';
}
