import type { CheckId } from '../../../check/check-id.js';
import { show, showResponse } from '../../../check/show.js';
import type { Address } from '../../../scim/address.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import { isAsExpected } from '../../compare/expected-value.js';
import type { Cause } from '../../state/cause.js';
import type { OwnedResource } from '../../state/owned-resource.js';
import type { StepContext } from '../step-context.js';
import { pointedAt } from './pointer.js';

/** A method that a target does not have at all has a check of its own. */
const UNSUPPORTED: Readonly<Partial<Record<ScimRequest['method'], CheckId>>> = { PATCH: 'SC2100', PUT: 'SC2200' };

/** What the step looks at was made unreliable before: then it says nothing. */
interface Unreliable {
  readonly unreliable: boolean;
  readonly causes: readonly Cause[];
}

const RELIABLE: Unreliable = { unreliable: false, causes: [] };

/**
 * Holds the answer to a scenario's own request against what the step expects.
 *
 * @param context the step
 * @param request the request
 * @param response the answer
 * @param addressed what the request's path leads to
 */
export function judgeAnswer(context: StepContext, request: ScimRequest, response: ScimResponse, addressed: Address): Unreliable {
  const { log, step, run } = context;
  const { status, absent } = step.expect;
  const check = step.check ?? 'SC9002';
  const before = log.symptoms.length;
  if (status !== undefined && !status.includes(response.status)) {
    const candidates = statusCandidates(context, request, response);
    log.report(candidates, { expected: `status ${status.join(' or ')}`, received: showResponse(response), subject: 'status' });
    return RELIABLE;
  }
  // Where a success and a refusal are both right, the rest of the expectation describes the success.
  if (response.status >= 400 && status?.some((each) => each < 300) === true) return RELIABLE;
  const owned = run.resources.find(addressed.resourceType, addressed.id);
  const looked = judgeAttributes(context, response, addressed, owned);
  for (const path of absent ?? []) {
    const held = pointedAt(response.body, path);
    if (held !== undefined && held !== null)
      log.report([check], { expected: `${path}: no value`, received: `${path} = ${show(held)}`, subject: path });
  }
  if (log.symptoms.length === before && !looked.unreliable && status !== undefined) log.confirm(check);
  return looked;
}

function statusCandidates(context: StepContext, request: ScimRequest, response: ScimResponse): readonly CheckId[] {
  const { step } = context;
  const check = step.check ?? 'SC9002';
  const unsupported = response.status === 405 || response.status === 501 ? UNSUPPORTED[request.method] : undefined;
  if (unsupported !== undefined) return [unsupported];
  // Whoever cannot read the body cannot say what is wrong with it.
  if (response.status === 415) return ['SC1216', check];
  if (response.status < 500) return [context.ruleOf(request, response) ?? check];
  const wantsSuccess = step.check === undefined && step.expect.status?.some((each) => each < 300) === true;
  return wantsSuccess ? ['SC1104'] : ['SC1126', check];
}

function judgeAttributes(
  { runner, run, log, step, state }: StepContext,
  response: ScimResponse,
  addressed: Address,
  owned: OwnedResource | undefined,
): Unreliable {
  const { dialect, family } = runner.client;
  const causes: Cause[] = [];
  let unreliable = false;
  for (const [path, value] of Object.entries(step.expect.attributes ?? {})) {
    const earlier = reliabilityAt(owned, path);
    if (earlier.unreliable) {
      unreliable = true;
      causes.push(...earlier.causes);
      continue;
    }
    const held = pointedAt(response.body, path);
    const wanted = state.value(value);
    if (isAsExpected(run, family, addressed.resourceType ?? 'User', path, wanted, held)) continue;
    // A value that never shows has its finding since it was created.
    const candidates = run.log.neverShown(dialect, path)?.candidates ?? [step.check ?? 'SC9002'];
    log.report(candidates, { expected: `${path} = ${show(wanted)}`, received: `${path} = ${show(held)}`, subject: path });
  }
  return { unreliable, causes };
}

/** What made the attribute unreliable that a pointer looks into. */
function reliabilityAt(owned: OwnedResource | undefined, pointer: string): Unreliable {
  const name = /^\/(\w+)/.exec(pointer)?.[1]?.toLowerCase();
  if (owned === undefined || name === undefined) return RELIABLE;
  return owned.reliabilityOf([...owned.unreliablePaths].filter((path) => /^\w*/.exec(path)?.[0] === name));
}
