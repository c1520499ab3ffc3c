import { randomBytes } from 'node:crypto';
import type { Plan, Reach } from '../config/plan.js';
import { schemasBeyondStandard } from '../config/sample-schemas.js';
import type { OAuthClient } from '../http/oauth/oauth-client.js';
import { parseTarget } from '../http/target.js';
import type { SampleOAuthClient } from '../sample/oauth/client.js';

/**
 * Does something with the target of a plan. Where that is the sample, it is started before and stopped afterwards.
 *
 * @param plan the plan
 * @param action what to do
 */
export async function withReach(plan: Plan, action: (reach: Reach) => Promise<void>): Promise<void> {
  if (plan.reach !== undefined) return await action(plan.reach);
  const token = randomBytes(24).toString('base64url');
  const extraSchemas = plan.mapping === undefined ? [] : schemasBeyondStandard(plan.mapping);
  const { startSample } = await import('../sample/server.js');
  const client = plan.sampleOAuth;
  const oauth = client === undefined ? {} : { oauth: knownToSample(client) };
  const sample = await startSample({ token, ...oauth, ...plan.sample, extraSchemas });
  try {
    const parsed = parseTarget(sample.url);
    if (!parsed.ok) throw new Error(parsed.message);
    const { timeoutMs, ledgerDirectory } = plan;
    const credential = client === undefined ? ({ scheme: 'Bearer', secret: token } as const) : { ...client, tokenUrl: sample.tokenUrl };
    const credentialFrom = client === undefined ? 'the sample' : sample.tokenUrl;
    await action({ target: parsed.target, credential, credentialFrom, proxy: {}, timeoutMs, ledgerDirectory, setup: {}, notices: [] });
  } finally {
    await sample.stop();
  }
}

/** What the sample's token endpoint has to know of a client. */
function knownToSample({ clientId, proof }: OAuthClient): SampleOAuthClient {
  switch (proof.kind) {
    case 'secret':
      return { clientId, proof: { secret: proof.secret } };
    case 'key':
      return { clientId, proof: { publicKey: proof.key.publicKey } };
    case 'assertion':
      return { clientId, proof: 'any-assertion' };
  }
}
