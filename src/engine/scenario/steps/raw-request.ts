import { checkOf } from '../../../check/catalogue.js';
import type { CheckId } from '../../../check/check-id.js';
import { promised } from '../../../check/resources.js';
import { show, showResponse } from '../../../check/show.js';
import { percentEncode } from '../../../client/encode.js';
import type { Intent, Step } from '../../../scenario/scenario.js';
import { holdsValue } from '../../../scim/compare.js';
import { getMember, isObject, type Json, type JsonObject } from '../../../scim/json.js';
import { headerOf, type ScimRequest, type ScimResponse } from '../../../scim/message.js';
import { valueAt } from '../../../scim/resource.js';
import { isEquivalentForm } from '../../compare/equivalent-form.js';
import { isUnsupported, unsupportedAttribute } from '../../compare/unsupported-attributes.js';
import { isHidden } from '../../compare/visibility.js';
import { type Address, addressOf } from '../../exchange/address.js';
import { causesFor, type OwnedResource } from '../../state/owned-resources.js';
import type { StepContext, StepResult } from '../step-context.js';
import { withRequired } from './complete-body.js';
import { sendInParallel } from './parallel.js';

/** A request in the scenario's own words. */
export async function request(context: StepContext, intent: Raw, step: Step): Promise<StepResult> {
  const { runner } = context;
  const blocked = blockedBy(context, intent);
  if (blocked !== undefined) return blocked;
  const target = context.text(intent.target, percentEncode);
  const addressed = addressOf(target);
  const exact = intent.ignoringCase.find((path) => context.isCaseExact(path, addressed.resourceType ?? 'User'));
  if (exact !== undefined) return { status: 'skipped', reason: `${exact} counts with its letter case` };
  const body = intent.body === undefined ? undefined : bodyOf(context, intent);
  if (body === TOO_COSTLY) return { status: 'skipped', reason: `ServiceProviderConfig has no limit below ${MOST_OPERATIONS} operations` };
  const plain = runner.client.plain({
    method: intent.method,
    target,
    purpose: 'raw',
    ...(body === undefined ? {} : { body: complete(context, intent.method, body, addressed) }),
    ...addressed,
  });
  const headers = intent.headers.map(([name, value]) => [name, context.text(value)] as const);
  const sent: ScimRequest = {
    ...plain,
    headers: [...plain.headers.filter(([name]) => headers.every(([own]) => own.toLowerCase() !== name.toLowerCase())), ...headers],
  };
  const lacking = unsupportedAttribute(runner.run, runner.client.family, addressed.resourceType ?? 'User', sent);
  if (lacking !== undefined) return { status: 'skipped', reason: `the target's /Schemas does not offer ${lacking}` };
  if (intent.times !== undefined)
    return await sendInParallel(context, [
      sent,
      ...Array.from({ length: intent.times - 1 }, () => copyOf(context, intent, sent, addressed)),
    ]);
  const response = await runner.exchange(sent);
  if (response === undefined) {
    for (const name of Object.keys(intent.capture)) context.missing.set(name, [...runner.causes]);
    return context.end(undefined);
  }
  if (runner.causes.length === 0 && isDeclined(step, response))
    return { status: 'skipped', reason: 'the target declines this filter, as it may' };
  // An answer with a finding of its own says no more about what the scenario expects.
  const unreliable = runner.answerIsInvalid() ? [] : judgeExpectations(context, step, sent.method, response, addressed);
  capture(context, intent, step, sent, response);
  const end = context.end({ ok: true, value: undefined });
  return end.status === 'passed' && unreliable.length > 0
    ? { status: 'blocked', reason: 'what it looks at is not what it should be', causes: unreliable }
    : end;
}

type Raw = Extract<Intent, { kind: 'request' }>;

/** The same request with variables of its own. */
function copyOf(context: StepContext, intent: Raw, sent: ScimRequest, addressed: Address): ScimRequest {
  return intent.body === undefined ? sent : { ...sent, body: complete(context, intent.method, context.value(intent.body), addressed) };
}

/** A limit is tested only where that takes no more than this. */
const MOST_OPERATIONS = 100;
const TOO_COSTLY = Symbol('too costly');

