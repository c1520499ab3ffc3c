import { judgeResponse } from '../../check/judge.js';
import { isTogether } from '../../client/client.js';
import { answered, stop } from '../../client/talk.js';
import { token } from '../../client/values/random.js';
import type { ScimResponse } from '../../scim/message.js';
import type { Scene, StepEnd } from './scene.js';

/** The client's test of the connection; the wrong credential is shown to the target once per run, whoever asks. */
export async function connect(scene: Scene, credential: 'right' | 'wrong', refused: Refusal): Promise<StepEnd> {
  const { play } = scene;
  if (credential === 'right') return scene.end(await play.hold(play.client.connect(play.session)));
  const answer = await refused(scene);
  if (answer === undefined)
    return scene.end({ ok: false, stop: { kind: 'unusable', message: 'the request with a wrong credential was not answered' } });
  play.answer = answer.response;
  const request = play.client.plain({ method: 'GET', target: '/Users', purpose: 'refuse' });
  const seen = { dialect: play.client.dialect, family: play.client.family, request, response: answer.response, facts: play.stage.facts };
  const judged = judgeResponse(seen);
  for (const symptom of judged.symptoms) play.raise(symptom.candidates, symptom, answer.exchange);
  for (const check of judged.cleared) play.clear(check);
  return scene.end(
    answer.response.status === 401 || play.seen.length > 0
      ? { ok: true, value: undefined }
      : stop('refused', answered('a wrong credential', answer.response)),
  );
}

/** Asks the target with a wrong credential. Some servers slow down after wrong ones, so the answer is kept for all clients. */
export type Refusal = (scene: Scene) => Promise<{ readonly response: ScimResponse; readonly exchange: string } | undefined>;

export function askedOnce(): Refusal {
  let asked: ReturnType<Refusal> | undefined;
  return (scene) => {
    asked ??= ask(scene);
    return asked;
  };
}

async function ask(scene: Scene): ReturnType<Refusal> {
  const { play } = scene;
  const first = play.client.connect(play.session).next();
  if (first.done === true || isTogether(first.value)) return undefined;
  const wrong = { scheme: 'Bearer', secret: `wrong-${token(Math.random, 24)}` } as const;
  const answer = await play.stage.wire.send({ ...first.value, purpose: 'refuse' }, play.at, { credential: wrong });
  return answer.ok ? { response: answer.response, exchange: answer.exchange } : undefined;
}
