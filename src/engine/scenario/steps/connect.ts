import { judgeResponse } from '../../../check/judge.js';
import { deniedFeatures } from '../../mapping/features.js';
import type { StepContext } from '../step-context.js';
import type { StepHandler, StepTools } from '../step-handler.js';
import { NO_FILTER, type StepResult } from '../step-result.js';

/** The client's test of the connection; what must be refused is shown to the target once per run, whoever asks. */
export const CONNECT: StepHandler<'connect'> = {
  writes: false,
  run: (context, { credential }, tools) => (credential === 'right' ? connect(context) : connectInVain(context, credential, tools)),
};

async function connect(context: StepContext): Promise<StepResult> {
  const { runner, run } = context;
  const { client, session } = runner;
  if (deniedFeatures(client.family, run.facts.config, ['filter']).length > 0) return NO_FILTER;
  return context.end(await runner.hold(client.connect(session)));
}

async function connectInVain(context: StepContext, credential: 'wrong' | 'none', tools: StepTools): Promise<StepResult> {
  const { runner, run, log } = context;
  const { dialect, family } = runner.client;
  const { seen, unserved } = await tools.credentialTest(runner, credential, tools.noWrites === undefined);
  for (const { request, response, exchange } of seen) {
    log.answered(exchange, response);
    const judged = judgeResponse({ dialect, family, request, response, facts: run.facts });
    log.note(judged, exchange);
  }
  if (unserved?.cut === 'unanswered') log.report(['SC1003'], { expected: 'an answer', received: unserved.reason });
  if (unserved !== undefined && !log.answerIsInvalid()) return { status: 'blocked', ...unserved };
  return context.end({ ok: true, value: undefined });
}
