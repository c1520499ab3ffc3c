import { checkOf } from '../../../check/catalogue.js';
import type { CheckId } from '../../../check/check-id.js';
import { sentOperations } from '../../../check/operation.js';
import { succeeded } from '../../../client/conversation-helpers.js';
import { sentByScimCheck } from '../../../client/own.js';
import { isObject, type JsonObject } from '../../../scim/json.js';
import { nameAttribute, type ScimRequest, type ScimResponse } from '../../../scim/message.js';
import { compare } from '../../compare/comparison.js';
import { isOfUnknownExtension } from '../../judge/never-shown.js';
import type { OutcomeContext } from '../../judge/outcome-context.js';
import type { Question } from '../../judge/trials.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import { followWrite, type Twin } from '../../state/twin.js';
import { anotherOf } from './fresh-names.js';
import type { SingleOperation } from './operations.js';
import type { Variation } from './variation.js';

/**
 * Checks of how a write is put down, or of one thing that it may lack or have too much of: where the same write put down otherwise is
 * refused as well, that is not the reason. Other forms ask for the same in a way of their own, of which the target may think what it likes.
 */
const OF_NOTATION: ReadonlySet<CheckId> = new Set([
  'SC1121',
  'SC1214',
  'SC1216',
  'SC1221',
  'SC1223',
  'SC1224',
  'SC1226',
  'SC2101',
  'SC2102',
  'SC2103',
  'SC2106',
  'SC2107',
  'SC2108',
  'SC2109',
  'SC2111',
  'SC2112',
  'SC2134',
  'SC2151',
  'SC2152',
  'SC2251',
  'SC2307',
  'SC2313',
  'SC2315',
  'SC2802',
]);

/** The letter case of "op", and a manager who is no object: where the same without them is answered well and passed over, too, it is not that. */
const OF_THE_SAME: ReadonlySet<CheckId> = new Set(['SC2101', 'SC2111']);

/** A new entry that is refused as a whole, too, is not refused because a value path names it. */
const REFUTED_WITH: Readonly<Partial<Record<CheckId, CheckId>>> = { SC2103: 'SC2105' };

/** What a trial looks at. */
export interface TrialSubject {
  readonly context: OutcomeContext;
  /** The resource that the write addresses; undefined: it creates one. */
  readonly owned: OwnedResource | undefined;
  /** What may be spent on it. */
  readonly question: Question;
  /** The target answers well and does nothing: only what is read back counts. */
  readonly readsBack?: boolean;
  /** How the write was refused. */
  readonly refusal?: ScimResponse;
}

/** Sends a write that failed again in other forms, as requests of scim-check's own, and sees what is accepted. */
export class Trial {
  /** Operations that are refused by themselves, of which there were too many to ask about each. */
  readonly unasked: SingleOperation[] = [];
  /** The last answer. */
  answer: ScimResponse | undefined;
  #exhausted = false;
  readonly #refuted = new Set<CheckId>();
  readonly #refusals = new Map<string, ScimResponse>();
  readonly #context: OutcomeContext;
  readonly #owned: OwnedResource | undefined;
  readonly #question: Question;
  readonly #readsBack: boolean;
  /** Answers to the write itself, and to each of its operations alone, where they were refused. */
  readonly #plain: ScimResponse[];

  /** @param subject what it looks at */
  constructor({ context, owned, question, readsBack = false, refusal }: TrialSubject) {
    this.#context = context;
    this.#owned = owned;
    this.#question = question;
    this.#readsBack = readsBack;
    this.#plain = refusal === undefined ? [] : [refusal];
  }

  /** Whether a request was not sent, or not answered, so that nothing follows from what was not accepted. */
  get isExhausted(): boolean {
    return this.#exhausted;
  }

  /** Whether the write was answered well, and nothing was done. */
  get isPassedOver(): boolean {
    return this.#readsBack;
  }