/** The body; where a limit is to be exceeded, with its operation as often as that takes. */
function bodyOf(context: StepContext, intent: Raw): Json | typeof TOO_COSTLY {
  const written = intent.body ?? null;
  if (intent.exceed === undefined || !isObject(written)) return context.value(written);
  const most = promised(context.runner.run.facts.config, 'bulk', intent.exceed);
  const operations = written['Operations'];
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1 || most > MOST_OPERATIONS || !Array.isArray(operations))
    return TOO_COSTLY;
  // Each is filled by itself, so that made-up ids differ.
  const repeated = Array.from({ length: most + 1 }, () => context.value(operations[0] ?? null));
  return { ...(context.value({ ...written, Operations: [] }) as JsonObject), Operations: repeated };
}

/** A body with what this target requires of every resource besides. */
function complete(context: StepContext, method: string, body: Json, { resourceType, id }: Address): Json {
  if (resourceType === undefined || (method !== 'POST' && method !== 'PUT')) return body;
  const { resources, facts } = context.runner.run;
  const held = resources.find(resourceType, id)?.twin.resource;
  return withRequired(body, resourceType, facts.schemas, held, () => `${context.madeUpId()}@${context.options.domain}`);
}

/** A request that needs what never came about says nothing about the target. */
function blockedBy(context: StepContext, intent: Raw): StepResult | undefined {
  const text = JSON.stringify(intent);
  for (const entry of context.directory.values()) {
    if (entry.failed !== undefined && text.includes(`\${${entry.spec.key}.`))
      return { status: 'blocked', reason: `${entry.spec.key} was not created`, causes: entry.failed };
  }
  for (const [, key = '', path = ''] of text.matchAll(/\$\{([\w-]+)\.([^}]+)\}/g)) {
    const entry = context.directory.get(key);
    const by = causesFor(context.runner.run.resources.find(entry?.object.type, entry?.object.id), [path]);
    if (by.length > 0) return { status: 'blocked', reason: `${path} of ${key} is not what it should be`, causes: by };
  }
  for (const { intent: other } of context.scenario.steps) {
    if (other.kind !== 'create' || context.directory.has(other.object.key) || !text.includes(`\${${other.object.key}.`)) continue;
    return { status: 'blocked', reason: `${other.object.key} was not created`, causes: context.blockedBy };
  }
  // The same creation again, after the first was refused, is no second one.
  const by = intent.method === 'POST' ? context.refused.get(JSON.stringify(intent.body)) : undefined;
  return by === undefined ? undefined : { status: 'blocked', reason: 'the first of these creations was refused', causes: by };
}

/** Whether a target says that it does not support the filter: RFC 7644 §3.4.2.2 has it decline with 400 and `invalidFilter`. */
function isDeclined(step: Step, response: ScimResponse): boolean {
  const check = step.check === undefined ? undefined : checkOf(step.check);
  if (check?.kind !== 'step' || check.declinable !== true || response.status !== 400 || !isObject(response.body)) return false;
  return (getMember(response.body, 'scimType') ?? 'invalidFilter') === 'invalidFilter';
}

/** Keeps values of the answer for later steps. Where the answer has its finding already, what is missing is its consequence. */
function capture(context: StepContext, intent: Raw, step: Step, sent: ScimRequest, response: ScimResponse): void {
  const { runner } = context;
  if (intent.method === 'POST' && response.status >= 400 && runner.causes.length > 0)
    context.refused.set(JSON.stringify(intent.body), [...runner.causes]);
  for (const [name, pointer] of Object.entries(intent.capture)) {
    const value = captured(sent, response, pointer);
    if (value !== undefined) {
      context.captured.set(name, value);
      continue;
    }
    if (intent.optional.includes(name) && response.status < 300) {
      context.uncaptured.add(name);
      continue;
    }
    if (!runner.answerIsInvalid()) {
      runner.report([step.check ?? 'SC9002'], {
        expected: `something to capture at ${pointer}`,
        received: showResponse(response),
        subject: pointer,
      });
    }
    context.missing.set(name, [...runner.causes]);
  }
}

