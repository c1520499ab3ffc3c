import { judgeResponse } from '../../../check/judge.js';
import { isParallel } from '../../../client/client.js';
import { answered, stop } from '../../../client/conversation-helpers.js';
import { token } from '../../../client/values/random.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import { deniedFeatures } from '../../mapping/features.js';
import { NO_FILTER, type StepContext, type StepResult } from '../step-context.js';

/** The credential of a test of the connection: the run's own, a made-up one, or no header at all. */
type Shown = 'right' | 'wrong' | 'none';

const PURPOSES = { wrong: 'refuse', none: 'anonymous' } as const;

/** The client's test of the connection; what must be refused is shown to the target once per run, whoever asks. */
export async function connect(context: StepContext, shown: Shown, refused: CredentialTest): Promise<StepResult> {
  const { runner } = context;
  if (shown === 'right' && deniedFeatures(runner.client.family, runner.run.facts.config, ['filter']).length > 0) return NO_FILTER;
  if (shown === 'right') return context.end(await runner.hold(runner.client.connect(runner.session)));
  const what = shown === 'wrong' ? 'a wrong credential' : 'no credential';
  const answer = await refused(context, shown);
  if (answer === undefined)
    return context.end({ ok: false, failure: { kind: 'unusable', message: `the request with ${what} was not answered` } });
  runner.answer = answer.response;
  const request = runner.client.plain({ method: 'GET', target: '/Users', purpose: PURPOSES[shown] });
  const observation = {
    dialect: runner.client.dialect,
    family: runner.client.family,
    request,
    response: answer.response,
    facts: runner.run.facts,
  };
  const judged = judgeResponse(observation);
  for (const symptom of judged.symptoms) runner.report(symptom.candidates, symptom, answer.exchange);
  for (const check of judged.held) runner.confirm(check);
  return context.end(
    answer.response.status === 401 || shown === 'none' || runner.causes.length > 0
      ? { ok: true, value: undefined }
      : stop('refused', answered(what, answer.response)),
  );
}

/** Asks the target with a wrong credential or with none. Some servers slow down after wrong ones, so each answer is kept for all clients. */
export type CredentialTest = (
  context: StepContext,
  shown: Exclude<Shown, 'right'>,
) => Promise<{ readonly response: ScimResponse; readonly exchange: string } | undefined>;

export function askedOnce(): CredentialTest {
  const asked = new Map<string, ReturnType<CredentialTest>>();
  return (context, shown) => {
    const answer = asked.get(shown) ?? ask(context, shown);
    asked.set(shown, answer);
    return answer;
  };
}

async function ask(context: StepContext, shown: Exclude<Shown, 'right'>): ReturnType<CredentialTest> {
  const { runner } = context;
  const first = runner.client.connect(runner.session).next();
  if (first.done === true || isParallel(first.value)) return undefined;
  const request: ScimRequest = { ...first.value, purpose: PURPOSES[shown] };
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(Math.random, 24)}` } as const;
  const { wire } = runner.run;
  const answer =
    shown === 'wrong' ? await wire.send(request, runner.at, { credential: wrong }) : await wire.send(withoutCredential(request), runner.at);
  return answer.ok ? { response: answer.response, exchange: answer.exchange } : undefined;
}

function withoutCredential(request: ScimRequest): ScimRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') };
}
