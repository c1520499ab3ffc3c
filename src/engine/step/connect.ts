import { judgeResponse } from '../../check/judge.js';
import { isTogether } from '../../client/client.js';
import { answered, stop } from '../../client/talk.js';
import { token } from '../../client/values/random.js';
import type { ScimRequest, ScimResponse } from '../../scim/message.js';
import { deniedFeatures } from '../capabilities.js';
import { NO_FILTER, type Scene, type StepEnd } from './scene.js';

/** The credential of a test of the connection: the run's own, a made-up one, or no header at all. */
type Shown = 'right' | 'wrong' | 'none';

const PURPOSES = { wrong: 'refuse', none: 'anonymous' } as const;

/** The client's test of the connection; what must be refused is shown to the target once per run, whoever asks. */
export async function connect(scene: Scene, shown: Shown, refused: Refusal): Promise<StepEnd> {
  const { play } = scene;
  if (shown === 'right' && deniedFeatures(play.client.family, play.stage.facts.config, ['filter']).length > 0) return NO_FILTER;
  if (shown === 'right') return scene.end(await play.hold(play.client.connect(play.session)));
  const what = shown === 'wrong' ? 'a wrong credential' : 'no credential';
  const answer = await refused(scene, shown);
  if (answer === undefined)
    return scene.end({ ok: false, stop: { kind: 'unusable', message: `the request with ${what} was not answered` } });
  play.answer = answer.response;
  const request = play.client.plain({ method: 'GET', target: '/Users', purpose: PURPOSES[shown] });
  const seen = { dialect: play.client.dialect, family: play.client.family, request, response: answer.response, facts: play.stage.facts };
  const judged = judgeResponse(seen);
  for (const symptom of judged.symptoms) play.raise(symptom.candidates, symptom, answer.exchange);
  for (const check of judged.cleared) play.clear(check);
  return scene.end(
    answer.response.status === 401 || shown === 'none' || play.seen.length > 0
      ? { ok: true, value: undefined }
      : stop('refused', answered(what, answer.response)),
  );
}

/** Asks the target with a wrong credential or with none. Some servers slow down after wrong ones, so each answer is kept for all clients. */
export type Refusal = (
  scene: Scene,
  shown: Exclude<Shown, 'right'>,
) => Promise<{ readonly response: ScimResponse; readonly exchange: string } | undefined>;

export function askedOnce(): Refusal {
  const asked = new Map<string, ReturnType<Refusal>>();
  return (scene, shown) => {
    const answer = asked.get(shown) ?? ask(scene, shown);
    asked.set(shown, answer);
    return answer;
  };
}

async function ask(scene: Scene, shown: Exclude<Shown, 'right'>): ReturnType<Refusal> {
  const { play } = scene;
  const first = play.client.connect(play.session).next();
  if (first.done === true || isTogether(first.value)) return undefined;
  const request: ScimRequest = { ...first.value, purpose: PURPOSES[shown] };
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(Math.random, 24)}` } as const;
  const { wire } = play.stage;
  const answer =
    shown === 'wrong' ? await wire.send(request, play.at, { credential: wrong }) : await wire.send(withoutCredential(request), play.at);
  return answer.ok ? { response: answer.response, exchange: answer.exchange } : undefined;
}

function withoutCredential(request: ScimRequest): ScimRequest {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'authorization') };
}