  /**
   * What the target answered to a form that it refused as a mistake of the client's (4xx).
   *
   * @param difference the form, in the words that a variation has for it
   */
  refusalOf(difference: string): ScimResponse | undefined {
    return this.#refusals.get(difference);
  }

  /** A number that no other trial of the run has. */
  get number(): number {
    return this.#context.run.trials.number();
  }

  /** What the resource holds by now, as far as its writes were accepted. */
  get held(): JsonObject {
    return this.#owned?.twin.resource ?? {};
  }

  /** What somebody of this run holds; undefined: it is nobody of this run. */
  person(id: string): JsonObject | undefined {
    return this.#context.run.resources.find('User', id)?.twin.resource;
  }

  /** The checks whose form was tried and helped nothing: what they are about is not the reason, or not alone. */
  get refuted(): ReadonlySet<CheckId> {
    return this.#refuted;
  }

  /**
   * Whether the target accepts a request. What it does to a resource of this run is followed.
   *
   * @param request the refused request in another form
   * @param readsBack whether a success counts only where the resource is read to hold what was asked for
   */
  async accepts(request: ScimRequest, readsBack = this.#readsBack): Promise<boolean> {
    const accepted = await this.#send(request, readsBack);
    if (!accepted && this.answer !== undefined) this.#plain.push(this.answer);
    return accepted;
  }

  async #send(request: ScimRequest, readsBack: boolean): Promise<boolean> {
    if (this.#exhausted || !this.#question.spend()) {
      this.#exhausted = true;
      return false;
    }
    const { resourceType = 'User' } = request;
    const sent = this.#owned === undefined ? anotherOf(request, this.number) : this.#underItsName(request);
    this.answer = await this.#context.attempt(sentByScimCheck({ ...sent, purpose: 'verify' }));
    if (this.answer === undefined) this.#exhausted = true;
    const accepted = this.answer !== undefined && succeeded(this.answer) && (!readsBack || (await this.#isDone(sent)));
    // Whatever it minds, it is not PATCH as such.
    if (accepted && sent.method === 'PATCH') this.#context.log.confirm('SC2100', resourceType);
    if (accepted) this.#owned?.follow(sent, this.#context.rules(this.#owned.type));
    return accepted;
  }

  /** Whether the resource is read to hold what a request would change. What the target changes besides is no sign that it was not done. */
  async #isDone(request: ScimRequest): Promise<boolean> {
    const owned = this.#owned;
    if (owned === undefined) return false;
    const rules = this.#context.rules(owned.type);
    const held: Twin = { resource: owned.twin.resource, cleared: new Set(), clearedOrKept: new Set() };
    const wanted = followWrite(held, request, rules);
    // It cannot be followed, and of an extension that nobody describes nothing that is read shows that it was done.
    if (wanted === held && writtenNames(request).some((name) => isOfUnknownExtension(name, rules.schemas))) return false;
    const changes = new Set(compare(wanted, held.resource, rules).differences.map(({ path }) => path));
    const reading = await this.#context.readBack.compare(owned, wanted, undefined, await this.#context.readBack.unjudged(owned));
    // Who goes from a group, or comes into it, beside those who were meant, shows that the list was not changed as it was asked.
    const ofMembers = [...changes].some(isOfMembers);
    const isMeant = (path: string): boolean => changes.size === 0 || changes.has(path) || (ofMembers && isOfMembers(path));
    return reading !== undefined && !reading.differences.some(({ path }) => isMeant(path));
  }

