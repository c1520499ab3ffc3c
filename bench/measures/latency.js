import { delayed } from '../delayed.js';
import { play, replay } from '../play.js';
import { onFreshSample } from '../process.js';

const LATENCY = 20;

/** All scenarios against a server that answers after 20 ms, as real ones do: what is done at the same time counts. */
export async function measure(rounds) {
  const [ours, others] = [[], []];
  for (let round = 0; round < Math.ceil(rounds / 2); round += 1) {
    const run = await onFreshSample((url) => delayed(url, LATENCY, (slow) => play(slow)));
    const bare = await onFreshSample((url) => delayed(url, LATENCY, (slow) => replay(slow, run.events, 1)));
    ours.push(run.milliseconds);
    others.push(bare.milliseconds);
  }
  return {
    name: `full run, ${LATENCY} ms away, 4 jobs`,
    ours,
    otherName: 'the same requests with bare undici, one after the other',
    others,
    goal: 0.4,
  };
}
