import { show } from '../../../check/show.js';
import { succeeded } from '../../../client/conversation-helpers.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import { readResource } from '../../../scim/read.js';
import { nameIn } from '../../exchange/creation.js';
import { mayPass } from '../../exchange/throttle.js';
import type { SymptomInput } from '../../judge/step-log.js';
import type { StepContext } from '../step-context.js';
import type { StepResult } from '../step-result.js';

/**
 * Sends several creations at the same moment. Of equal ones no more than one may be made; different ones must all be made. A
 * target that asks to be left alone for a while, or takes one after the other, does nothing wrong.
 */
export async function sendInParallel(context: StepContext, requests: readonly ScimRequest[]): Promise<StepResult> {
  const { runner, log } = context;
  const ready = gate(requests.length);
  const sent = requests.map(async (request) => {
    try {
      return await runner.exchange(request, ready);
    } finally {
      // One that does not go must not keep the others waiting.
      void ready();
    }
  });
  const answered = await Promise.all(sent);
  const answers = answered.flatMap((answer) => answer ?? []);
  // By the name alone: what else a target requires is made anew for each.
  const equal = new Set(requests.map(({ body }) => nameIn(body, 'User'))).size === 1;
  const failure = equal ? failureOfEqual(answers) : failureOfDifferent(answers);
  const check = equal ? 'SC1218' : 'SC1219';
  const [rule] = requests.flatMap((request, index) =>
    answered[index] === undefined ? [] : (context.ruleOf(request, answered[index]) ?? []),
  );
  if (failure !== undefined) log.report([rule ?? check], failure);
  else if (answers.length === requests.length) log.confirm(check);
  return context.end({ ok: true, value: undefined });
}

function failureOfEqual(answers: readonly ScimResponse[]): SymptomInput | undefined {
  const ids = new Set(answers.flatMap((answer) => (succeeded(answer) ? (readResource(answer.body)?.id ?? []) : [])));
  const expected = 'one 201, and 409 to the others';
  if (ids.size > 1) return { expected, received: `${ids.size} users: ${statuses(answers)}`, subject: 'twice' };
  return answers.some(isFault) ? { expected, received: statuses(answers), subject: 'fault' } : undefined;
}

function failureOfDifferent(answers: readonly ScimResponse[]): SymptomInput | undefined {
  const refused = answers.filter((answer) => !succeeded(answer) && !mayPass(answer));
  if (refused.length === 0) return undefined;
  return { expected: 'each of them created', received: statuses(answers), subject: '' };
}

function isFault(answer: ScimResponse): boolean {
  return answer.status >= 500 && !mayPass(answer);
}

function statuses(answers: readonly ScimResponse[]): string {
  return show(answers.map(({ status }) => status));
}

/** Opens for all once so many have arrived. */
function gate(count: number): () => Promise<void> {
  let arrived = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived >= count) open();
    return opened;
  };
}