/** A method that a target does not have at all has a check of its own. */
const UNSUPPORTED: Readonly<Partial<Record<ScimRequest['method'], CheckId>>> = { PATCH: 'SC2100', PUT: 'SC2200' };

/** @returns why what the step looks at was spoiled before: then it says nothing */
function judgeExpectations(
  context: StepContext,
  step: Step,
  method: ScimRequest['method'],
  response: ScimResponse,
  addressed: Address,
): (readonly CheckId[])[] {
  const { runner } = context;
  const type = addressed.resourceType ?? 'User';
  const own = runner.run.resources.find(addressed.resourceType, addressed.id);
  const unreliable: (readonly CheckId[])[] = [];
  const check = step.check ?? 'SC9002';
  const { status, attributes, absent } = step.expect;
  const before = runner.causes.length;
  // A value that never shows has its finding since it was created.
  const blame = (path: string): readonly CheckId[] =>
    runner.run.log.neverShown.get(`${runner.client.dialect} ${path.toLowerCase()}`) ?? [check];
  if (status !== undefined && !status.includes(response.status)) {
    const wantsSuccess = step.check === undefined && status.some((each) => each < 300);
    const unsupported = response.status === 405 || response.status === 501 ? UNSUPPORTED[method] : undefined;
    const faults: readonly CheckId[] = wantsSuccess ? ['SC1104'] : ['SC1126', check];
    const candidates = unsupported !== undefined ? [unsupported] : response.status < 500 ? [check] : faults;
    runner.report(candidates, { expected: `status ${status.join(' or ')}`, received: showResponse(response), subject: 'status' });
    return unreliable;
  }
  // Where a success and a refusal are both right, the rest of the expectation describes the success.
  if (response.status >= 400 && status?.some((each) => each < 300) === true) return unreliable;
  for (const [path, value] of Object.entries(attributes ?? {})) {
    const earlier = spoilers(own, path);
    unreliable.push(...earlier);
    if (earlier.length > 0) continue;
    const held = at(response.body, path);
    const wanted = context.value(value);
    if (held === undefined && isHidden(runner.run.facts.schemas, type, path)) continue;
    if (isUnsupported(runner.run, runner.client.family, type, path.replace(/^\//, ''))) continue;
    const place = { family: runner.client.family, schemas: runner.run.facts.schemas, type, path: path.replace(/^\//, '') };
    if (held === undefined || !(holdsValue(wanted, held) || isEquivalentForm(place, wanted, held)))
      runner.report(blame(path), { expected: `${path} = ${show(wanted)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  for (const path of absent ?? []) {
    const held = at(response.body, path);
    if (held !== undefined && held !== null)
      runner.report([check], { expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path });
  }
  if (runner.causes.length === before && unreliable.length === 0 && status !== undefined) runner.confirm(check);
  return unreliable;
}

/** What spoiled the attribute of a resource of this run that a pointer looks into. */
function spoilers(own: OwnedResource | undefined, pointer: string): (readonly CheckId[])[] {
  const name = /^\/(\w+)/.exec(pointer)?.[1]?.toLowerCase();
  if (own === undefined || name === undefined) return [];
  return [...own.unreliablePaths].flatMap(([path, { candidates }]) => (/^\w*/.exec(path)?.[0] === name ? [candidates] : []));
}

/** A JSON pointer (it starts with a slash), its names without regard to case (RFC 7643 §2.1), or a target path. */
function at(body: Json | undefined, path: string): Json | undefined {
  if (!path.startsWith('/')) return isObject(body) ? valueAt(body, path) : undefined;
  let value: Json | undefined = body;
  for (const part of path.slice(1).split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(key)] : isObject(value) ? getMember(value, key) : undefined;
  }
  return value;
}

function captured(sent: ScimRequest, response: ScimResponse, pointer: string): string | undefined {
  if (pointer.startsWith('header:')) return headerOf(response.headers, pointer.slice('header:'.length));
  const value = pointer.startsWith('sent:') ? at(sent.body, pointer.slice('sent:'.length)) : at(response.body, pointer);
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
