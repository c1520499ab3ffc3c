import { showResponse } from '../../../check/show.js';
import type { IntentOf } from '../../../scenario/intent.js';
import { headerOf, type ScimRequest, type ScimResponse } from '../../../scim/message.js';
import type { StepContext } from '../step-context.js';
import { pointedAt } from './pointer.js';

/** Keeps values of the answer for later steps. Where the answer has its finding already, what is missing is its consequence. */
export function capture({ state, step, log }: StepContext, intent: IntentOf<'request'>, sent: ScimRequest, response: ScimResponse): void {
  if (intent.method === 'POST' && (response.status >= 400 || log.isDisowned) && log.answerIsInvalid())
    state.refused.set(JSON.stringify(intent.body), log.ofContent());
  for (const [name, pointer] of Object.entries(intent.capture)) {
    // What the answer shows is another's.
    const value = log.isDisowned && !pointer.startsWith('sent:') ? undefined : captured(sent, response, pointer);
    if (value !== undefined) {
      state.captured.set(name, value);
      // An earlier try of the step may have found nothing.
      state.missing.delete(name);
      state.uncaptured.delete(name);
      continue;
    }
    if (intent.optional.includes(name) && response.status < 300) {
      state.uncaptured.add(name);
      continue;
    }
    if (!log.answerIsInvalid()) {
      const expected = `something to capture at ${pointer}`;
      log.report([step.check ?? 'SC9002'], { expected, received: showResponse(response), subject: pointer });
    }
    state.missing.set(name, log.ofContent());
  }
}

function captured(sent: ScimRequest, response: ScimResponse, pointer: string): string | undefined {
  if (pointer.startsWith('header:')) return headerOf(response.headers, pointer.slice('header:'.length));
  const value = pointer.startsWith('sent:') ? pointedAt(sent.body, pointer.slice('sent:'.length)) : pointedAt(response.body, pointer);
  return value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
}
