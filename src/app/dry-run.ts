import { hurried, systemClock } from '../base/clock.js';
import type { Plan } from '../config/plan.js';
import { schemasBeyondStandard } from '../config/sample-schemas.js';
import { run } from '../engine/run/run.js';
import type { Sink } from '../event/event.js';
import type { Credential } from '../http/credential.js';
import { parseTarget, querySecrets, type Target } from '../http/target.js';
import { redactor } from '../redact/redactor.js';
import { inMemory } from '../sample/in-memory.js';
import { secretsIn } from './connect.js';
import { engineOptions } from './engine-options.js';

/** What the sample would be called if it were started. */
const SAMPLE_URL = 'http://127.0.0.1/scim/v2';

/**
 * Runs a plan against a correct server in memory that stands in for the target: the requests are those that the target would
 * be sent, with the ids that this server gives. Nothing is sent, and nothing is written to disk.
 *
 * @param plan what to run
 * @param sink receives the events; the redactor has seen them
 */
export async function dryRun(plan: Plan, sink: Sink): Promise<void> {
  const target = plan.reach?.target ?? sampleTarget();
  const extraSchemas = plan.mapping === undefined ? [] : schemasBeyondStandard(plan.mapping);
  const transport = { ...inMemory({ token: 'rehearsal', extraSchemas }, target.base), scheme: schemeOf(plan) };
  // The placeholder passwords are made up as in a real run, and hidden as in a real one.
  const secrets = redactor(
    plan.reach === undefined ? [] : [...(await secretsIn(plan.reach.credential)), ...querySecrets(target, [plan.domain])],
  );
  await run(engineOptions(plan, { target, transport, clock: hurried(systemClock()), secrets, runId: 'dry-run' }), (event) =>
    sink(secrets.event(event)),
  );
}

/** How the credential would be sent; access tokens are bearer tokens. */
export function schemeOf({ reach }: Plan): Credential['scheme'] {
  return reach === undefined || reach.credential.scheme === 'OAuth' ? 'Bearer' : reach.credential.scheme;
}

function sampleTarget(): Target {
  const parsed = parseTarget(SAMPLE_URL);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}
