import { play, replay } from '../play.js';
import { bareStart, onFreshSample } from '../process.js';

/** One scenario, as one repeats it while mending a server: the start counts. */
export async function measure(rounds) {
  const [ours, others] = [[], []];
  let requests = 0;
  for (let round = 0; round < rounds; round += 1) {
    const run = await onFreshSample((url) => play(url, { scenarios: ['users/leaver'] }));
    const bare = await onFreshSample((url) => replay(url, run.events, 4));
    ours.push(run.milliseconds);
    others.push((await bareStart()) + bare.sending);
    requests = bare.requests;
  }
  return {
    name: `one scenario, ${requests} requests`,
    ours,
    otherName: 'node -e 0, and the same requests with bare undici',
    others,
    goal: 2,
  };
}
