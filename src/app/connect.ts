import type { Clock } from '../base/clock.js';
import { defined } from '../base/defined.js';
import type { Reach } from '../config/plan.js';
import { proxySecrets } from '../config/proxy.js';
import { secretsOf } from '../http/credential.js';
import { querySecrets } from '../http/target.js';
import { createTransport, type Transport } from '../http/transport.js';
import { type Redactor, redactor } from '../redact/redactor.js';
import { STANDARD_SCHEMAS } from '../scim/schema-set.js';

/** Longer bodies are cut: no SCIM message comes near, and memory stays bounded whatever a target sends. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The network and the redactor for a target: whoever sends the credential knows what must not be shown.
 *
 * @param reach how the target is reached
 * @param clock limits how long an answer may take
 * @param known texts that are no secret, such as the mail domain of the synthetic people
 * @returns both; the caller closes the transport
 */
export function connect(
  reach: Reach,
  clock: Clock,
  known: readonly string[] = [],
): { readonly transport: Transport; readonly secrets: Redactor } {
  const secrets = redactor(
    [...secretsOf(reach.credential), ...proxySecrets(reach.proxy), ...querySecrets(reach.target, known)],
    [new URL(reach.target.base).host, JSON.stringify(STANDARD_SCHEMAS.schemas), ...known],
  );
  const transport = createTransport({
    target: reach.target,
    credential: reach.credential,
    timeoutMs: reach.timeoutMs,
    clock,
    maxBodyBytes: MAX_BODY_BYTES,
    proxy: reach.proxy,
    incoming: secrets.incoming,
    ...defined({ caFile: reach.ca }),
  });
  return { transport, secrets };
}
