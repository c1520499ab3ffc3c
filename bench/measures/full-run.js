import { play, replay } from '../play.js';
import { onFreshSample } from '../process.js';

/** All scenarios against a server on this machine, where nothing is waited for and the work counts. */
export async function measure(rounds) {
  const [ours, others] = [[], []];
  let requests = 0;
  for (let round = 0; round < rounds; round += 1) {
    const run = await onFreshSample((url) => play(url));
    const bare = await onFreshSample((url) => replay(url, run.events, 4));
    ours.push(run.milliseconds);
    others.push(bare.milliseconds);
    requests = bare.requests;
  }
  return { name: `full run on loopback, ${requests} requests`, ours, otherName: 'the same requests with bare undici', others, goal: 1.6 };
}
