import { judgeResponse } from '../../../check/judge.js';
import { isParallel } from '../../../client/client.js';
import { answered, stop } from '../../../client/conversation-helpers.js';
import { seededRandom, token } from '../../../client/values/random.js';
import type { ScimRequest, ScimResponse } from '../../../scim/message.js';
import { deniedFeatures } from '../../mapping/features.js';
import type { ConversationRunner } from '../conversation-runner.js';
import type { StepContext } from '../step-context.js';
import { NO_FILTER, type StepResult } from '../step-result.js';

/** The credential of a test of the connection: the run's own, a made-up one, or no header at all. */
type Shown = 'right' | 'wrong' | 'none';

const PURPOSES = { wrong: 'refuse', none: 'anonymous' } as const;

/** The client's test of the connection; what must be refused is shown to the target once per run, whoever asks. */
export async function connect(context: StepContext, shown: Shown, test: CredentialTest): Promise<StepResult> {
  const { runner, run, log } = context;
  const { client } = runner;
  if (shown === 'right' && deniedFeatures(client.family, run.facts.config, ['filter']).length > 0) return NO_FILTER;
  if (shown === 'right') return context.end(await runner.hold(client.connect(runner.session)));
  const what = shown === 'wrong' ? 'a wrong credential' : 'no credential';
  const answer = await test(runner, shown);
  if (answer === undefined)
    return context.end({ ok: false, failure: { kind: 'unusable', message: `the request with ${what} was not answered` } });
  const { exchange, response } = answer;
  log.answered(exchange, response);
  const request = client.plain({ method: 'GET', target: '/Users', purpose: PURPOSES[shown] });
  const judged = judgeResponse({ dialect: client.dialect, family: client.family, request, response, facts: run.facts });
  for (const symptom of judged.symptoms) log.report(symptom.candidates, symptom, exchange);
  for (const check of judged.held) log.confirm(check);
  const isFine = response.status === 401 || shown === 'none' || log.symptoms.length > 0;
  return context.end(isFine ? { ok: true, value: undefined } : stop('refused', answered(what, response)));
}

/** Asks the target with a wrong credential or with none. */
export type CredentialTest = (
  runner: ConversationRunner,
  shown: Exclude<Shown, 'right'>,
) => Promise<{ readonly response: ScimResponse; readonly exchange: string } | undefined>;

/** Some servers slow down after wrong credentials, so each answer is kept for all clients. */
export function askedOnce(): CredentialTest {
  const asked = new Map<string, ReturnType<CredentialTest>>();
  return (runner, shown) => {
    const answer = asked.get(shown) ?? ask(runner, shown);
    asked.set(shown, answer);
    return answer;
  };
}

async function ask({ client, session, run, at }: ConversationRunner, shown: Exclude<Shown, 'right'>): ReturnType<CredentialTest> {
  const first = client.connect(session).next();
  if (first.done === true || isParallel(first.value)) return undefined;
  const request: ScimRequest = { ...first.value, purpose: PURPOSES[shown], own: true };
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(seededRandom(`wrong|${session.randomGuid}`), 24)}` } as const;
  const answer =
    shown === 'wrong' ? await run.wire.send(request, at, { credential: wrong }) : await run.wire.send(withoutCredential(request), at);
  return answer.ok ? { response: answer.response, exchange: answer.exchange } : undefined;
}

function withoutCredential(request: ScimRequest): ScimRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') };
}