  /** A PUT that leaves the resource its name: the client believes that its own was refused, and looks for the old one. */
  #underItsName(request: ScimRequest): ScimRequest {
    const { body, method } = request;
    const name = nameAttribute(request.resourceType ?? 'User');
    const held = this.#owned?.twin.resource[name];
    if (method !== 'PUT' || !isObject(body) || held === undefined || body[name] === undefined) return request;
    return { ...request, body: { ...body, [name]: held } };
  }

  /** A check holds for resources of the type that a request is about: the target was seen to understand what it is about. */
  confirm(check: CheckId, { resourceType = 'User' }: ScimRequest): void {
    this.#context.log.confirm(check, resourceType);
  }

  /** Those of several forms that have helped before. */
  known(forms: readonly Variation[]): Variation[] {
    return forms.filter(({ difference }) => this.#question.helped.has(difference));
  }

  /** The first of several forms that is accepted; what has helped before is tried first. */
  async first(forms: readonly Variation[]): Promise<Variation | undefined> {
    const { helped } = this.#question;
    for (const form of forms
      .filter((each) => !this.#isUnderstood(each))
      .sort((a, b) => Number(helped.has(b.difference)) - Number(helped.has(a.difference)))) {
      // What was passed over is there by now: it came late, and no form has helped.
      if (this.#readsBack && (await this.#isDone(form.request))) {
        this.#exhausted = true;
        return undefined;
      }
      // A form that is answered well and passed over has not helped, and says nothing against what it is about either, unless it is the
      // very same request but for the letter case: where that was refused, the case is the reason, whatever else is wrong.
      const isSameRequest = form.check === 'SC2101';
      if (!(await this.#send(form.request, this.#readsBack || (!isSameRequest && this.#canReadBack(form.request))))) {
        if (this.answer !== undefined && this.answer.status >= 400 && this.answer.status < 500)
          this.#refusals.set(form.difference, this.answer);
        const isTold = this.#isRefusedAlike() || (form.check !== undefined && OF_THE_SAME.has(form.check) && this.#isAnsweredWell());
        if (form.check !== undefined && !this.#exhausted && isTold) this.#refute(form.check);
        continue;
      }
      helped.add(form.difference);
      return form;
    }
    return undefined;
  }

  /** A form that the target needs no instead of: it was seen to understand the client's own. */
  #isUnderstood({ check, request }: Variation): boolean {
    const info = check === undefined ? undefined : checkOf(check);
    if (info?.kind !== 'write' || info.onlyIfHeld === undefined) return false;
    return this.#context.run.log.heldFor(info.id, request.resourceType ?? 'User', this.#context.client.dialect);
  }

  #canReadBack({ method }: ScimRequest): boolean {
    return method === 'PATCH' && this.#owned?.contentUnknown === false;
  }

  #isAnsweredWell(): boolean {
    return this.answer !== undefined && succeeded(this.answer);
  }

  /** What is refused in other words was read otherwise: the form counts, whatever else is wrong. */
  #isRefusedAlike(): boolean {
    const { answer } = this;
    if (answer === undefined || succeeded(answer)) return false;
    return this.#plain.length === 0 || this.#plain.some((each) => saysTheSame(each, answer));
  }

  /** A form that is not about the notation alone may be refused for a reason of its own. */
  #refute(check: CheckId): void {
    if (!OF_NOTATION.has(check)) return;
    this.#refuted.add(check);
    const other = REFUTED_WITH[check];
    if (other !== undefined) this.#refuted.add(other);
  }
}

/** The paths that a PATCH names, and the members of its values. */
function writtenNames({ body }: ScimRequest): string[] {
  return sentOperations(body).flatMap(({ path, value }) => [
    ...(typeof path === 'string' ? [path] : []),
    ...(isObject(value) ? Object.keys(value) : []),
  ]);
}

/** Whether two refusals say the same, whatever ids and numbers are in them, and in whatever case they repeat the request's own words. */
function saysTheSame(one: ScimResponse, two: ScimResponse): boolean {
  const words = ({ text }: ScimResponse): string => text.toLowerCase().replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '');
  return one.status === two.status && words(one) === words(two);
}

/** Whether a difference is about one of the members of a group. */
function isOfMembers(path: string): boolean {
  return path.startsWith('members[');
}
