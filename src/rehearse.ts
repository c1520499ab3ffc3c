import type { Plan } from './config/plan.js';
import { schemasBeyondStandard } from './config/sample-schemas.js';
import { packageVersion } from './config/version.js';
import { run } from './engine/run.js';
import type { Sink } from './event/event.js';
import { secretsOf } from './http/credential.js';
import { parseTarget, type Target } from './http/target.js';
import { redactor } from './redact/redactor.js';
import { inMemory } from './sample/in-memory.js';

/** What the sample would be called if it were started. */
const SAMPLE_URL = 'http://127.0.0.1/scim/v2';

/**
 * Plays a plan against a correct server in memory that stands in for the target: the requests are those that the target would
 * be sent, with the ids that this server gives. Nothing is sent, and nothing is written to disk.
 *
 * @param plan what to play
 * @param sink receives the events
 */
export async function rehearse(plan: Plan, sink: Sink): Promise<void> {
  const target = plan.reach?.target ?? sampleTarget();
  const extraSchemas = plan.mapping === undefined ? [] : schemasBeyondStandard(plan.mapping);
  const transport = inMemory({ token: 'rehearsal', extraSchemas }, target.base);
  const { dialects, scenarios, mapping, jobs, seed, deadlineMs, domain } = plan;
  const options = { target, transport, dialects, scenarios, jobs, seed, deadlineMs, domain, version: packageVersion(), runId: 'dry-run' };
  // The placeholder passwords are made up as in a real run, and hidden as in a real one.
  const secrets = redactor(plan.reach === undefined ? [] : secretsOf(plan.reach.credential));
  const told: Sink = (event) => sink(secrets.event(event));
  await run({ ...options, ...(mapping === undefined ? {} : { mapping }), onSecret: secrets.add }, told);
}

function sampleTarget(): Target {
  const parsed = parseTarget(SAMPLE_URL);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.target;
}
