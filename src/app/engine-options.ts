import type { Clock } from '../base/clock.js';
import { defined } from '../base/defined.js';
import type { Plan, Reach } from '../config/plan.js';
import { packageVersion } from '../config/version.js';
import type { RunOptions } from '../engine/scenario/run-options.js';
import type { Target } from '../http/target.js';
import type { Transport } from '../http/transport.js';
import type { Redactor } from '../redact/redactor.js';

/** What a run has besides its plan. */
interface Connection {
  readonly target: Target;
  /** The network, or a server in memory. */
  readonly transport: Transport;
  readonly clock: Clock;
  readonly secrets: Redactor;
  readonly runId: string;
  /** Absent: nothing is written to disk. */
  readonly ledgerDirectory?: string | undefined;
}

/**
 * What the engine needs for a plan, whether the requests go over the network or not.
 *
 * @param plan what to run
 * @param connection where the requests go, and who hides the secrets in them
 */
export function engineOptions(plan: Plan, { target, transport, clock, secrets, runId, ledgerDirectory }: Connection): RunOptions {
  const { dialects, scenarios, selected, command, mapping, jobs, seed, deadlineMs, domain } = plan;
  return {
    target,
    transport,
    clock,
    dialects,
    scenarios,
    selected,
    command,
    jobs,
    seed,
    deadlineMs,
    domain,
    runId,
    version: packageVersion(),
    onSecret: secrets.add,
    redact: secrets.text,
    ...defined({
      mapping,
      ledgerDirectory,
      setup: plan.reach?.setup,
      credentialAdvice: plan.reach === undefined ? undefined : adviceOn(plan.reach),
    }),
  };
}

/** What to look at when the target refuses the credential. */
export function adviceOn({ credential, credentialFrom }: Reach): string {
  return credential.scheme === 'OAuth'
    ? `It was an access token from ${credentialFrom}: check --oauth-scope, and whether the target takes tokens from there.`
    : `Check the token: it was read from ${credentialFrom}.`;
}
