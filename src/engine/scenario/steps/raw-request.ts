import { checkOf } from '../../../check/catalogue.js';
import { percentEncode } from '../../../client/encode.js';
import { ownRequest } from '../../../client/own.js';
import type { IntentOf } from '../../../scenario/intent.js';
import type { Step } from '../../../scenario/scenario.js';
import { type Address, addressOf } from '../../../scim/address.js';
import { getMember, isObject } from '../../../scim/json.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import { changedImmutables } from '../../compare/immutable-attributes.js';
import type { View } from '../../compare/patience.js';
import { asksForNobody, DECLARED_REQUIRED, demandsMembers } from '../../compare/required-members.js';
import { unsupportedAttribute } from '../../compare/unsupported-attributes.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler } from '../step-handler.js';
import { type StepResult, unreliable } from '../step-result.js';
import { blockedBy } from './blocked-request.js';
import { capture } from './capture.js';
import { sendInParallel } from './parallel.js';
import { judgeAnswer } from './raw-answer.js';
import { bodyOf, copyOf, MOST_OPERATIONS, TOO_COSTLY, withWhatIsRequired } from './raw-body.js';

/** Neither Entra nor Okta is known to read these for an app that is not in its gallery: the question is scim-check's own. */
const DISCOVERY = /^\/(ServiceProviderConfig|Schemas|ResourceTypes)\b/i;

/** A request in the scenario's own words. */
export const REQUEST: StepHandler<'request'> = { writes: true, run: request };

async function request(context: StepContext, intent: IntentOf<'request'>): Promise<StepResult> {
  const { runner, run, log, state, step } = context;
  const blocked = blockedBy(context, intent);
  if (blocked !== undefined) {
    for (const name of Object.keys(intent.capture)) state.missing.set(name, blocked.causes ?? []);
    return blocked;
  }
  const target = state.text(intent.target, percentEncode);
  const addressed = addressOf(target);
  const type = addressed.resourceType ?? 'User';
  const exact = intent.ignoringCase.find((path) => context.isCaseExact(path, type));
  if (exact !== undefined) return { status: 'skipped', reason: `${exact} counts with its letter case` };
  const sent = requestOf(context, intent, target, addressed);
  if (sent === TOO_COSTLY) return { status: 'skipped', reason: `ServiceProviderConfig has no limit below ${MOST_OPERATIONS} operations` };
  const unsupported = unsupportedAttribute(run, runner.client.family, type, sent);
  if (unsupported !== undefined) return { status: 'skipped', reason: `the target's /Schemas does not offer ${unsupported}` };
  const owned = run.resources.find(type, addressed.id);
  const fixed = changedImmutables(run, type, sent, owned?.twin.resource);
  if (fixed[0] !== undefined) {
    for (const path of fixed) owned?.markUnreliable(path);
    return { status: 'skipped', reason: `the target's /Schemas declares ${fixed[0]} immutable` };
  }
  if (isWithoutMembers(context, sent, owned))
    return { status: 'skipped', reason: `it asks for an empty group, and there is ${DECLARED_REQUIRED}` };
  if (intent.times !== undefined) {
    const copies = Array.from({ length: intent.times - 1 }, () => copyOf(context, intent, sent, addressed));
    return await sendInParallel(context, [sent, ...copies]);
  }
  const noted = log.symptoms.length;
  const ask = async () => {
    log.withdraw(noted);
    const response = await runner.exchange(sent);
    const declined = response !== undefined && !log.answerIsInvalid(noted) && isDeclined(step, response);
    // An answer with a finding of its own says no more about what the scenario expects.
    const isJudged = response !== undefined && !declined && !log.answerIsInvalid();
    const looked = isJudged ? judgeAnswer(context, sent, response, addressed) : undefined;
    return { response, declined, looked, isLate: log.answerIsInvalid(noted) && isQuery(sent) && response?.status === 200 };
  };
  const { value } = await run.patience.until(viewOf(sent), await ask(), ({ isLate }) => !isLate, ask);
  const { response, declined, looked } = value;
  if (response === undefined) {
    for (const name of Object.keys(intent.capture)) state.missing.set(name, log.ofContent());
    return context.end(undefined);
  }
  if (declined) return { status: 'skipped', reason: 'the target declines this filter, as it may' };
  capture(context, intent, sent, response);
  const result = context.end({ ok: true, value: undefined });
  return result.status === 'passed' && looked?.unreliable === true
    ? unreliable('what it looks at is not what it should be', looked.causes)
    : result;
}

/** Whether a client that reads /Schemas does not ask for it, because every group has members. */
function isWithoutMembers({ runner, run: { facts }, step: { expect } }: StepContext, sent: ScimRequest, owned?: OwnedResource): boolean {
  if (runner.client.family !== 'rfc' || !demandsMembers(facts.advertised)) return false;
  return expect.status?.some((status) => status >= 400) !== true && asksForNobody(sent, owned?.twin.resource, facts.schemas);
}

function requestOf(context: StepContext, intent: IntentOf<'request'>, target: string, addressed: Address): ScimRequest | typeof TOO_COSTLY {
  const { state, runner } = context;
  const body = intent.body === undefined ? undefined : bodyOf(context, intent);
  if (body === TOO_COSTLY) return TOO_COSTLY;
  const written = {
    method: intent.method,
    target,
    purpose: 'raw',
    ...(body === undefined ? {} : { body: withWhatIsRequired(context, intent.method, body, addressed) }),
    ...addressed,
  } as const;
  const plain = DISCOVERY.test(target) ? ownRequest(written) : runner.client.plain(written);
  const headers = intent.headers.map(([name, value]) => [name, state.text(value)] as const);
  const kept = plain.headers.filter(([name]) => headers.every(([own]) => own.toLowerCase() !== name.toLowerCase()));
  return { ...plain, headers: [...kept, ...headers] };
}

/** Reads from an index, which may be behind the writes. */
function isQuery({ method, target, id }: ScimRequest): boolean {
  return id === undefined && (method === 'GET' || (method === 'POST' && /\/\.search$/i.test(target)));
}

function viewOf({ target, resourceType = 'User' }: ScimRequest): View {
  return `${/[?&]filter=/i.test(target) ? 'filters' : 'lists'} of ${resourceType}`;
}

/** Whether a target says that it does not support the filter: RFC 7644 §3.4.2.2 has it decline with 400 and `invalidFilter`. */
function isDeclined(step: Step, response: ScimResponse): boolean {
  const check = step.check === undefined ? undefined : checkOf(step.check);
  if (check?.kind !== 'step' || check.declinable !== true || response.status !== 400 || !isObject(response.body)) return false;
  return (getMember(response.body, 'scimType') ?? 'invalidFilter') === 'invalidFilter';
}
