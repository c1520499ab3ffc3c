import type { Patience } from '../compare/patience.js';
import { LookUps } from '../judge/look-ups.js';
import { RunLog } from '../judge/run-log.js';
import { Trials } from '../judge/trials.js';
import type { RunContext } from '../scenario/run-context.js';

/**
 * What a part of a run is played with of which nothing is told: what it notes stays apart, what it creates is the run's.
 *
 * @param shared the run
 * @param patience how long it waits
 * @param trials what it spends on asking why writes were refused
 */
export function aside<Shared extends Omit<RunContext, 'mapping'>>(shared: Shared, patience: Patience, trials = new Trials()): Shared {
  return { ...shared, log: new RunLog(), lookUps: new LookUps(), trials, patience };
}
